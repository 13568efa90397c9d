"""What the fault harness looks for in exported files is found where it is, and in no file of ours."""

import datetime
import io
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from export.info import Info
from export.options import PngOptions
from export.registry import EXPORTERS, Job, render
from model.handouts.brief import Brief
from model.handouts.making import handout
from model.handouts.options import WorksheetOptions
from model.layout.engine import lay_out
from model.layout.sheets import sheet
from model.storage.cjm import decode
from tests.faults.attack_pictures import mermaid_faults, png_faults
from tests.faults.attack_slides import pptx_faults
from tests.faults.attack_tables import csv_faults, xlsx_faults
from tests.faults.attack_texts import html_faults, markdown_faults
from tests.faults.attack_written import pdf_faults, svg_faults
from tests.making.hostile import attacks, hostile

JUDGES = {
    ".pdf": pdf_faults,
    ".svg": svg_faults,
    ".png": png_faults,
    ".mmd": mermaid_faults,
    ".pptx": pptx_faults,
    ".html": html_faults,
    ".md": markdown_faults,
    ".csv": csv_faults,
    ".xlsx": xlsx_faults,
}
INFO = Info(title="</title><script>", author=") /JS (x", subject="]]>", date=datetime.date(2026, 1, 1))


def written(writer: PdfWriter) -> bytes:
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


@pytest.fixture
def writer() -> PdfWriter:
    made = PdfWriter()
    made.add_blank_page(100, 100)
    return made


def test_a_script_in_a_pdf_is_found(writer: PdfWriter) -> None:
    assert list(pdf_faults(written(writer))) == []
    names = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(names)
    assert [*pdf_faults(written(writer))]


def test_a_file_in_a_pdf_is_found(writer: PdfWriter) -> None:
    writer.add_attachment("x.exe", b"x")
    assert [*pdf_faults(written(writer))]


@pytest.mark.parametrize("kind", ["/Launch", "/GoToR", "/SubmitForm", "/JavaScript"])
def test_an_action_in_a_pdf_is_found(kind: str, writer: PdfWriter) -> None:
    action = DictionaryObject({NameObject("/S"): NameObject(kind)})
    writer.pages[0][NameObject("/A")] = writer._add_object(action)
    assert [*pdf_faults(written(writer))]


@pytest.mark.parametrize(
    ("url", "leads_out"),
    [
        ("file:///x", True), ("javascript:alert(1)", True), ("//a.id", True), ("https://a.id", False),
        ("mailto:a@b.id", False),
    ],
)  # fmt: skip
def test_a_link_in_a_pdf_leads_to_the_web_or_is_found(url: str, leads_out: bool, writer: PdfWriter) -> None:
    link = Link(rect=(0, 0, 9, 9), url=url)
    action = DictionaryObject({NameObject("/S"): NameObject("/URI"), NameObject("/URI"): TextStringObject(url)})
    link[NameObject("/A")] = action
    writer.add_annotation(0, link)
    assert bool([*pdf_faults(written(writer))]) == leads_out


@pytest.mark.parametrize(
    "inside",
    [
        "<script>x</script>", "<foreignObject/>", "<image href='file:///x'/>", "<a href='https://a.id'/>",
        "<rect onclick='x'/>", "<rect style='fill:url(//a.id)'/>", "<rect fill='url(http://a.id)'/>",
        "<use href='#a'/>", "<image href='data:image/svg+xml;base64,AAAA'/>",
        "<?xml-stylesheet href='x'?>", "<!DOCTYPE x>", "<style/>",
    ],
)  # fmt: skip
def test_whatever_is_active_in_an_svg_is_found(inside: str) -> None:
    start = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">'
    assert list(svg_faults(f"{start}<rect/></svg>".encode())) == []
    try:
        assert [*svg_faults(f"{start}{inside}</svg>".encode())]
    except SyntaxError:  # no reader takes it
        assert inside.startswith("<!")


@pytest.mark.parametrize("ending", sorted(EXPORTERS))
@pytest.mark.parametrize("shift", range(0, 36, 9))
def test_nothing_we_write_is_active_whatever_the_map_says(ending: str, shift: int) -> None:
    document = decode(hostile(attacks(Path("/far/umpan.png")), shift, ids=True, unknown=True))
    pages = lay_out(document, sheet=sheet("A3")).pages
    files = render(Job(document, INFO), pages, Path(f"peta{ending}"))
    assert files
    for data in files.values():
        assert list(JUDGES[ending](data)) == []


@pytest.mark.parametrize(
    "line",
    [
        '%%{init: {"securityLevel": "loose"}}%%', "    click a href", "      a: 3: <img src=x>", "      a: 3: b: c",
        "    section a&b", "      a: 3: b;c", "---", "      javascript:x: 3",
    ],
)  # fmt: skip
def test_whatever_is_no_journey_in_a_diagram_is_found(line: str) -> None:
    start = "journey\n    title a#58; b\n    section c\n      d<br>e: 5: f, g\n"
    assert list(mermaid_faults(start.encode())) == []
    assert [*mermaid_faults(f"{start}{line}\n".encode())]


