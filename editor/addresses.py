"""Web and mail addresses as they stand in a map, read before anybody follows them: where one really leads."""

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urlencode

from PySide6.QtCore import QUrl

from model.refusal import Refused

LONGEST = 2_000
"""Characters: what every browser takes."""

_WEB = ("http", "https")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_MAIL_HEADERS = frozenset({"to", "cc", "bcc", "subject", "body"})
_ONE_LINE = _MAIL_HEADERS - {"body"}
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})
_ASCII = QUrl.ComponentFormattingOption.FullyEncoded
_LETTERS = QUrl.ComponentFormattingOption.FullyDecoded


class Address(NamedTuple):
    """Somewhere a browser or a mail program can go.

    `whole` is what they are given, letters of ASCII only. `host`: whose computer that leads to, as the network calls
    it; empty for mail. `letters`: the host as it was written, where the network calls it otherwise. `login`: what
    stands ahead of an @, which is no place however much it looks like one. `dropped`: what a mail address asked for
    and is not done, such as to attach a file.
    """

    whole: str
    host: str = ""
    letters: str = ""
    login: str = ""
    dropped: tuple[str, ...] = ()

    @property
    def is_mail(self) -> bool:
        return not self.host

    @property
    def doubtful(self) -> bool:
        """Whether there is something about it that one could be taken in by."""
        return bool(self.letters or self.login or self.dropped)


def address(text: str) -> Address:
    """Where a text leads. Refuses `long`, `kind` (neither http, https nor mailto) and `broken`."""
    text = text.strip()
    if len(text) > LONGEST:
        raise Refused("long", most=LONGEST)
    scheme = _SCHEME.match(text)
    kind = scheme[1].lower() if scheme is not None else ""
    if kind != "mailto" and kind not in _WEB:
        raise Refused("kind")
    if _misleads(text):
        raise Refused("broken")
    return _mail(text) if kind == "mailto" else _web(text)


def visible(text: str) -> str:
    """The text with everything written out that cannot be seen or turns the writing round, as in \\u202E."""
    return "".join(_escape(each) if unicodedata.category(each) in _INVISIBLE else each for each in text)


def _misleads(text: str) -> bool:
    """What browsers drop or read as another sign, so that they would go elsewhere than it seems."""
    return any(each in '\\<>"' or each.isspace() or unicodedata.category(each) in ("Cc", "Cs") for each in text)


def _web(text: str) -> Address:
    url = QUrl(text)
    if not url.isValid() or not url.host() or not text.partition(":")[2].startswith("//"):
        raise Refused("broken")
    host, letters = url.host(_ASCII), url.host(_LETTERS)
    return Address(_encoded(url), host, letters if letters != host else "", unquote(url.userInfo(_ASCII)))


def _mail(text: str) -> Address:
    to, _, asked = text.partition(":")[2].partition("?")
    headers = parse_qsl(asked, keep_blank_values=True)
    kept = [(name.lower(), value) for name, value in headers if name.lower() in _MAIL_HEADERS]
    lines = [unquote(to), *(value for name, value in kept if name in _ONE_LINE)]
    if "@" not in "".join(lines) or any(unicodedata.category(each) == "Cc" for line in lines for each in line):
        raise Refused("broken")
    whole = f"mailto:{quote(unquote(to), safe='@,.+-_~!$*=')}" + (
        f"?{urlencode(kept, quote_via=quote)}" if kept else ""
    )
    return Address(whole, dropped=tuple(visible(name) for name, _ in headers if name.lower() not in _MAIL_HEADERS))


def _encoded(url: QUrl) -> str:
    return bytes(url.toEncoded().data()).decode("ascii")


def _escape(sign: str) -> str:
    return f"\\u{ord(sign):04X}" if ord(sign) <= 0xFFFF else f"\\U{ord(sign):08X}"
