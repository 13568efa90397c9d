"""Texts of every character there is, with those that go wrong somewhere far more often than chance would have them."""

from hypothesis import strategies as st

MARKS = (
    "\x00", "\r", "\r\n", "\n", "\t", "\x0b", "\x0c", "\x1c", "\x1e", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff",
    "\ufffe", "\uffff", "\ufdd0", "\ufdef", "\U0001fffe", "\U0010ffff", "\ud800", "\udc00", "\ud83d", "\ude42",
    "\ud83d\ude42", "\u202a", "\u202e", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c", "\u00a0", "\u202f",
    "\u2007", "\u2060", "\u3000", "\u00ad", "\u200b", "\u200c", "\u200d", "\u0301", "\u0323", "\u20dd", "\ufe0f",
    "\ufe0e", "\U000e0100", "\U000e0041", "\ue000", "\U0010fffd", "\ufffc", "\ufffd", "\u0e33", "\u1160", "\uac00",
    "\u0915\u094d", "🙂", "👩\u200d🍳", "🇮🇩", "👍🏽", "مرحبا", "שלום", "日本語", "ไทย", "ꦗꦮ", "<b>", "&amp;", "]]>",
    "\\", '"', "'", "`", "$(x)", " ", "  ", "-", "—", "a", "Kopi", "10\u00a0€",
)  # fmt: skip
"""Control characters and line ends, halves, noncharacters, directions, spaces, joiners, marks, selectors, scripts, and
what means something to somebody's parser."""

ANYTHING = st.text(st.characters(), max_size=30)
TEXTS = st.one_of(
    st.lists(st.sampled_from(MARKS), max_size=12).map("".join),
    st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=4)), max_size=8).map("".join),
    ANYTHING,
)
"""Any text: lone surrogates too, as broken input methods and other programs give them."""

_BY_KEY = st.characters(categories=("L", "M", "N", "P", "S", "Zs"))
KEYED = st.text(st.one_of(_BY_KEY, st.sampled_from("\n\u00a0\u200d\ufe0f\u00ad🙂")), max_size=12)
"""What a keyboard can send: no control characters."""
