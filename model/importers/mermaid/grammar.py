"""Mermaid's grammar of a journey, and the likely meaning of a line that breaks it."""

import re

from model.importers.imported import ImportRefused
from model.importers.mermaid.blocks import Diagram
from model.importers.mermaid.journey import Journey, Section, Task
from model.importers.mermaid.scores import score
from model.importers.mermaid.settings import FrontMatter, front_matter, without_directives
from model.importers.mermaid.statements import NUMBER, Sort, Statement, statements
from model.importers.mermaid.text import plain, shortened, wordless

MAX_STATEMENTS = 100_000
"""A hundred times more than anyone draws, and still within a laptop's memory."""

_KEYWORD = re.compile(r"(?P<word>title|section)(?P<colon>\s*:)?(?:\s+|\Z)(?P<words>.*)", re.IGNORECASE | re.DOTALL)
_LIKE_TASK = re.compile(rf"[^:]*:\s*{NUMBER}\s*:")
_NUMBERED = re.compile(rf"\s*{NUMBER}\s*(?::|\Z)")
_OPTION = re.compile(r"\s*:[\w-]+:")


def parse(diagram: Diagram) -> Journey:
    """What a `journey` diagram says. Takes any text, and refuses only too much of it: raises ImportRefused."""
    journey = Journey()
    text, directives = without_directives(diagram.text)
    for directive in directives:
        code = "settings" if directive.closed else "directive_unclosed"
        journey.tell(diagram.line + directive.row, code, text=directive.text)
    rows = text.split("\n")
    _read_preamble(journey, rows[: diagram.header], diagram.line)
    for at, statement in enumerate(statements("\n".join(rows[diagram.header :]), diagram.line + diagram.header)):
        if at == MAX_STATEMENTS:
            raise ImportRefused("too_long", limit=MAX_STATEMENTS)
        _READ[statement.sort](journey, statement)
    journey.notes.sort(key=lambda note: note.line)
    return journey


def _read_preamble(journey: Journey, rows: list[str], line: int) -> None:
    """The lines ahead of the word `journey`: front matter, comments, options of a Markdown dialect, stray words."""
    matter = front_matter(rows)
    if matter:
        _read_front_matter(journey, matter, line)
    stray: list[str] = []
    for at in range(matter.rows if matter else 0, len(rows)):
        row = rows[at].strip()
        if row.startswith(("%%", "#")):
            _read_comment(journey, Statement(line + at, Sort.COMMENT, row.lstrip("%#").strip()))
        elif _OPTION.match(row):
            journey.tell(line + at, "settings", text=row)
        elif row:
            stray.append(row)
        if stray and (not row or at == len(rows) - 1):
            _set_aside(journey, line + at, "\n".join(stray))
            stray = []


def _read_front_matter(journey: Journey, matter: FrontMatter, line: int) -> None:
    if not matter.closed:
        journey.tell(line, "front_matter_unclosed")
    if matter.title:
        _set_title(journey, line + matter.title_row, plain(matter.title))
    for setting in matter.settings:
        journey.tell(line + setting.row, "settings", text=setting.text)


def _read_comment(journey: Journey, statement: Statement) -> None:
    """Comments are the author's words: kept in the note of their stage, but for those that only draw a line."""
    if not wordless(statement.text):
        remarks = journey.sections[-1].remarks if journey.sections else journey.comments
        remarks.append(statement.text)
        journey.tell(statement.line, "comment_noted", text=shortened(statement.text))


def _read_summary(journey: Journey, statement: Statement) -> None:
    if statement.text:
        journey.summaries.append(plain(statement.text))


def _read_description(journey: Journey, statement: Statement) -> None:
    if statement.sort is Sort.UNCLOSED:
        journey.tell(statement.line, "description_unclosed")
    words = "\n".join(plain(row) for row in statement.text.strip().split("\n"))
    if words:
        journey.descriptions.append(words)


def _read_words(journey: Journey, statement: Statement) -> None:
    """A title, a section or a task, told apart as Mermaid does, and its comment, if it has one."""
    remarks = [] if wordless(statement.comment) else [statement.comment]
    if statement.hash:
        journey.tell(statement.line, "hash_as_text", text=shortened(statement.text))
    keyword = _KEYWORD.match(statement.text)
    if statement.text.lower() == "journey":
        journey.tell(statement.line, "header_again")
    elif keyword and _is_keyword(keyword):
        _read_keyword(journey, statement, keyword)
    else:
        task = _read_task(journey, statement)
        if task and remarks:
            journey.tell(statement.line, "comment_kept", text=shortened(remarks.pop()), task=shortened(task.name))
            task.remarks.append(statement.comment)
    for remark in remarks:
        _read_comment(journey, Statement(statement.line, Sort.COMMENT, remark))


