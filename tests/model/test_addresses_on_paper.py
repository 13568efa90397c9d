"""Addresses a file can lead to: on the web or to a letter, plainly, in letters of ASCII."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.addresses import on_paper


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("https://contoh.id/a?b=c#d", "https://contoh.id/a?b=c#d"),
        ("  HTTP://Contoh.ID ", "http://contoh.id"),
        ("https://bücher.example/ä?q=é#ü", "https://xn--bcher-kva.example/%C3%A4?q=%C3%A9#%C3%BC"),
        ("https://a.id:8443/x", "https://a.id:8443/x"),
        ("https://[::1]/x", "https://[::1]/x"),
        ("mailto:a@b.id?subject=halo", "mailto:a@b.id?subject=halo"),
    ],
)
def test_an_address_of_the_web_or_of_mail_is_written_out(text: str, leads: str) -> None:
    assert on_paper(text) == leads


@pytest.mark.parametrize(
    "text",
    [
        "", "javascript:alert(1)", "file:///etc/passwd", "//a.id", "https:x", "https://", "https://a b.id",
        "https://a.id:99999", "https://a.id:1:2", "https://bank.id@jahat.id/", "https://a.id/\ud800", "http://a..id",
        "https://-a.id", "https://[::1", "mailto:sari", "mailto:a@b.id?attach=/etc/passwd",
        "mailto:a@b.id%0aBcc:c@d.id", "https://a.id/" + "a" * 2000, "https://a\u202eb.id",
    ],
)  # fmt: skip
def test_whatever_is_no_such_address_or_takes_one_in_leads_nowhere(text: str) -> None:
    assert on_paper(text) == ""


@given(st.text(st.sampled_from([*"ab./:@%?#[]&=-_0 \\", "\u202e", "ä", "р", "\x00", "\n", "ß", "。", "\ud800"])))
def test_no_text_makes_an_address_of_other_letters_than_readers_take(rest: str) -> None:
    for start in ("https://", "mailto:", ""):
        found = on_paper(start + rest)
        assert found.isascii()
        assert not set(found) & set(' \\<>"\n\x00')
