"""Web and mail addresses as they stand in a map, read before anybody follows them: where one really leads."""

from urllib.parse import unquote

from PySide6.QtCore import QUrl

from model.addresses import LONGEST as LONGEST
from model.addresses import Address as Address
from model.addresses import kind_of, mail
from model.addresses import visible as visible
from model.refusal import Refused

_ASCII = QUrl.ComponentFormattingOption.FullyEncoded
_LETTERS = QUrl.ComponentFormattingOption.FullyDecoded


def address(text: str) -> Address:
    """Where a text leads. Refuses `long`, `kind` (neither http, https nor mailto) and `broken`."""
    kind, text = kind_of(text)
    return mail(text) if kind == "mailto" else _web(text)


def _web(text: str) -> Address:
    url = QUrl(text)
    if not url.isValid() or not url.host() or not text.partition(":")[2].startswith("//"):
        raise Refused("broken")
    host, letters = url.host(_ASCII), url.host(_LETTERS)
    return Address(_encoded(url), host, letters if letters != host else "", unquote(url.userInfo(_ASCII)))


def _encoded(url: QUrl) -> str:
    return bytes(url.toEncoded().data()).decode("ascii")