def _is_keyword(keyword: re.Match[str]) -> bool:
    """Whether Mermaid's keyword is one: "section: 5: Me" and "Section leader speaks: 5: Me" can only be tasks.

    Mermaid stumbles over the second; over "Title search: 5: Me" it does not, and reads a title.
    """
    if keyword["colon"]:
        return not _NUMBERED.match(keyword["words"])
    return keyword["word"].lower() == "title" or not _LIKE_TASK.match(keyword["words"])


def _read_keyword(journey: Journey, statement: Statement, keyword: re.Match[str]) -> None:
    words = plain(keyword["words"])
    if keyword["colon"]:
        journey.tell(statement.line, "keyword_colon", text=shortened(statement.text))
    if keyword["word"].lower() == "title":
        if _LIKE_TASK.match(keyword["words"]):
            journey.tell(statement.line, "title_like_task", text=shortened(statement.text))
        _set_title(journey, statement.line, words)
        return
    if ":" in keyword["words"] and not keyword["colon"]:
        journey.tell(statement.line, "section_colon", title=shortened(words))
    elif not words:
        journey.tell(statement.line, "section_untitled")
    journey.sections.append(Section(statement.line, words))


def _set_title(journey: Journey, line: int, title: str) -> None:
    """The last title counts, as in Mermaid; an earlier one is set aside."""
    if journey.title and title and title != journey.title:
        journey.aside.append(journey.title)
        journey.tell(line, "title_replaced", title=shortened(journey.title))
    journey.title = title or journey.title


def _read_task(journey: Journey, statement: Statement) -> Task | None:
    """The task a statement is, put into its section; None when it has no name, and its words are set aside."""
    name, colon, rest = statement.text.partition(":")
    if wordless(name):
        _set_aside(journey, statement.line, statement.text)
        return None
    if (keyword := _KEYWORD.match(statement.text)) and not keyword["colon"]:
        journey.tell(statement.line, "section_like_task", text=shortened(statement.text))
    figure, actors, *more = (*rest.split(":", 2), "", "")
    task = Task(statement.line, plain(name), figure=plain(figure), actors=_actors(journey, statement.line, actors))
    task.score = score(task.figure)
    _tell_score(journey, task, bool(colon))
    if not wordless(more[0]):
        task.remarks.append(plain(more[0]))
        journey.tell(task.line, "pieces_kept", text=shortened(plain(more[0])), task=shortened(task.name))
    _section(journey, task.line).tasks.append(task)
    return task


def _actors(journey: Journey, line: int, text: str) -> tuple[str, ...]:
    names = [plain(name) for name in text.split(",")]
    once = tuple(dict.fromkeys(name for name in names if name))
    if len(once) < len([name for name in names if name]):
        journey.tell(line, "actor_twice", actors=shortened(", ".join(once)))
    return once


def _tell_score(journey: Journey, task: Task, colon: bool) -> None:
    """What is out of the ordinary about a task's score; words stay as the card's note."""
    if not task.figure:
        journey.tell(task.line, "score_missing" if colon else "colon_missing", task=shortened(task.name))
    elif task.score is None:
        task.remarks.append(task.figure)
        journey.tell(task.line, "score_words", words=shortened(task.figure), task=shortened(task.name))
    elif "," in task.figure:
        journey.tell(task.line, "score_comma", score=task.figure, task=shortened(task.name))


def _section(journey: Journey, line: int) -> Section:
    """The section a task belongs to; ahead of the first one a section of its own."""
    if not journey.sections:
        journey.sections.append(Section(line, "", stated=False))
        journey.tell(line, "stage_guessed")
    return journey.sections[-1]


def _set_aside(journey: Journey, line: int, text: str) -> None:
    if wordless(text):
        journey.tell(line, "line_wordless", text=shortened(text))
    else:
        journey.aside.append("\n".join(plain(row) for row in text.split("\n")))
        journey.tell(line, "line_parked", text=shortened(text))


_READ = {
    Sort.WORDS: _read_words,
    Sort.SUMMARY: _read_summary,
    Sort.DESCRIPTION: _read_description,
    Sort.UNCLOSED: _read_description,
    Sort.COMMENT: _read_comment,
}
