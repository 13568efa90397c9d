"""Order keys: strings that sort as the records stand, with room between any two, so a move changes one record.

A key is a fraction in base 62 behind a head that counts its integer digits, as in "Implementing Fractional Indexing"
(David Greenspan, 2020): appending a thousand records gives keys of three letters, not of a thousand.
"""

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"  # ASCII order is digit order
FIRST = "a0"
_SMALLEST = "A" + "0" * 26


def between(before: str | None, after: str | None) -> str:
    """A key after `before` and ahead of `after`; None is an open end.

    Raises ValueError when `before` does not sort ahead of `after`, or a key is not one of ours.
    """
    if before is not None and after is not None and before >= after:
        raise ValueError(f"no key between {before!r} and {after!r}")
    for key in (before, after):
        if key is not None and not is_key(key):
            raise ValueError(f"not an order key: {key!r}")
    if before is None:
        return FIRST if after is None else _ahead_of(after)
    if after is None:
        return _behind(before)
    head, fraction = _split(before)
    next_head, next_fraction = _split(after)
    if head == next_head:
        return head + _middle(fraction, next_fraction)
    following = _step(head, +1)
    return following if following is not None and following < after else head + _middle(fraction, None)


def several(before: str | None, after: str | None, count: int) -> list[str]:
    """`count` keys in order between two neighbours, found by halving so that they stay short."""
    if count <= 0:
        return []
    if after is None:
        return _all_behind(between(before, None), count)
    half = count // 2
    middle = between(before, after)
    return [*several(before, middle, half), middle, *several(middle, after, count - half - 1)]


def _all_behind(first: str, count: int) -> list[str]:
    """`count` keys from the first on, as `_behind` gives them, but a whole run of last digits at once."""
    keys = [first]
    while len(keys) < count:
        keys.append(_behind(keys[-1]))
        stem, last = keys[-1][:-1], keys[-1][-1]
        if len(keys[-1]) == _head_length(keys[-1]):
            keys += [stem + digit for digit in DIGITS[DIGITS.index(last) + 1 :]]
    return keys[:count]


def is_key(key: str) -> bool:
    """Whether `between` can work with this key."""
    length = _head_length(key)
    whole = 0 < length <= len(key) and key != _SMALLEST
    return whole and all(c in DIGITS for c in key) and not key[length:].endswith("0")


def _head_length(key: str) -> int:
    first = key[:1]
    if "a" <= first <= "z":
        return ord(first) - ord("a") + 2
    return ord("Z") - ord(first) + 2 if "A" <= first <= "Z" else 0


def _split(key: str) -> tuple[str, str]:
    length = _head_length(key)
    return key[:length], key[length:]


def _ahead_of(key: str) -> str:
    head, fraction = _split(key)
    if head == _SMALLEST:
        return head + _middle("", fraction)
    if fraction:
        return head
    previous = _step(head, -1) or _SMALLEST
    return previous if previous != _SMALLEST else previous + _middle("", None)


def _behind(key: str) -> str:
    head, fraction = _split(key)
    following = _step(head, +1)
    return following if following is not None else head + _middle(fraction, None)


def _step(head: str, by: int) -> str | None:
    """The next integer head up or down, one digit longer or shorter where it overflows; None past the ends."""
    digits = list(head[1:])
    rollover, edge = ("0", DIGITS[-1]) if by > 0 else (DIGITS[-1], "0")
    for place in reversed(range(len(digits))):
        if digits[place] != edge:
            digits[place] = DIGITS[DIGITS.index(digits[place]) + by]
            return head[0] + "".join(digits)
        digits[place] = rollover
    return _resized(head[0], by)


def _resized(first: str, by: int) -> str | None:
    if first == ("z" if by > 0 else "A"):
        return None
    neighbour = {("Z", 1): "a", ("a", -1): "Z"}.get((first, by), chr(ord(first) + by))
    return neighbour + ("0" if by > 0 else DIGITS[-1]) * (_head_length(neighbour) - 1)


def _middle(low: str, high: str | None) -> str:
    """A fraction strictly between two fractions; neither ends in the zero digit."""
    shared = 0
    if high is not None:
        while shared < len(high) and (low[shared : shared + 1] or "0") == high[shared]:
            shared += 1
        if shared:
            return high[:shared] + _middle(low[shared:], high[shared:])
    bottom = DIGITS.index(low[0]) if low else 0
    top = DIGITS.index(high[0]) if high else len(DIGITS)
    if top - bottom > 1:
        return DIGITS[(bottom + top) // 2]
    if high is not None and len(high) > 1:
        return high[0]
    return DIGITS[bottom] + _middle(low[1:], None)
