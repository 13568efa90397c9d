"""Icons: every role and mark has one, and it lands where it is asked for."""

import json
import runpy
import xml.etree.ElementTree as ElementTree

import pytest

import resources
from model.layout import icons
from model.layout.shapes import Path
from model.records import Mark, Role


def numbers(path: Path) -> list[float]:
    return [float(number) for command in path.commands for number in command[1:]]


def test_every_role_and_mark_has_an_icon_of_its_own() -> None:
    for table, kind in ((icons.ROLE_ICONS, Role), (icons.MARK_ICONS, Mark)):
        assert set(table) == set(kind)
        assert len(set(table.values())) == len(table)
        assert set(table.values()) <= icons.names()


def test_the_icons_of_lines_and_signs_are_there() -> None:
    signs = {icons.INTERACTION, icons.VISIBILITY, icons.INTERNAL_INTERACTION, icons.GOAL}
    assert len(signs) == 4
    assert signs <= icons.names()


@pytest.mark.parametrize("name", sorted(icons.names()))
def test_an_icon_stays_in_its_square_and_begins_with_a_move(name: str) -> None:
    path = icons.icon(name, 100, 200, 12, "#1B2330")
    drawn = numbers(path)
    assert path.commands[0][0] == "M"
    assert all(100 <= x <= 112 for x in drawn[0::2])
    assert all(200 <= y <= 212 for y in drawn[1::2])
    assert max(drawn[0::2]) - min(drawn[0::2]) > 5
    assert max(drawn[1::2]) - min(drawn[1::2]) > 4


def test_an_icon_grows_with_its_size_and_its_stroke_with_it() -> None:
    small, large = (icons.icon("star", 0, 0, size, "#1B2330") for size in (12, 24))
    assert [2 * number for number in numbers(small)] == pytest.approx(numbers(large))
    assert (small.line, large.line) == (1, 2)


def test_the_stroke_and_the_fill_can_be_chosen() -> None:
    path = icons.icon("star", 0, 0, 12, "#1B2330", line=0.7, fill="#FFCC33")
    assert (path.stroke, path.line, path.fill) == ("#1B2330", 0.7, "#FFCC33")


def test_an_unknown_icon_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        icons.icon("no-such-icon", 0, 0, 12, "#1B2330")


def test_every_drawing_of_the_folder_is_in_paths_json() -> None:
    assert icons.names() == {svg.stem for svg in resources.path("icons").glob("*.svg")}


def test_paths_json_is_what_the_script_makes_of_the_drawings() -> None:
    pytest.importorskip("fontTools")
    script = runpy.run_path(str(resources.path("icons", "make_paths.py")))
    assert script["made"]() == resources.path("icons", "paths.json").read_text(encoding="utf-8")


def test_a_quadratic_curve_becomes_the_cubic_that_equals_it() -> None:
    pytest.importorskip("fontTools")
    script = runpy.run_path(str(resources.path("icons", "make_paths.py")))
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0Q3 6 6 0z"/></svg>'
    assert script["commands"](svg) == [["M", 0, 0], ["C", 2, 4, 4, 4, 6, 0], ["L", 0, 0], ["Z"]]


def test_the_drawings_are_plain_shapes_on_the_grid_of_24() -> None:
    plain = {"svg", "path", "circle", "rect", "line", "polyline", "polygon", "ellipse"}
    for svg in resources.path("icons").glob("*.svg"):
        root = ElementTree.fromstring(svg.read_bytes())
        assert root.get("viewBox") == "0 0 24 24"
        assert {element.tag.rpartition("}")[2] for element in root.iter()} <= plain


def test_paths_json_names_each_icon_once() -> None:
    pairs = json.loads(resources.path("icons", "paths.json").read_bytes(), object_pairs_hook=list)
    assert len(pairs) == len({name for name, _ in pairs})
