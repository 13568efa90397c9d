"""Pages as SVG."""

import base64
import io
import re
from itertools import accumulate
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from export import svg
from export.info import Info
from model.layout.shapes import Box, Clip, Group, Line, Page, Path, Picture, Shape, Text
from model.layout.text.glyphs import Glyphs
from model.layout.text.wrap import wrap
from tests.making.export_pages import INFO, as_png, card, card_page, line, page

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
HOSTILE = "<script>alert(1)</script>\"' onload=x ]]> &amp; \x00\x0b\ufffe"


def parsed(shown: Page, info: Info = INFO) -> ElementTree.Element:
    return ElementTree.fromstring(svg.write(shown, info))


def drawn(*shapes: Shape) -> ElementTree.Element:
    return parsed(page(*shapes))


def test_a_page_has_its_size_in_points() -> None:
    root = parsed(page(width=1190.551, height=841.89))
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == (
        "1190.551pt",
        "841.89pt",
        "0 0 1190.551 841.89",
    )


def test_a_file_says_what_it_is_and_in_which_language() -> None:
    root = parsed(page(title="Lembar 2"), Info(title="Berobat", subject="kondisi kini", date=INFO.date, language="id"))
    assert root.findtext(f"{SVG}title") == "Berobat – Lembar 2"
    assert root.findtext(f"{SVG}desc") == "kondisi kini"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "id"


def test_a_page_named_as_its_map_is_named_once() -> None:
    assert parsed(page(title=INFO.title)).findtext(f"{SVG}title") == INFO.title


def test_text_is_text_as_wide_as_the_shape() -> None:
    shape = line("Menunggu obat", x=30, y=50, size=9)
    text = drawn(shape).findall(f"{SVG}text")[0]
    assert (text.text, text.get("x"), text.get("y"), text.get("font-size")) == ("Menunggu obat", "30", "50", "9")
    assert abs(float(text.get("textLength", "0")) - shape.width) < 0.001


def test_faces_are_named_as_style_sheets_name_them() -> None:
    styles = {
        style: drawn(line("x", style=style)).findall(f"{SVG}text")[0].attrib for style in ("card", "bold", "italic")
    }
    assert all(each["font-family"] == "'Noto Sans', sans-serif" for each in styles.values())
    assert styles["card"]["font-stretch"] == "semi-condensed"
    assert styles["bold"]["font-weight"] == "700"
    assert styles["italic"]["font-style"] == "italic"
    assert "font-weight" not in styles["card"]


def test_runs_in_two_faces_stand_one_behind_the_other() -> None:
    one, other = line("Tebal", style="bold").runs, line(" biasa", style="card").runs
    text = drawn(Text(10, 20, 10, "#1B2330", (*one, *other))).findall(f"{SVG}text")[0]
    spans = text.findall(f"{SVG}tspan")
    assert [span.text for span in spans] == ["Tebal", " biasa"]
    assert abs(float(spans[1].get("x", "0")) - 10 - one[0].width * 10) < 0.001


def test_tracking_is_kept() -> None:
    text = drawn(line("GARIS", tracking=0.8)).findall(f"{SVG}text")[0]
    assert text.get("letter-spacing") == "0.8"


def test_hostile_text_stays_text() -> None:
    info = Info(title=HOSTILE, subject=HOSTILE, author=HOSTILE, language='id" onload="x', date=INFO.date)
    root = parsed(page(line(HOSTILE), Group(0, 0, (), record='c" onclick="x'), title=HOSTILE), info)
    assert not [each for each in root.iter() if each.tag == f"{SVG}script" or {"onload", "onclick"} & set(each.attrib)]
    assert "<script>alert(1)</script>" in "".join(root.itertext())


@given(st.text(max_size=40))
def test_whatever_is_typed_makes_xml(text: str) -> None:
    shown = Text(0, 0, 8, "#000000", _worded(text))
    root = parsed(page(shown, title=text), Info(title=text, subject=text, date=INFO.date, language=text))
    assert len(root.findall(f"{SVG}text")) <= 1


def _worded(text: str) -> tuple[Glyphs, ...]:
    return line(text.encode("utf-8", "ignore").decode()).runs


