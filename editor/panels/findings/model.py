"""The findings as rows below their severity; sentences are made for the rows that are looked at."""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import QObject, Qt

from editor import plain
from editor.panels.rows import Index, Rows
from editor.session import Session
from editor.signs import sign
from editor.speech import Speech, language
from model.findings.finding import Code, Finding, Severity
from model.findings.sentences import fix_sentence, sentence
from model.records import Id
from resources.words import words

say = Speech("advice")

_Role = Qt.ItemDataRole


class Section(Enum):
    """What the findings stand below, the gravest first."""

    ALL = "all"
    CRITICAL = "critical"
    WARNING = "warning"
    HINT = "hint"
    IGNORED = "ignored"


Key = Section | tuple[Code, tuple[Id, ...]]

_OF = {
    Severity.CRITICAL: Section.CRITICAL, Severity.WARNING: Section.WARNING, Severity.HINT: Section.HINT,
}  # fmt: skip


class FindingsModel(Rows[Key]):
    """What was found last, in sections; those that are empty are not shown."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(Section.ALL, parent)
        self._session = session
        self._found: dict[Key, Finding] = {}
        self._sections: dict[Section, list[Key]] = {}

    def keys_below(self, key: Key) -> Sequence[Key]:
        if key is Section.ALL:
            return [section for section in Section if self._sections.get(section)]
        return self._sections.get(key, []) if isinstance(key, Section) else []

    def count(self, section: Section) -> int:
        """How many findings stand below a section."""
        return len(self._sections.get(section, []))

    def finding(self, index: Index) -> Finding | None:
        """The finding a row stands for."""
        key = self.key_at(index)
        return self._found.get(key) if key is not None else None

    def take(self, findings: Iterable[Finding]) -> None:
        """Show these findings in place of the last ones. Those that stay may read differently now."""
        self._found, self._sections = {}, {}
        for each in findings:
            key = (each.code, each.records)
            self._found[key] = each
            self._sections.setdefault(_section(each), []).append(key)
        self.follow((Section.ALL, *Section))

    def forget(self) -> None:
        """Show nothing: the map is another one."""
        self._found, self._sections = {}, {}
        self.start_over()

    # What Qt asks

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        key = self.key_at(index)
        if isinstance(key, Section):
            return self._of_section(key, role)
        finding = self.finding(index)
        return self._of_finding(finding, role) if finding is not None else None

    def _of_section(self, section: Section, role: int) -> Any:
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return say(f"section.{section.value}", count=say.number(self.count(section)))
        return None

    def _of_finding(self, finding: Finding, role: int) -> Any:
        match role:
            case _Role.DisplayRole:
                return self.words_of(finding)
            case _Role.DecorationRole:
                return sign(_section(finding).value)
            case _Role.AccessibleTextRole:
                return say(f"spoken.{finding.severity}", text=self.words_of(finding))
            case _Role.ToolTipRole:
                return plain.tooltip(self.words_of(finding))
        return None

    def words_of(self, finding: Finding) -> str:
        """The finding as a sentence, and below it why it was set aside."""
        said = sentence(finding, self._session.document, words("findings", language()))
        reason = self._reason(finding)
        return f"{said}\n{say('reason.given', reason=reason)}" if reason else said

    def fix_words(self, finding: Finding) -> str:
        """What its quick fix would do; nothing where there is none."""
        return fix_sentence(finding, self._session.document, words("findings", language()))

    def _reason(self, finding: Finding) -> str:
        aside = self._session.document.map.ignored if finding.ignored else ()
        given = (each.reason for each in aside if (each.code, each.records) == (finding.code, finding.records))
        return plain.one_line(next(given, ""))


def _section(finding: Finding) -> Section:
    return Section.IGNORED if finding.ignored else _OF[finding.severity]
