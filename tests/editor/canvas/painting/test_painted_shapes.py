"""Each primitive painted for the screen, looked at pixel by pixel."""

import io

import pytest
from PIL import Image, ImageOps

from model.layout.outlines import circle, polygon
from model.layout.shapes import Box, Clip, Group, Line, Path, Picture, Shape, Text
from model.layout.text.shaping import shape, width
from tests.checking.export_tools import near
from tests.checking.painted import painted, share_apart
from tests.making.export_pages import as_jpeg, as_png

pytestmark = pytest.mark.usefixtures("qapp")
RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def drawn(*shapes: Shape, scale: float = 1.0) -> Image.Image:
    return painted(shapes, 200, 100, scale)


def inked(image: Image.Image) -> tuple[int, int, int, int]:
    """The rectangle of everything that is not white."""
    box = image.convert("L").point(lambda value: 255 if value < 250 else 0).getbbox()
    assert box is not None
    return box


def runs(image: Image.Image, y: int) -> list[int]:
    """How many pixels in a row are dark, then light, then dark, from the first dark one on."""
    row = [image.getpixel((x, y)) != WHITE for x in range(image.width)]
    counts, last = [0], True
    for dark in row[row.index(True) :]:
        if dark is not last:
            counts.append(0)
            last = dark
        counts[-1] += 1
    return counts[:-1]


def middle(line: Text, scale: float) -> float:
    """Where the ink of a line has its centre, in pixels from the left."""
    columns = ImageOps.invert(drawn(line, scale=scale).convert("L")).resize(
        (round(200 * scale), 1), Image.Resampling.BOX
    )
    weights = [int(value) for value in columns.tobytes()]
    return sum(at * weight for at, weight in enumerate(weights)) / sum(weights)


def test_a_frame_is_centred_on_the_edge() -> None:
    image = drawn(Box(50, 20, 100, 60, fill="#FF0000", stroke="#0000FF", line=8))
    assert inked(image) == (46, 16, 154, 84)
    assert image.getpixel((47, 50)) == BLUE
    assert image.getpixel((53, 50)) == BLUE
    assert image.getpixel((55, 50)) == RED
    assert image.getpixel((46, 16)) == BLUE  # corners are sharp


def test_a_radius_rounds_the_corners_and_is_no_more_than_half_the_height() -> None:
    image = drawn(Box(20, 20, 100, 40, fill="#FF0000", radius=500))
    assert image.getpixel((22, 22)) == WHITE
    assert image.getpixel((21, 40)) == RED
    assert image.getpixel((40, 21)) == RED


def test_a_line_ends_where_it_ends() -> None:
    assert inked(drawn(Line(50, 40, 150, 40, "#FF0000", line=10))) == (50, 35, 150, 45)


def test_the_ends_of_a_path_are_round() -> None:
    image = drawn(Path((("M", 50, 40), ("L", 150, 40)), stroke="#FF0000", line=10))
    assert inked(image) == (45, 35, 155, 45)
    assert image.getpixel((45, 35)) == WHITE


@pytest.mark.parametrize("line", [1.0, 4.0])
def test_dashes_are_counted_in_points_not_in_widths(line: float) -> None:
    image = drawn(Line(10, 50, 190, 50, "#FF0000", line=line, dash=(12.0, 6.0)))
    assert runs(image, 50)[:6] == [12, 6, 12, 6, 12, 6]


def test_three_dashes_take_turns_in_being_line_and_gap() -> None:
    image = drawn(Line(10, 50, 190, 50, "#FF0000", line=4, dash=(12.0, 6.0, 3.0)))
    assert runs(image, 50)[:6] == [12, 6, 3, 12, 6, 3]


def test_where_an_outline_winds_twice_it_is_filled_all_the_same() -> None:
    twice = polygon([(20, 20), (120, 20), (120, 80), (20, 80)]) + polygon([(50, 30), (90, 30), (90, 70), (50, 70)])
    assert drawn(Path(twice, fill="#FF0000")).getpixel((70, 50)) == RED


def test_a_clip_cuts_off_what_is_in_it_and_nothing_behind_it() -> None:
    clip = Clip(circle(50, 50, 30), (Box(0, 0, 200, 100, fill="#FF0000"),))
    image = drawn(clip, Box(150, 10, 20, 20, fill="#0000FF"))
    assert inked(image.crop((0, 0, 120, 100))) == (20, 20, 80, 80)
    assert image.getpixel((24, 24)) == WHITE
    assert image.getpixel((160, 20)) == BLUE


def test_a_pen_set_within_a_clip_is_forgotten_behind_it() -> None:
    inside = Box(40, 40, 20, 20, fill="#0000FF", stroke="#0000FF", line=6)
    image = drawn(
        Box(5, 5, 10, 10, fill="#FF0000"), Clip(circle(50, 50, 30), (inside,)), Box(150, 10, 20, 20, fill="#FF0000")
    )
    assert inked(image.crop((120, 0, 200, 100))) == (30, 10, 50, 30)
    assert image.getpixel((160, 20)) == RED