@pytest.mark.parametrize(
    ("member", "content"),
    [
        ("ppt/vbaProject.bin", "x"), ("ppt/embeddings/oleObject1.bin", "x"),
        ("ppt/slides/slide999.xml", '<p:sld xmlns:p="p"><p:oleObj/></p:sld>'),
        ("ppt/slides/slide999.xml", '<a xmlns:a="a"><a:hlinkClick action="ppaction://program"/></a>'),
        ("ppt/slides/slide999.xml", '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///x">]><a>&e;</a>'),
        ("ppt/slides/_rels/slide999.xml.rels", '<r><x TargetMode="External" Target="file:///x"/></r>'),
        ("ppt/slides/_rels/slide999.xml.rels", '<r><x TargetMode="External" Target="\\\\a\\b"/></r>'),
    ],
)  # fmt: skip
def test_whatever_is_active_in_slides_is_found(member: str, content: str) -> None:
    (data,) = render(Job(decode(hostile(attacks(Path("/far/umpan.png")))), INFO), (), Path("a.pptx")).values()
    kept = io.BytesIO(data)
    assert list(pptx_faults(data)) == []
    with zipfile.ZipFile(kept, "a") as archive:
        archive.writestr(member, content)
    try:
        assert [*pptx_faults(kept.getvalue())]
    except SyntaxError:  # no reader takes it
        assert "<!" in content


def test_whatever_is_no_picture_in_a_png_is_found() -> None:
    document = decode(hostile(attacks(Path("/far/umpan.png"))))
    page = lay_out(document).pages[:1]
    (data,) = render(Job(document, INFO, options=PngOptions(dpi=36)), page, Path("peta.png")).values()
    assert list(png_faults(data)) == []
    assert [*png_faults(data + b"MZ")]
    assert [*png_faults(data.replace(b"iTXt", b"iCCP"))]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>x</script>", "<img src=x>", "<a href='javascript:x'>x</a>", "<a href='//a.id'>x</a>",
        "<p onclick='x'>x</p>", "<p style='x'>x</p>", "<link rel=stylesheet href=x>", "<iframe></iframe>",
        "<meta http-equiv=refresh content=0>", "<style>p { }</style>", "<!--x-->", "<?x?>", "<svg></svg>",
        "<form action=x></form>", "<base href='https://a.id'>",
    ],
)  # fmt: skip
def test_whatever_is_active_in_a_web_page_is_found(inside: str) -> None:
    (data,) = render(Job(decode(hostile(("kata",))), INFO), (), Path("peta.html")).values()
    assert list(html_faults(data)) == []
    assert [*html_faults(data.replace(b"</main>", f"{inside}</main>".encode()))]


@pytest.mark.parametrize(
    "inside",
    [
        "<b>x</b>", "<script>x</script>", "![x](y)", "[x](javascript:y)", "[x](file:///y)", "`x`", "*x*", "> x",
        "    x", "```\nx\n```", "1. x", "***", "[x]: y\n\n[x]", "<!-- x -->", "<https:x>",
    ],
)  # fmt: skip
def test_whatever_is_more_than_words_in_markdown_is_found(inside: str) -> None:
    start = "# a\n\nb\n\n- **c**: d\n\n| e | f |\n| --- | --- |\n| g<br>h | [i](<https://a.id>) |\n\n"
    assert list(markdown_faults(start.encode())) == []
    assert [*markdown_faults(f"{start}{inside}\n".encode())]


def test_no_field_of_a_worksheet_is_active_whatever_the_map_says() -> None:
    document = decode(hostile(attacks(Path("/far/umpan.png")), ids=True))
    for options in (WorksheetOptions(), WorksheetOptions(titles=False, persona=False, by_step=True)):
        pages = handout(document, "worksheet", Brief(sheet=sheet("A3"), options=options))
        (data,) = render(Job(document, INFO), pages, Path("lembar.pdf")).values()
        assert PdfReader(io.BytesIO(data)).get_fields()
        assert list(pdf_faults(data)) == []


def test_what_a_pdf_says_of_itself_is_what_the_map_says() -> None:
    document = decode(hostile(attacks(Path("/far/umpan.png")), unknown=True))
    pages = lay_out(document, sheet=sheet("A3")).pages
    (data,) = render(Job(document, INFO), pages, Path("peta.pdf")).values()
    told = PdfReader(io.BytesIO(data)).metadata
    assert told is not None
    assert (told.title, told.author, told.subject) == (INFO.title, INFO.author, INFO.subject)


@pytest.mark.parametrize("cell", ["=1+1", "+62", "-a", "@x", "\t=1"])
def test_a_cell_that_would_run_is_found_in_a_csv(cell: str) -> None:
    start = "Jalur,Tahap\r\nTindakan,-1.5\r\n"
    assert list(csv_faults(start.encode())) == []
    assert [*csv_faults(f'{start}"{cell}",x\r\n'.encode())]


@pytest.mark.parametrize(
    ("member", "content"),
    [
        ("xl/vbaProject.bin", "x"), ("xl/externalLinks/externalLink1.xml", "<a/>"),
        ("xl/worksheets/sheet99.xml", '<s xmlns="s"><c><f>1+1</f></c></s>'),
        ("xl/worksheets/sheet99.xml", '<s><is><t>=1+1</t></is></s>'),
        ("xl/worksheets/sheet99.xml", '<s><hyperlink ref="A1"/></s>'),
        ("xl/_rels/workbook.xml.rels", '<r><x TargetMode="External" Target="file:///x"/></r>'),
    ],
)  # fmt: skip
def test_whatever_is_active_in_a_workbook_is_found(member: str, content: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<a/>")
    assert list(xlsx_faults(out.getvalue())) == []
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(member, content)
    assert [*xlsx_faults(out.getvalue())]
