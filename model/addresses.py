"""Web and mail addresses as they stand in a map: which lead anywhere, and what is odd about them. Where the web's lead
a browser knows better (`editor.addresses`); on paper there is nobody to ask, so whatever is doubtful leads nowhere."""

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from model.refusal import Refused

LONGEST = 2_000
"""Characters: what every browser takes."""

_WEB = ("http", "https")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_MAIL_HEADERS = frozenset({"to", "cc", "bcc", "subject", "body"})
_ONE_LINE = _MAIL_HEADERS - {"body"}
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))*\.?|\[[0-9a-f:.]+\]")
_SAFE = "%/:?#[]@!$&'()*+,;=~-._"


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


def on_paper(text: str) -> str:
    """Where a text leads, for a reader of files to follow: of ASCII letters; "" for what leads nowhere or to somebody
    one could be taken in by."""
    try:
        kind, text = kind_of(text)
        found = mail(text) if kind == "mailto" else _web(text)
    except (Refused, ValueError):  # urllib objects to ports and to brackets
        return ""
    return "" if found.doubtful else found.whole


def kind_of(text: str) -> tuple[str, str]:
    """Of an address: http, https or mailto, and the address bare. Refuses `long`, `kind` (none of these), `broken`."""
    text = text.strip()
    if len(text) > LONGEST:
        raise Refused("long", most=LONGEST)
    scheme = _SCHEME.match(text)
    kind = scheme[1].lower() if scheme is not None else ""
    if kind != "mailto" and kind not in _WEB:
        raise Refused("kind")
    if _misleads(text):
        raise Refused("broken")
    return kind, text


def mail(text: str) -> Address:
    """A mail address with what is to stand in the letter. Refuses `broken`."""
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


def visible(text: str) -> str:
    """The text with everything written out that cannot be seen or turns the writing round, as in \\u202E."""
    return "".join(_escape(each) if unicodedata.category(each) in _INVISIBLE else each for each in text)


def _misleads(text: str) -> bool:
    """What browsers drop or read as another sign, so that they would go elsewhere than it seems."""
    return any(each in '\\<>"' or each.isspace() or unicodedata.category(each) in ("Cc", "Cs") for each in text)


def _web(text: str) -> Address:
    parts = urlsplit(text)
    host = (parts.hostname or "").encode("idna").decode("ascii").lower()
    host = f"[{host}]" if ":" in host else host
    if not _HOST.fullmatch(host) or not text.partition(":")[2].startswith("//"):
        raise Refused("broken")
    place = host if parts.port is None else f"{host}:{parts.port}"
    rest = (quote(part, safe=_SAFE, errors="strict") for part in (parts.path, parts.query, parts.fragment))
    return Address(urlunsplit(SplitResult(parts.scheme.lower(), place, *rest)), host, login=parts.username or "")


def _escape(sign: str) -> str:
    return f"\\u{ord(sign):04X}" if ord(sign) <= 0xFFFF else f"\\U{ord(sign):08X}"