def test_groups_move_what_is_in_them_and_nothing_else() -> None:
    inner = Group(10, 10, (Box(0, 0, 10, 10, fill="#FF0000"),))
    image = drawn(Group(100, 50, (inner,)), Box(0, 0, 10, 10, fill="#0000FF"))
    assert image.getpixel((115, 65)) == RED
    assert inked(image) == (0, 0, 120, 70)
    assert image.getpixel((5, 5)) == BLUE


def test_text_stands_on_its_baseline_as_wide_as_it_was_measured() -> None:
    left, top, right, bottom = inked(drawn(Text(20, 60, 40, "#000000", shape("HH", "regular"))))
    assert abs(bottom - 60) <= 1
    assert abs(top - (60 - 40 * 0.714)) <= 1.5
    side = 40 * 0.098  # from the edge of an H's advance to its stem
    assert left == pytest.approx(20 + side, abs=1.5)
    assert right == pytest.approx(20 + width("HH", "regular") * 40 - side, abs=1.5)


def test_tracking_moves_letters_apart() -> None:
    plain = inked(drawn(Text(20, 60, 20, "#000000", shape("HHH", "bold"))))
    tracked = inked(drawn(Text(20, 60, 20, "#000000", shape("HHH", "bold"), tracking=10)))
    assert tracked[2] - plain[2] == pytest.approx(20, abs=1)


def test_marks_stand_above_their_letters() -> None:
    plain = inked(drawn(Text(20, 60, 40, "#000000", shape("x", "regular"))))
    marked = inked(drawn(Text(20, 60, 40, "#000000", shape("x\u0302", "regular"))))
    assert marked[1] < plain[1] - 4
    assert marked[2] - plain[2] <= 2


def test_what_no_face_has_shows_as_a_box() -> None:
    runs = shape("\u4e2d", "regular")
    assert runs[0].missing
    image = drawn(Text(20, 60, 40, "#000000", runs))
    left, top, right, bottom = inked(image)
    assert right - left > 10
    assert image.getpixel(((left + right) // 2, (top + bottom) // 2)) == WHITE


@pytest.mark.parametrize("scale", [0.6, 1.0, 1.5])
def test_letters_stand_between_pixels_so_that_they_are_evenly_apart(scale: float) -> None:
    places = [middle(Text(20 + at * 0.3, 60, 20, "#000000", shape("l", "regular")), scale) for at in range(12)]
    off = [place - places[0] - at * 0.3 * scale for at, place in enumerate(places)]
    assert max(off) - min(off) < 0.35  # they stand on quarters of a pixel


@pytest.mark.parametrize("scale", [1.0, 2.9, 3.1, 5.0, 12.0])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_letters_of_any_size_are_painted(scale: float, ratio: float) -> None:
    image = painted((Text(2, 22, 20, "#000000", shape("H", "regular")),), 24, 24, scale, ratio=ratio)
    left, top, _, bottom = (edge / scale / ratio for edge in inked(image))
    assert (left, top, bottom) == pytest.approx((4, 22 - 20 * 0.714, 22), abs=1.5 / scale)


@pytest.mark.parametrize("save", [as_png, as_jpeg])
def test_a_picture_fills_its_rectangle(save: object) -> None:
    assert callable(save)
    data = save(Image.new("RGB", (300, 300), "#FF0000"))
    image = drawn(Picture(50, 20, 100, 60, "image/png", data))
    assert inked(image) == (50, 20, 150, 80)
    assert near("#{:02X}{:02X}{:02X}".format(*image.crop((100, 50, 101, 51)).tobytes()), "#FF0000")


def test_a_picture_shows_its_paper_where_it_is_transparent() -> None:
    data = as_png(Image.new("RGBA", (40, 40), (255, 0, 0, 0)))
    image = drawn(Box(0, 0, 200, 100, fill="#0000FF"), Picture(50, 20, 40, 40, "image/png", data))
    assert image.getpixel((70, 40)) == BLUE


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="red"/></svg>'


@pytest.mark.parametrize("damage", [SVG, b"", b"\x89PNG\r\n\x1a\n", "half"], ids=["SVG", "empty", "beginning", "half"])
def test_what_cannot_be_read_is_a_crossed_box(damage: bytes | str) -> None:
    whole = as_png(Image.effect_noise((100, 100), 50))
    data = damage if isinstance(damage, bytes) else whole[: len(whole) // 2]
    image = drawn(Picture(50, 20, 60, 60, "image/png", data))
    assert image.getpixel((80, 50)) != WHITE  # where the lines cross
    assert image.getpixel((80, 30)) == WHITE
    assert inked(image)[:2] == (49, 19)


def test_a_picture_of_a_poster_is_not_decoded() -> None:
    place = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(place, "PNG")
    image = drawn(Picture(50, 20, 60, 60, "image/png", place.getvalue()))
    assert image.getpixel((80, 30)) == WHITE


def test_twice_the_pixels_show_the_same_at_twice_the_scale() -> None:
    shapes = (Box(20, 20, 80, 40, stroke="#0067A3", radius=4), Text(30, 45, 12, "#1B2330", shape("Antrean", "card")))
    dense = painted(shapes, 200, 100, ratio=2.0)
    assert share_apart(dense, painted(shapes, 200, 100, scale=2.0)) == 0
