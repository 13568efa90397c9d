"""Where diagrams stand in a file: the file itself, fenced blocks of Markdown, elements of a page."""

import re
from collections.abc import Sequence

import msgspec

from model.importers.mermaid.elements import elements
from model.importers.mermaid.settings import front_matter, without_directives

_FENCE = re.compile(
    r"(?P<before>(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*+)(?P<fence>`{3,}+|~{3,}+|:{3,}+)[ \t]*+(?P<info>.*)"
)
_CLOSING = re.compile(r"[ \t]*+(?P<fence>`{3,}+|~{3,}+|:{3,}+)[ \t]*+")
_MERMAID = re.compile(r"\{?[ .:=]*(?:mermaid|mmd)\b(?!-)", re.IGNORECASE)
_PAGE = re.compile(r"\s*+(?:<\?xml|<!doctype\s|<html\b)", re.IGNORECASE)
_HEADER = re.compile(
    r"[^\S\n]*+(?:(?P<journey>(?i:journey))[^\S\n]*+(?:[;#].*|%%.*|(?i:title|section|accTitle|accDescr)\b.*)?"
    r"|(?P<other>(?:(?:graph|flowchart)(?=\s+(?:TB|TD|BT|RL|LR)\b)|sequenceDiagram|classDiagram(?:-v2)?"
    r"|stateDiagram(?:-v2)?|erDiagram|gantt|pie|mindmap|timeline|gitGraph|quadrantChart|requirementDiagram"
    r"|C4(?:Context|Container|Component|Dynamic|Deployment)|zenuml|kanban|(?:sankey|xychart|block|packet|architecture"
    r"|radar|treemap)(?:-beta)?))(?:\s+(?:TB|TD|BT|RL|LR))?[;:]?[^\S\n]*+)"
)
_WORD = re.compile(r"[A-Za-z][\w-]{0,40}")


class Diagram(msgspec.Struct, frozen=True):
    """A Mermaid block as it stands in a file.

    `kind` is the word it begins with (`journey` in lower case), empty when there is none; `line` the line of the file,
    from 1, on which `text` begins; `header` the line of `text`, from 0, on which that word stands.
    """

    kind: str
    text: str
    line: int
    header: int = 0


def blocks(text: str) -> list[Diagram]:
    """Every Mermaid diagram of a file, of any kind, from top to bottom. `text` has plain newlines."""
    if _PAGE.match(text):
        return [_diagram(content, line) for line, content in elements(text)]
    rows = text.split("\n")
    fenced, prose = _fenced(rows)
    found = [_diagram(content, line) for line, content, named in fenced if named]
    found += [_diagram(content, line) for line, content in elements(prose)]
    unnamed = [_diagram(content, line) for line, content, named in fenced if not named]
    return sorted(found, key=lambda each: each.line) or [d for d in unnamed if d.kind == "journey"] or _plain(rows)


def _diagram(text: str, line: int) -> Diagram:
    """What kind a block is: the first word that is no comment, setting or option of a Markdown dialect."""
    rows = without_directives(text)[0].split("\n")
    for at in range(_behind_front_matter(rows), len(rows)):
        if rows[at].strip() and not rows[at].lstrip().startswith(("%%", "#", ":")):
            word = _WORD.match(rows[at].lstrip())
            kind = word[0] if word else ""
            return Diagram("journey" if kind.lower() == "journey" else kind, text, line, at)
    return Diagram("", text, line)


def _behind_front_matter(rows: Sequence[str]) -> int:
    """The line on which a diagram itself begins; front matter that is never closed ends at the diagram's word."""
    matter = front_matter(rows)
    if matter is None or matter.closed:
        return matter.rows if matter else 0
    return next((at for at, row in enumerate(rows) if _HEADER.fullmatch(row)), 0)


def _fenced(rows: Sequence[str]) -> tuple[list[tuple[int, str, bool]], str]:
    """The fenced blocks that may hold a diagram (line, text, whether they say mermaid), and the text around fences.

    A block ends at a fence as long as its own, at the end of its quotation, or at the next one that says mermaid.
    """
    found: list[tuple[int, str, bool]] = []
    prose: list[str] = []
    at = 0
    while at < len(rows):
        opening = _opening(rows[at])
        prose.append("" if opening else rows[at])
        at += 1
        if opening:
            inside, after = _inside(rows, at, opening)
            named = bool(_MERMAID.match(opening["info"]))
            if named or not opening["info"].strip():
                found.append((at + 1, "\n".join(inside), named))
            prose += [""] * (after - at)
            at = after
    return found, "\n".join(prose)


def _opening(row: str) -> re.Match[str] | None:
    """The match when a fence opens here. A `:::` opens one only for mermaid: elsewhere it is a box around prose."""
    fence = _FENCE.match(row)
    if fence is None or (fence["fence"][0] == "`" and "`" in fence["info"]):
        return None
    return fence if fence["fence"][0] != ":" or _MERMAID.match(fence["info"]) else None


def _inside(rows: Sequence[str], start: int, opening: re.Match[str]) -> tuple[list[str], int]:
    """The lines of a fenced block, out of their quotation, and the line after it."""
    inside: list[str] = []
    depth = opening["before"].count(">")
    for at in range(start, len(rows)):
        row = _unquoted(rows[at], depth)
        following = _opening(rows[at]) if row is not None else None
        if row is None or (following and _MERMAID.match(following["info"]) and _MERMAID.match(opening["info"])):
            return inside, at
        closing = _CLOSING.fullmatch(row)
        if closing and closing["fence"].startswith(opening["fence"]):
            return inside, at + 1
        inside.append(row)
    return inside, len(rows)


def _unquoted(row: str, depth: int) -> str | None:
    """The line without `depth` marks of quotation; None when the quotation has ended."""
    at = 0
    for _ in range(depth):
        mark = row.find(">", at)
        if mark < 0 or row[at:mark].strip():
            return None
        at = mark + 1
    return row[at:]


def _plain(rows: Sequence[str]) -> list[Diagram]:
    """The diagrams of a file without any markup: each begins with its word on a line of its own.

    What stands ahead of the first one belongs to it: its settings, or words to set aside.
    """
    starts: list[tuple[int, int, str]] = []
    margin = 0
    for at, row in enumerate(rows):
        header = _HEADER.fullmatch(row)
        indent = len(row) - len(row.lstrip())
        if header and _may_begin(rows, at) and (not starts or indent <= margin):
            margin = margin if starts else indent
            beginning = _with_settings(rows, at, starts[-1][1] + 1) if starts else 0
            starts.append((beginning, at, "journey" if header["journey"] else header["other"]))
    ends = [*(beginning for beginning, _, _ in starts[1:]), len(rows)]
    return [
        Diagram(kind, "\n".join(rows[beginning:end]), beginning + 1, at - beginning)
        for (beginning, at, kind), end in zip(starts, ends, strict=False)
    ]


def _may_begin(rows: Sequence[str], at: int) -> bool:
    """Whether the line above ends something: nothing, a blank line, a comment or a setting."""
    above = rows[at - 1].strip() if at else ""
    return not above or above.startswith("%%") or above.endswith("}%%") or above == "---"


def _with_settings(rows: Sequence[str], header: int, floor: int) -> int:
    """The line on which a later diagram begins, with the comments and the front matter right above its word."""
    at = header
    while at > floor and rows[at - 1].strip().startswith("%%"):
        at -= 1
    if at > floor and rows[at - 1].strip() == "---":
        return next((row for row in range(at - 2, floor - 1, -1) if rows[row].strip() == "---"), at)
    return at
