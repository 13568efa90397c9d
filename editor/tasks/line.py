"""Any text as one harmless line: for a terminal, and for lists of what happened."""

# A map may come from anyone: what moves the cursor or turns the writing around stays out.
_BREAKS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029], " ")
_TURNS = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "")
_HARMLESS = str.maketrans({chr(code): instead for code, instead in (_BREAKS | _TURNS).items()})


def plain(text: str) -> str:
    """On one line, without control characters."""
    return " ".join(text.translate(_HARMLESS).split())
