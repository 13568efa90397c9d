"""The last wish of each kind of paper, kept in the settings; what cannot be read there is as if it had never been."""

from typing import Any

import msgspec

from editor.drawing import Drawing
from editor.printing.room.wish import SHOWS_MAP, USUAL_KIND, Dress, Heads, OwnSize, Wish
from editor.settings import Settings
from model.document import Document
from model.handouts.kinds import KINDS
from model.layout.sheets import ORIENTATIONS, PAPERS
from model.records import Id, Lane, Persona
from resources.words import LANGUAGES

_KIND = "paper_kind"


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the settings, as JSON. `map`: whose ids `persona` and `hidden` are."""

    paper: str
    orientation: str
    own: OwnSize = OwnSize()
    language: str | None = None
    options: dict[str, Any] = {}
    dress: Dress = Dress()
    heads: Heads = Heads()
    map: Id = ""
    persona: Id | None = None
    hidden: frozenset[Id] = frozenset()


def keep(wish: Wish, settings: Settings, document: Document) -> None:
    """Remember a wish, and that it was the last one."""
    kept = _Kept(
        **{name: getattr(wish, name) for name in ("paper", "orientation", "own", "language", "dress", "heads")},
        options=msgspec.to_builtins(wish.options),
        map=document.map.id,
        persona=wish.persona,
        hidden=wish.hidden,
    )
    settings.keep(_KIND, wish.kind)
    settings.keep(_name(wish.kind), msgspec.json.encode(kept, order="deterministic").decode())


def last_kind(settings: Settings) -> str:
    """The kind that was chosen last."""
    found = settings.value(_KIND)
    return found if isinstance(found, str) and found in KINDS else USUAL_KIND


def recall(kind: str, settings: Settings, document: Document) -> Wish | None:
    """The last wish of a kind; None where there never was one."""
    kept = _read(kind, settings)
    if kept is None:
        return None
    same = kept.map == document.map.id
    return Wish(
        kind=kind,
        paper=kept.paper,
        orientation=kept.orientation if kept.orientation in ORIENTATIONS else ORIENTATIONS[0],
        own=kept.own,
        language=kept.language if kept.language in LANGUAGES else None,
        options=_options(kind, kept.options),
        dress=kept.dress,
        heads=kept.heads,
        persona=kept.persona if same and document.get(Persona, kept.persona) else None,
        hidden=frozenset(each for each in kept.hidden if same and document.get(Lane, each)),
    )


def first_wish(kind: str, settings: Settings, document: Document, drawing: Drawing) -> Wish:
    """What to begin with: the last wish, but the map as it is drawn just now, on its sheet if it has one."""
    usual = Wish(
        kind=kind, paper=settings.paper, orientation=settings.orientation, options=KINDS[kind].options()
    )  # fmt: skip
    wish = msgspec.structs.replace(recall(kind, settings, document) or usual, view=drawing.view)
    shown = drawing.sheet
    if shown is None or shown.name not in PAPERS or kind not in SHOWS_MAP:
        return wish
    lies = ORIENTATIONS[shown.height > shown.width]
    return msgspec.structs.replace(wish, paper=shown.name, orientation=lies)


def _read(kind: str, settings: Settings) -> _Kept | None:
    found = settings.value(_name(kind))
    try:
        return msgspec.json.decode(found, type=_Kept) if isinstance(found, str) else None
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None


def _options(kind: str, kept: dict[str, Any]) -> Any:
    try:
        return msgspec.convert(kept, KINDS[kind].options)
    except msgspec.ValidationError:
        return KINDS[kind].options()


def _name(kind: str) -> str:
    return f"paper_{kind}_wish"
