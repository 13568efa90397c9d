"""A journey as Mermaid has it: a title, sections, tasks with a score and actors, and words around them."""

from dataclasses import dataclass, field

from model.importers.imported import Note


@dataclass
class Task:
    """A task as written. `figure` is the score in the file's own words; `remarks` what the format has no place for."""

    line: int
    name: str
    score: float | None = None
    figure: str = ""
    actors: tuple[str, ...] = ()
    remarks: list[str] = field(default_factory=list)


@dataclass
class Section:
    """A section; the one that tasks ahead of any section are put in is not `stated`. `remarks` are its comments."""

    line: int
    title: str
    stated: bool = True
    tasks: list[Task] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@dataclass
class Journey:
    """All a diagram says, in its order; `aside` are words that are no part of a journey, `comments` stand ahead."""

    title: str = ""
    summaries: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @property
    def tasks(self) -> list[Task]:
        return [task for section in self.sections for task in section.tasks]

    @property
    def actors(self) -> tuple[str, ...]:
        """Everyone who takes part, by first appearance."""
        return tuple(dict.fromkeys(actor for task in self.tasks for actor in task.actors))

    def tell(self, line: int, code: str, **details: object) -> None:
        """Put a line into the import report."""
        self.notes.append(Note(line, code, details))