def test_a_file_fetches_nothing_and_runs_nothing() -> None:
    picture = Picture(5, 5, 20, 20, "image/png", as_png(Image.new("RGB", (4, 4), (9, 99, 199))))
    root = drawn(picture, Clip((("M", 0.0, 0.0), ("L", 9.0, 9.0), ("Z",)), (line("x"),)), card(1, 0, 0, ["y"]))
    links = [value for each in root.iter() for key, value in each.attrib.items() if key.endswith("href")]
    assert all(link.startswith("data:image/png;base64,") for link in links)
    assert {name.removeprefix(SVG) for name in (each.tag for each in root.iter())} <= {
        "svg", "title", "desc", "g", "rect", "line", "path", "text", "tspan", "image", "clipPath", "defs",
    }  # fmt: skip


def test_a_picture_is_inside_and_keeps_every_pixel() -> None:
    content = as_png(Image.new("RGB", (4, 4), (9, 99, 199)))
    image = drawn(Picture(5, 6, 20, 30, "image/jpeg", content)).findall(f"{SVG}image")[0]
    assert image.get("preserveAspectRatio") == "none"
    inside = base64.b64decode((image.get(HREF) or "").partition(",")[2])
    assert Image.open(io.BytesIO(inside)).convert("RGB").getpixel((0, 0)) == (9, 99, 199)


def test_a_picture_that_cannot_be_read_is_a_crossed_box() -> None:
    root = drawn(Picture(5, 6, 20, 30, "image/png", b"kaput"))
    assert len(list(root.iter(f"{SVG}line"))) == 2
    assert not list(root.iter(f"{SVG}image"))


def test_groups_tell_their_records_and_their_places() -> None:
    group = drawn(card(7, 12.5, 30, ["Menunggu"])).findall(f"{SVG}g")[0]
    assert (group.get("data-record"), group.get("transform")) == ("c_00000007", "translate(12.5 30)")


def test_clips_are_called_by_names_of_their_own() -> None:
    clip = Clip((("M", 0.0, 0.0), ("L", 9.0, 9.0), ("Z",)), (Box(0, 0, 9, 9, fill="#000000"),))
    root = drawn(clip, Group(5, 5, (clip,)))
    names = [each.get("id") for each in root.iter(f"{SVG}clipPath")]
    called = [each.get("clip-path") for each in root.iter(f"{SVG}g") if each.get("clip-path")]
    assert called == [f"url(#{name})" for name in names]
    assert len(set(names)) == 2


def test_lines_and_outlines_keep_their_colours_widths_and_dashes() -> None:
    root = drawn(
        Line(1, 2, 3, 4, "#0067A3", 1.5, (6, 3)),
        Path((("M", 0.0, 0.0), ("C", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0)), stroke="#C2410C"),
        Box(1, 2, 30, 40, fill="#FFFFFF", stroke="#C7D0DA", radius=90),
    )
    straight, path, box = root.findall(f"{SVG}line")[0], root.findall(f"{SVG}path")[0], root.findall(f"{SVG}rect")[0]
    assert (straight.get("stroke"), straight.get("stroke-width"), straight.get("stroke-dasharray")) == (
        "#0067A3",
        "1.5",
        "6 3",
    )
    assert (path.get("d"), path.get("fill"), path.get("stroke-linecap")) == ("M 0 0 C 1 2 3 4 5 6", "none", "round")
    assert (box.get("rx"), box.get("fill"), box.get("stroke-width")) == ("15", "#FFFFFF", "0.9")


def test_the_same_page_makes_the_same_bytes() -> None:
    assert svg.write(card_page(20), INFO) == svg.write(card_page(20), INFO)
    assert not re.search(rb"\d{4}-\d\d-\d\dT", svg.write(card_page(20), INFO))


def test_words_read_to_the_left_come_in_the_order_of_reading_each_from_its_right_edge() -> None:
    said = "kata שלום עולם 12 itu"
    text = Text(20, 40, 10, "#1B2330", wrap(said, "card", 100).lines[0].runs)
    (shown,) = drawn(text).findall(f"{SVG}text")
    assert "".join(shown.itertext()) == said
    turned = {span.text: float(span.get("x") or 0) for span in shown if span.get("direction") == "rtl"}
    assert list(turned) == ["שלום", " ", "עולם"]
    edges = list(accumulate((run.width * text.size for run in text.runs), initial=text.x))
    rights = {run.text: edge for run, edge in zip(text.runs, edges[1:], strict=True)}
    assert all(abs(turned[word] - rights[word]) < 0.001 for word in ("שלום", "עולם"))
