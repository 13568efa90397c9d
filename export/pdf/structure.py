"""The structure tree of a tagged file: the reading of each page, and which marked content belongs to which element
(ISO 32000-1, 14.7)."""

from collections.abc import Mapping, Sequence

from export.pdf.file import File
from export.pdf.objects import Dictionary
from export.pdf.sheet import Annotation, Sheet
from export.pdf.strings import text_string
from model.layout.covered import around, covered
from model.layout.reading import Element, names
from model.layout.shapes import Page

_STAY = frozenset({"Table", "TR", "TH", "TD"})
"""What is there even with nothing in it, so that rows stay equally long."""


class Structure:
    """The tree of one file, page by page."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._root, self._document = file.reserve(), file.reserve()
        self._kids: list[int] = []
        self._parents: list[str] = []

    def page(self, page: Page, sequences: Mapping[str, Sequence[int]], sheet: Sheet) -> None:
        """One more page: `sequences` are the numbers of its marked content, by the names of its reading."""
        branch = _Branch(self._file, page, sequences, sheet, self._parents)
        self._kids += branch.grown(self._document)

    def finish(self) -> None:
        """Puts the tree into the file."""
        put, kids = self._file.put, " ".join(f"{kid} 0 R" for kid in self._kids)
        put(self._document, f"<</Type/StructElem/S/Document/P {self._root} 0 R/K[{kids}]>>")
        numbers = "\n".join(f"{key} {parents}" for key, parents in enumerate(self._parents))
        tree = self._file.reserve()
        put(tree, f"<</Nums[{numbers}]>>")
        put(
            self._root,
            f"<</Type/StructTreeRoot/K {self._document} 0 R/ParentTree {tree} 0 R"
            f"/ParentTreeNextKey {len(self._parents)}>>",
        )
        self._file.catalog("StructTreeRoot", self._file.reference(self._root))
        self._file.catalog("MarkInfo", Dictionary({"Marked": "true"}))


class _Branch:
    """The elements of one page. `owners`: which element each of its sequences belongs to."""

    def __init__(
        self, file: File, page: Page, sequences: Mapping[str, Sequence[int]], sheet: Sheet, parents: list[str]
    ) -> None:
        self._file, self._page, self._sheet, self._parents = file, page, sheet, parents
        self._place = file.number(sheet.reference)
        self._sequences = dict(sequences)
        self._owners = [0] * sum(map(len, sequences.values()))
        self._links: dict[str, list[Annotation]] = {}
        self._fields: dict[str, list[Annotation]] = {}
        for annotation in sheet.annotations:
            laid = self._links if annotation.is_link else self._fields
            laid.setdefault(annotation.name, []).append(annotation)

    def grown(self, parent: int) -> list[int]:
        """The numbers of the page's own elements, and of one for each annotation that none of these is about."""
        if self._owners:
            self._sheet.read_as(len(self._parents))
            place = len(self._parents)
            self._parents.append("")
        kids = [self._element(element, parent) for element in self._page.reading if self._stands(element)]
        if self._owners:
            self._parents[place] = f"[{' '.join(f'{owner} 0 R' for owner in self._owners)}]"
        rest = [each for several in (*self._links.values(), *self._fields.values()) for each in several]
        return [*kids, *(self._alone(annotation, parent) for annotation in rest)]

    def _stands(self, element: Element) -> bool:
        """Whether there is anything on the page that belongs to it and to none before it."""
        return (
            element.kind in _STAY
            or any(name in self._fields for name in element.fields)
            or any(part in self._sequences if isinstance(part, str) else self._stands(part) for part in element.parts)
        )

    def _element(self, element: Element, parent: int) -> int:
        number = self._file.reserve()
        linked = any(part in self._links for part in element.parts if isinstance(part, str))
        kids: list[str] = []
        for part in element.parts:
            if isinstance(part, str):
                kids += self._content(part, number, element.alt)
            elif self._stands(part):
                kids.append(f"{self._element(part, number)} 0 R")
        kids += [self._object(each, number) for name in element.fields for each in self._fields.pop(name, ())]
        alt = f"/Alt{text_string(element.alt)}" if element.alt and not linked else ""
        self._put(number, element.kind, parent, kids, f"{alt}{self._attributes(element)}")
        return number

    def _content(self, name: str, owner: int, alt: str) -> list[str]:
        """The kids a name comes to: its sequences, inside a link where it leads somewhere. A name counts once."""
        sequences = self._sequences.pop(name, ())
        links = self._links.pop(name, ()) if sequences else ()
        if not links:
            return self._own(sequences, owner)
        number = self._file.reserve()
        kids = [*self._own(sequences, number), *(self._object(each, number) for each in links)]
        self._put(number, "Link", owner, kids, f"/Alt{text_string(alt)}" if alt else "")
        return [f"{number} 0 R"]

    def _own(self, sequences: Sequence[int], owner: int) -> list[str]:
        for sequence in sequences:
            self._owners[sequence] = owner
        return [str(sequence) for sequence in sequences]

    def _object(self, annotation: Annotation, owner: int) -> str:
        """An annotation as a kid of an element."""
        annotation.entries["StructParent"] = len(self._parents)
        self._parents.append(f"{owner} 0 R")
        return f"<</Type/OBJR/Obj {self._file.number(annotation.reference)} 0 R>>"

    def _alone(self, annotation: Annotation, parent: int) -> int:
        number, kind = self._file.reserve(), "Link" if annotation.is_link else "Form"
        self._put(number, kind, parent, [self._object(annotation, number)], "")
        return number

    def _attributes(self, element: Element) -> str:
        if element.kind == "TH":
            return f"/A<</O/Table/Scope/{element.scope or 'Column'}>>"
        if element.kind == "Figure" and (box := self._box(element)):
            return f"/A<</O/Layout/Placement/Block/BBox[{box}]>>"
        return ""

    def _box(self, figure: Element) -> str:
        """The rectangle of the page that a figure covers, y up."""
        shown = {*names((figure,))}
        rect = around(rect for _, rect in covered(self._page, lambda group: (group.tag or group.record) in shown))
        if rect is None:
            return ""
        edges = (rect.x, self._page.height - rect.bottom, rect.right, self._page.height - rect.y)
        return " ".join(f"{edge:.2f}" for edge in edges)

    def _put(self, number: int, kind: str, parent: int, kids: Sequence[str], more: str) -> None:
        entries = f"/S/{kind}/P {parent} 0 R/Pg {self._place} 0 R{more}"
        self._file.put(number, f"<<{entries}/K[{' '.join(kids)}]>>" if kids else f"<<{entries}>>")
