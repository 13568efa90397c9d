"""Following a card's address: read first, then asked about, then handed to the desktop."""

from PySide6.QtWidgets import QWidget

from editor.addresses import address
from editor.session import Session
from editor.speech import Speech
from model.refusal import Refused

say = Speech("links")


def open_link(window: QWidget, session: Session, text: str) -> bool:
    """Ask whether to follow an address out of the map, and do; whether the desktop took it."""
    try:
        found = address(text)
    except Refused as refused:
        _complain(window, session, text, refused)
        return False
    from editor.desktop import follow
    from editor.dialogs.link import ask_to_follow

    if not ask_to_follow(window, found, text):
        return False
    followed = follow(found)
    session.tell(say("followed" if followed else "nobody_follows"))
    return followed


def _complain(window: QWidget, session: Session, text: str, refused: Refused) -> None:
    from editor.dialogs.link import show_refused

    sentence = say(f"refused.{refused.code}", **refused.details)
    show_refused(window, sentence, text)
    session.tell(sentence)
