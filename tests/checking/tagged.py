"""A reader of tagged PDFs by another's library: the structure tree as it stands, and what of the page it speaks of."""

import io
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject

from model.layout.reading import names
from model.layout.shapes import Clip, Group, Page, Shape, Text
from tests.checking.export_tools import run

_PAINTS = {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"Tj", b"TJ", b"'", b'"', b"Do", b"sh"}
_HOLDS = {
    "Document": {"H1", "H2", "H3", "H4", "P", "L", "Table", "Figure", "Form", "Link", "Sect"},
    "Sect": {"H1", "H2", "H3", "H4", "P", "L", "Table", "Figure", "Form", "Link", "Sect", "Caption"},
    "L": {"LI", "Caption", "L"}, "LI": {"LBody"}, "Table": {"TR", "Caption"}, "TR": {"TH", "TD"},
}  # fmt: skip
"""What may stand in what, as far as it is not free (ISO 32000-1, 14.8.4)."""


class Node(msgspec.Struct):
    """An element: `content` are the numbers of its own marked content, by page and in order."""

    kind: str
    alt: str
    scope: str
    kids: list["Node"]
    content: list[tuple[int, int]]
    objects: list[str]


def tree(data: bytes) -> Node:
    """The element everything stands in. Asserts that elements lead back to where they hang."""
    reader = PdfReader(io.BytesIO(data), strict=True)
    root: Any = reader.root_object["/StructTreeRoot"]
    marks: Any = reader.root_object["/MarkInfo"]
    assert marks["/Marked"].value is True
    pages = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages) if page.indirect_reference}
    top = root["/K"]
    return _node(top, root, pages)


def _node(element: Any, parent: Any, pages: dict[int, int]) -> Node:
    assert element["/P"].get_object() == parent
    node = Node(str(element["/S"])[1:], str(element.get("/Alt", "")), "", [], [], [])
    if "/A" in element:
        node.scope = str(element["/A"].get("/Scope", ""))[1:]
    kids = element.get("/K", ArrayObject())
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        found: Any = kid.get_object()
        if not isinstance(found, DictionaryObject):
            node.content.append((pages[element.raw_get("/Pg").idnum], int(found)))
        elif found.get("/Type") == "/OBJR":
            laid: Any = found["/Obj"]
            node.objects.append(str(laid["/Subtype"]))
        else:
            node.kids.append(_node(found, element, pages))
    return node


def nodes(node: Node) -> Iterator[Node]:
    """All elements in the order they are read."""
    yield node
    for kid in node.kids:
        yield from nodes(kid)


def tag_faults(data: bytes) -> list[str]:
    """Whatever is wrong with the tags of a file: what no element and no artifact holds, what is held twice or not at
    all, parents that do not know their children, elements where none of their kind may be."""
    reader, found = PdfReader(io.BytesIO(data), strict=True), tree(data)
    held = Counter(place for node in nodes(found) for place in node.content)
    marked = Counter[tuple[int, int]]()
    faults: list[str] = []
    for at, page in enumerate(reader.pages):
        numbers, loose = _marked(page, reader)
        marked.update((at, number) for number in numbers)
        faults += [f"page {at + 1}: {operator} outside all marks" for operator in loose]
    faults += [f"{place} stands {count} times" for place, count in marked.items() if count != 1]
    faults += [f"{place} is held {count} times" for place, count in held.items() if count != 1]
    faults += [f"{place} is held and not there, or there and not held" for place in held.keys() ^ marked.keys()]
    return [*faults, *_misplaced(found), *_lost(reader)]


def _marked(page: Any, reader: PdfReader) -> tuple[list[int], list[str]]:
    """The numbers of a page's marked content, and the operators that paint outside of it."""
    numbers: list[int] = []
    loose: list[str] = []
    depth: list[bool] = []
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            own = operator == b"BDC" and "/MCID" in operands[1]
            assert not (own and any(depth)), "marked content in marked content"
            depth.append(own or operands[0] == "/Artifact")
            numbers += [int(operands[1]["/MCID"])] if own else []
        elif operator == b"EMC":
            depth.pop()
        elif operator in _PAINTS and not any(depth):
            loose.append(operator.decode())
    assert not depth
    return numbers, loose


def _misplaced(node: Node) -> Iterator[str]:
    for kid in node.kids:
        allowed = _HOLDS.get(node.kind)
        if (allowed is not None and kid.kind not in allowed) or (kid.kind == "Link") < (node.kind == "Link"):
            yield f"{kid.kind} in {node.kind}"
        yield from _misplaced(kid)
    if node.kind in _HOLDS and node.content:
        yield f"text in {node.kind}"
    if node.kind == "Figure" and not node.alt:
        yield "a figure without words"
    if not (node.kids or node.content or node.objects or node.kind in ("TD", "TH", "TR", "Document")):
        yield f"an empty {node.kind}"


def _lost(reader: PdfReader) -> Iterator[str]:
    """Pages and annotations whose entry in the parent tree is missing, or is no element."""
    root: Any = reader.root_object["/StructTreeRoot"]
    flat = list(root["/ParentTree"]["/Nums"])
    parents: dict[int, Any] = {int(key): value.get_object() for key, value in zip(flat[::2], flat[1::2], strict=True)}
    assert sorted(parents) == list(range(len(parents)))
    pages: list[Any] = list(reader.pages)
    for at, page in enumerate(pages, start=1):
        if "/StructParents" in page and not isinstance(parents.get(int(page["/StructParents"])), ArrayObject):
            yield f"page {at} has no parents"
        for annotation in page.get("/Annots", ()):
            owner = parents.get(int(annotation.get_object().get("/StructParent", -1)))
            if not isinstance(owner, DictionaryObject) or str(owner["/S"]) not in ("/Link", "/Form"):
                yield f"an annotation on page {at} has no element"


def in_order(page: Page) -> str:
    """All that a page says to those who hear it, in the order of its reading, without spaces."""
    wanted = list(names(page.reading))
    said: dict[str, list[str]] = {}
    for text, name in _texts(page.shapes, "", frozenset(wanted)):
        said.setdefault(name, []).append(text.string)
    return "".join("".join(said.pop(name, ())) for name in wanted).replace(" ", "")


def unread(page: Page) -> list[str]:
    """The texts of a page that nobody hears."""
    return [text.string for text, name in _texts(page.shapes, "", frozenset(names(page.reading))) if not name]


def _texts(shapes: Iterable[Shape], around: str, wanted: frozenset[str]) -> Iterator[tuple[Text, str]]:
    """Every text with the name it is read under."""
    for shape in shapes:
        if isinstance(shape, Text):
            yield shape, around
        elif isinstance(shape, Clip):
            yield from _texts(shape.shapes, around, wanted)
        elif isinstance(shape, Group):
            own = shape.tag or shape.record or ""
            yield from _texts(shape.shapes, own if own in wanted else around, wanted)


def spoken(data: bytes) -> list[str]:
    """What poppler reads, piece by piece."""
    lines = run("pdfinfo", data, "-struct-text").decode().splitlines()
    return [text.strip()[1:-1].strip() for text in lines if text.strip().startswith('"')]
