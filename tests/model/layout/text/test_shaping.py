"""Text to glyphs: kerned, each run in the first face of its chain that has it, what no face has named."""

from hypothesis import given
from hypothesis import strategies as st

from model.layout.shapes import Page, Text, missing
from model.layout.text.faces import CHAINS, face
from model.layout.text.shaping import shape, width
from tests.making.phrases import SCRIPTS

STYLES = st.sampled_from(sorted(CHAINS))
words = st.sampled_from([word for script in SCRIPTS.values() for word in script])


@given(words | st.text(max_size=20), STYLES)
def test_the_runs_of_a_text_are_the_text(text: str, style: str) -> None:
    assert "".join(run.text for run in shape(text, style)) == text


@given(words, STYLES)
def test_every_run_is_in_a_face_of_its_chain(text: str, style: str) -> None:
    assert {run.face for run in shape(text, style)} <= set(CHAINS[style])


@given(words, STYLES)
def test_glyphs_advances_and_clusters_are_parallel(text: str, style: str) -> None:
    for run in shape(text, style):
        assert len(run.ids) == len(run.advances) == len(run.clusters)
        assert not run.offsets or len(run.offsets) == len(run.ids)
        assert run.width == sum(run.advances) / face(run.face).units
        assert all(0 <= cluster < len(run.text) for cluster in run.clusters)


@given(st.lists(words, max_size=4).map("".join), STYLES)
def test_a_width_is_the_sum_of_its_runs(text: str, style: str) -> None:
    assert width(text, style) == sum(run.width for run in shape(text, style))


def test_pairs_are_kerned() -> None:
    apart = sum(width(letter, "regular") for letter in "AVAToTe")
    assert width("AVAToTe", "regular") < apart - 0.1


def test_indonesian_vietnamese_greek_and_cyrillic_miss_no_character() -> None:
    for script in ("latin", "vietnamese", "greek", "cyrillic"):
        for word in SCRIPTS[script]:
            for style in CHAINS:
                assert "".join(run.missing for run in shape(word, style)) == ""


def test_a_character_no_face_has_is_named_with_the_record_it_stands_in() -> None:
    text = Text(0, 10, 8, "#1B2330", shape("kopi 漢 dan 🙂🙂", "card"))
    assert missing([Page(100, 100, (text,))]) == {None: "漢🙂"}


def test_what_only_joins_or_hides_is_not_named_as_missing() -> None:
    joined = "".join(run.missing for run in shape("a\u00adb\u200dc", "card"))
    assert joined == ""
