"""Words to Mermaid's drawing code: `%%{init}%%` directives, and front matter, of which only the title is ours."""

import re
from collections.abc import Sequence

import msgspec

_KEY = re.compile(r"(?P<key>[^\s:#\"'][^:#\n]*+|\"[^\"\n]*+\"\s*+|'[^'\n]*+'\s*+):(?:\s|$)(?P<value>.*)")
_BLOCK = re.compile(r"(?P<style>[|>])[+-]?\d?[+-]?\s*(?P<behind>(?:#.*)?)")
_QUOTED = re.compile(r"\"(?P<double>(?:[^\"\\]++|\\.)*+)\"|'(?P<single>(?:[^']++|'')*+)'", re.DOTALL)
_COMMENT = re.compile(r"(?:^|\s)#")
_ESCAPE = re.compile(r"\\(?:(?P<code>x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U000[0-9a-fA-F]{5})|(?P<char>.))", re.DOTALL)
_ESCAPED = {"n": "\n", "t": " ", "r": "", "0": "", "b": "", "e": "", "_": "\u00a0", "N": "\n", "L": "\n", "P": "\n"}


class Setting(msgspec.Struct, frozen=True):
    """A setting as it stands in a diagram. `row` counts the diagram's lines from 0; `closed`: its end was found."""

    row: int
    text: str
    closed: bool = True


class FrontMatter(msgspec.Struct, frozen=True):
    """What stands between the two `---` on top: `rows` lines in all, both rules included."""

    rows: int
    title: str
    title_row: int
    settings: tuple[Setting, ...]
    closed: bool


def without_directives(text: str) -> tuple[str, list[Setting]]:
    """The text with each `%%{...}%%` blanked out, and those directives. Line numbers stay what they are.

    One that is never closed ends with its line: what follows is more likely the journey than a setting.
    """
    kept: list[str] = []
    found: list[Setting] = []
    at = row = 0
    while (start := text.find("%%{", at)) >= 0:
        end, closed = _end_of_directive(text, start)
        row += text.count("\n", at, start)
        kept += (text[at:start], "\n" * text.count("\n", start, end))
        found.append(Setting(row, text[start:end], closed))
        row += text.count("\n", start, end)
        at = end
    return "".join((*kept, text[at:])), found


def _end_of_directive(text: str, start: int) -> tuple[int, bool]:
    following = text.find("%%{", start + 3)
    end = text.find("}%%", start, following if following >= 0 else len(text))
    if end >= 0:
        return end + 3, True
    newline = text.find("\n", start, following if following >= 0 else len(text))
    return newline if newline >= 0 else (following if following >= 0 else len(text)), False


def front_matter(rows: Sequence[str]) -> FrontMatter | None:
    """The YAML block that opens a diagram, if one does; `rows` are the lines ahead of the word `journey`.

    Reads the one key that is about the journey, in any of YAML's ways to write a string.
    """
    first = next((at for at, row in enumerate(rows) if row.strip()), len(rows))
    if first == len(rows) or rows[first].strip() != "---":
        return None
    end = next((at for at in range(first + 1, len(rows)) if rows[at].strip() == "---"), None)
    entries = _entries(rows, first + 1, len(rows) if end is None else end)
    title, title_row, settings = "", 0, []
    for at, entry in entries:
        key = _KEY.match(entry[0].strip())
        if key and key["key"].strip().strip("\"'").lower() == "title" and not title:
            title, behind = _scalar(key["value"], entry[1:])
            title_row = at
            settings += [Setting(at, behind)] if behind else []
        else:
            settings.append(Setting(at, "\n".join(entry).strip()))
    return FrontMatter(len(rows) if end is None else end + 1, title, title_row, tuple(settings), end is not None)


def _entries(rows: Sequence[str], start: int, end: int) -> list[tuple[int, list[str]]]:
    """Each top-level key with the lines that belong to it: those further in, and blank ones."""
    entries: list[tuple[int, list[str]]] = []
    margin = None
    for at in range(start, end):
        indent = len(rows[at]) - len(rows[at].lstrip())
        margin = indent if margin is None and rows[at].strip() else margin
        if entries and (not rows[at].strip() or indent > (margin or 0)):
            entries[-1][1].append(rows[at])
        elif rows[at].strip():
            entries.append((at, [rows[at]]))
    return entries


def _scalar(value: str, more: Sequence[str]) -> tuple[str, str]:
    """A YAML string: literal (|), folded (>), quoted either way, or plain, over any number of lines; and what follows.

    A string that opens a quotation and never closes it is taken as it stands.
    """
    block = _BLOCK.fullmatch(value.strip())
    if block:
        return ("\n" if block["style"] == "|" else " ").join(row.strip() for row in more).strip(), block["behind"]
    text = " ".join(row.strip() for row in (value, *more)).strip()
    if quoted := _QUOTED.match(text):
        single, double = quoted["single"], quoted["double"]
        words = single.replace("''", "'") if double is None else _ESCAPE.sub(_unescaped, double)
        return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), text[quoted.end() :].strip()
    comment = _COMMENT.search(text)
    return (text[: comment.start()].strip(), text[comment.start() :].strip()) if comment else (text, "")


def _unescaped(escape: re.Match[str]) -> str:
    """The character of an escape; two \\u for the halves of one beyond U+FFFF are joined later."""
    if not escape["code"]:
        return _ESCAPED.get(escape["char"], escape["char"])
    code = int(escape["code"][1:], 16)
    return chr(code) if code == 0xA0 or 0xD800 <= code <= 0xDFFF or chr(code).isprintable() else "\ufffd"
