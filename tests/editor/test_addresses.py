"""Addresses of a map: where they lead is known before anybody goes there, and most lead nowhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl

from editor.addresses import LONGEST, Address, address, visible
from model.refusal import Refused

CURIOUS = st.text(st.sampled_from([*"ab./:@%?#[]&=-_0 \\", "\u202e", "ä", "р", "\x00", "\n", "ß", "。", "\ud800"]))


def refused(text: str) -> str:
    with pytest.raises(Refused) as caught:
        address(text)
    return caught.value.code


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\nscript:alert(1)", "vbscript:x", "data:text/html,<b>",
        "file:///etc/passwd", "file://host/x", "smb://host/x", "ftp://host/x", "//host/x", "\\\\host\\x", "/etc/passwd",
        "C:\\x", "ms-msdt:/id", "view-source:https://a.id", "blob:https://a.id", "x", "", "https", ":https://a.id",
        "search-ms:query", "tel:112",
    ],
)  # fmt: skip
def test_only_web_and_mail_lead_anywhere(text: str) -> None:
    assert refused(text) == "kind"


@pytest.mark.parametrize(
    "text",
    [
        "https:x", "https:/x", "https:///x", "https://", "http:\\\\host", "https://baik.id\\@jahat.id",
        "https://a b.id", "https://a.id/\nx", "https://a.id/\tx", "https://a\x00.id", "https://a\u202eb.id/",
        "https://-a.id", "https://a.id:99999", "https://a.id:1:2", 'https://a.id/"x', "https://a.id/<b>",
        "https://a.id/\ud800", "mailto:", "mailto:sari", "mailto:a@b.id%0aBcc:c@d.id",
        "mailto:a@b.id?subject=x%0d%0aBcc:c@d.id",
    ],
)  # fmt: skip
def test_an_address_that_browsers_read_otherwise_than_people_is_refused(text: str) -> None:
    assert refused(text) == "broken"


def test_an_address_longer_than_browsers_take_is_refused() -> None:
    start = "https://a.id/"
    assert address(start + "a" * (LONGEST - len(start))).host == "a.id"
    assert refused(start + "a" * (LONGEST + 1 - len(start))) == "long"
    assert refused("a" * 1_000_000) == "long"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://contoh.id/a?b=c#d", Address("https://contoh.id/a?b=c#d", "contoh.id")),
        ("  HTTP://Contoh.ID ", Address("http://contoh.id", "contoh.id")),
        ("https://contoh.id/a%zz/ä", Address("https://contoh.id/a%25zz/%C3%A4", "contoh.id")),
        ("https://[::1]/", Address("https://[::1]/", "::1")),
        ("https://раypal.com", Address("https://xn--ypal-43d9g.com", "xn--ypal-43d9g.com", "раypal.com")),
        ("https://baik.id@jahat.id", Address("https://baik.id@jahat.id", "jahat.id", login="baik.id")),
        ("https://:baik.id@jahat.id", Address("https://:baik.id@jahat.id", "jahat.id", login=":baik.id")),
        ("https://baik.id%2Fa@jahat.id", Address("https://baik.id%2Fa@jahat.id", "jahat.id", login="baik.id/a")),
        ("mailto:sari@contoh.id", Address("mailto:sari@contoh.id")),
        ("mailto:a@b.id?Subject=Halo%20ya&body=x%0D%0Ay", Address("mailto:a@b.id?subject=Halo%20ya&body=x%0D%0Ay")),
        ("mailto:a@b.id?attach=/etc/passwd", Address("mailto:a@b.id", dropped=("attach",))),
    ],
)  # fmt: skip
def test_where_an_address_leads(text: str, found: Address) -> None:
    assert address(text) == found


def test_what_could_take_one_in_is_doubtful() -> None:
    assert not address("https://contoh.id/a@b").doubtful
    for text in ("https://baik.id@jahat.id", "https://раypal.com", "mailto:a@b.id?attach=x"):
        assert address(text).doubtful


@given(
    st.builds(
        "{}{}".format, st.sampled_from(["https://", "http://a.id/", "https://a.id?", "mailto:a@b.id", ""]), CURIOUS
    )
)
def test_what_is_handed_over_is_the_same_however_often_it_is_read(text: str) -> None:
    try:
        found = address(text)
    except Refused:
        return
    assert re.fullmatch(r"(https?://|mailto:)[!-~]+", found.whole)
    url = QUrl(found.whole, QUrl.ParsingMode.StrictMode)
    assert url.isValid()
    assert bytes(url.toEncoded().data()).decode() == found.whole
    assert address(found.whole)[:2] == found[:2]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://a.id/\u202etxt", "https://a.id/\\u202Etxt"),
        ("a\x00\x1b\n\u200b\ud800\U000e0041", "a\\u0000\\u001B\\u000A\\u200B\\uD800\\U000E0041"),
        ("raya – “é” 日本 👩", "raya – “é” 日本 👩"),
    ],
)  # fmt: skip
def test_what_cannot_be_seen_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown
