"""Tagged files: everything on the page is an element's or decoration, and is read in the order it was asked for."""

import io

import msgspec
import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from export import pdf
from model.layout.fields import Address
from model.layout.reading import Element
from model.layout.shapes import Box, Clip, Group, Page
from tests.checking.export_tools import rendered, run
from tests.checking.tagged import Node, nodes, spoken, tag_faults, tree
from tests.making.export_pages import INFO, card, line, page

RED = "#C2410C"
SQUARE = (("M", 0.0, 0.0), ("L", 200.0, 0.0), ("L", 200.0, 200.0), ("L", 0.0, 200.0), ("Z",))


def said(text: str, y: float, tag: str) -> Group:
    return Group(20, y, (line(text, 0, 0),), tag=tag)


def read(*elements: Element, shown: Page) -> Page:
    return Page(shown.width, shown.height, shown.shapes, shown.title, reading=elements)


TWO = read(
    Element("H1", ("one",)),
    Element("P", ("two",)),
    shown=page(said("kedua", 80, "two"), Box(5, 5, 20, 20, fill=RED), said("pertama", 40, "one")),
)


def kinds(node: Node) -> list[str]:
    return [each.kind for each in nodes(node)]


def test_a_file_whose_pages_say_how_they_are_read_is_tagged() -> None:
    data = pdf.write((TWO,), INFO)
    run("qpdf", data, "--check")
    assert tag_faults(data) == []
    assert b"Tagged:          yes" in run("pdfinfo", data)
    assert spoken(data) == ["pertama", "kedua"]
    assert kinds(tree(data)) == ["Document", "H1", "P"]


def test_a_file_of_pages_that_do_not_say_so_is_not_tagged() -> None:
    data = pdf.write((page(line("satu")),), INFO)
    assert b"/StructTreeRoot" not in data
    assert b"Tagged:          no" in run("pdfinfo", data)


def test_a_page_nobody_reads_is_decoration_beside_one_that_is_read() -> None:
    data = pdf.write((page(line("hiasan"), said("x", 90, "one")), TWO), INFO)
    assert tag_faults(data) == []
    assert spoken(data) == ["pertama", "kedua"]


def test_groups_of_one_name_are_one_piece_wherever_they_lie() -> None:
    inner = Group(0, 0, (said("dalam", 10, "inner"), line("luar lagi", 0, 20)), tag="outer")
    shown = page(Group(5, 5, (line("luar", 0, 0), inner)), said("sudah", 90, "outer"))
    data = pdf.write((read(Element("P", ("inner",)), Element("P", ("outer",)), shown=shown),), INFO)
    assert tag_faults(data) == []
    assert [len(each.content) for each in tree(data).kids] == [1, 2]
    assert spoken(data)[0] == "dalam"


def test_groups_inside_clips_are_found_and_a_clip_of_nothing_leaves_no_trace() -> None:
    nested = (said("terlihat", 40, "one"), line("hiasan", 9, 9))
    shown = page(Clip(SQUARE, nested), Clip((), (said("tidak", 40, "two"),)))  # type: ignore[arg-type]
    data = pdf.write((read(Element("P", ("one",)), Element("P", ("two",)), shown=shown),), INFO)
    assert tag_faults(data) == []
    assert spoken(data) == ["terlihat"]


def test_a_record_names_a_group_that_has_no_tag() -> None:
    shown = page(card(1, 20, 20, ["Menunggu"]), card(2, 150, 20, ["Dipanggil"]))
    items = [Element("LI", (Element("LBody", (f"c_{at:08d}",)),)) for at in (2, 1)]
    data = pdf.write((read(Element("L", tuple(items)), shown=shown),), INFO)
    assert tag_faults(data) == []
    assert spoken(data) == ["Dipanggil", "Menunggu"]


def test_tags_change_nothing_of_what_is_seen() -> None:
    shown = page(card(1, 20, 20, ["Menunggu"]), Group(9, 9, (card(1, 60, 60, ["Lagi"]),), tag="outer"))
    tagged = read(Element("P", ("c_00000001",)), shown=shown)
    pictures = [rendered(pdf.write((each,), INFO), scale=1).tobytes() for each in (shown, tagged)]
    assert pictures[0] == pictures[1]


def test_what_is_not_on_the_page_is_not_in_the_tree_but_cells_of_tables_are() -> None:
    row = Element("TR", (Element("TH", ("one",), scope="Row"), Element("TD", ("nowhere",))))
    elements = (Element("Sect", (Element("H2", ("nowhere",)),)), Element("Table", (row,)))
    data = pdf.write((read(*elements, shown=page(said("kepala", 40, "one"))),), INFO)
    assert tag_faults(data) == []
    assert kinds(tree(data)) == ["Document", "Table", "TR", "TH", "TD"]
    assert next(each.scope for each in nodes(tree(data)) if each.kind == "TH") == "Row"


def test_a_name_read_twice_is_read_where_it_comes_first() -> None:
    data = pdf.write((read(Element("P", ("one",)), Element("H2", ("one",)), shown=page(said("x", 9, "one"))),), INFO)
    assert tag_faults(data) == []
    assert kinds(tree(data)) == ["Document", "P"]


def test_a_figure_says_in_words_what_it_shows_and_where_it_stands() -> None:
    figure = Element("Figure", ("one",), alt="Kurva (naik) – 中")
    data = pdf.write((read(figure, shown=page(Group(10, 20, (Box(0, 0, 50, 30, fill=RED),), tag="one"))),), INFO)
    assert tag_faults(data) == []
    assert tree(data).kids[0].alt == "Kurva (naik) – 中"
    assert b"/BBox[10.00 250.00 60.00 280.00]" in data


def test_words_below_each_other_stay_apart_unless_they_are_one() -> None:
    lines = (line("anu", 0, 0), msgspec.structs.replace(line("pan", 0, 12), joined=True), line("jang", 0, 24))
    data = pdf.write((read(Element("P", ("one",)), shown=page(Group(20, 40, lines, tag="one"))),), INFO)
    assert spoken(data) == ["anu panjang"]


def test_words_that_say_themselves_what_they_are_do_not_end_what_is_read() -> None:
    tracked = Group(20, 40, (line("GARIS TEMU", 0, 0, tracking=0.6), line("lalu q\u0301a", 0, 20)), tag="one")
    data = pdf.write((read(Element("P", ("one",)), shown=page(tracked, line("HIASAN", y=9, tracking=1))),), INFO)
    assert tag_faults(data) == []
    assert "".join(spoken(data)).replace(" ", "") == "GARISTEMUlaluq\u0301a"


def test_links_are_elements_and_lie_where_they_should() -> None:
    known, other = Address(10, 20, 50, 30, "https://a.id/(x)", "one"), Address(200, 20, 50, 30, "mailto:a@b.id")
    shown = Page(400, 300, (said("baca", 40, "one"),), reading=(Element("P", ("one",)),), addresses=(known, other))
    data = pdf.write((shown,), INFO)
    assert tag_faults(data) == []
    assert kinds(tree(data)) == ["Document", "P", "Link", "Link"]
    assert [each.objects for each in nodes(tree(data)) if each.kind == "Link"] == [["/Link"], ["/Link"]]
    assert b"https://a.id/(x)" in run("pdfinfo", data, "-url")
    assert b"/Rect [ 10 250 60 280 ]" in data


@pytest.mark.parametrize(
    ("sound", "broken", "fault"),
    [
        (b"/S/H1", b"/S/LI", "LI in Document"),
        (b"/K[1]", b"/K[0]", "is held 2 times"),
        (b"/K[0]", b"/K[7]", "is held and not there, or there and not held"),
        (b"/S/P/", b"/S/L/", "text in L"),
        (b"/S/H1", b"/S/TR", "TR in Document"),
        (b"/StructParents 0", b"/StructParents 9", "page 1 has no parents"),
    ],
)
def test_what_is_wrong_with_tags_is_found(sound: bytes, broken: bytes, fault: str) -> None:
    data = pdf.write((TWO,), INFO)
    assert data.count(sound) == 1
    assert any(fault in each for each in tag_faults(data.replace(sound, broken)))


def test_ink_outside_of_all_marks_is_found() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf.write((TWO,), INFO)))
    loose = DecodedStreamObject()
    loose.set_data(writer.pages[0].get_contents().get_data() + b"0 0 9 9 re f")  # type: ignore[union-attr]  # it has some
    writer.pages[0][NameObject("/Contents")] = loose
    kept = io.BytesIO()
    writer.write(kept)
    assert tag_faults(kept.getvalue()) == ["page 1: f outside all marks"]
