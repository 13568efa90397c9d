"""What people write in five languages, from the map to what can be searched in the printed file."""

from pathlib import Path
from unicodedata import combining, normalize

import pytest

from model.layout.text.faces import CHAINS
from model.layout.text.shaping import shape
from model.records import Card, Emotion, Lane, Map, Persona, Record, Role, Stage, Step
from model.storage.file import save_map
from tests.checking.command_line import process
from tests.checking.export_tools import run, text_of
from tests.checking.printed import on_paper, squeezed
from tests.making.alphabets import LETTERS, SENTENCES
from tests.making.small_map import small_map

FORMS = ("NFC", "NFD")


def written(text: str, language: str = "id") -> tuple[Record, ...]:
    """Records that say a text on a card, in two quotes and in the titles of a map, a stage, a step and a lane."""
    return (
        Map(id="m", title=text, scenario=text, language=language),
        Stage(id="s1", order="a0", title=text),
        Step(id="t1", order="a0", stage="s1", title=text),
        Lane(id="l1", order="a0", role=Role.CUSTOMER_ACTIONS, title=text, caption=text),
        Card(id="c1", order="a0", lane="l1", step="t1", text=text),
        Emotion(id="e1", order="a0", lane="l2", step="t1", value=1, quote=text, persona="p1"),
        Persona(id="p1", order="a0", name="Sari", identity=text, quote=text, goals=(text,)),
    )


# Title and scenario; stage; card, which says it for its step; quote; identity, quote and goal of the persona; and the
# lane, whose title and caption are cut alike and stand behind the map once.
SAYINGS = 2 + 1 + 1 + 1 + 3 + 1


@pytest.mark.parametrize("language", SENTENCES)
def test_each_sentence_holds_every_letter_of_its_language(language: str) -> None:
    assert set(LETTERS[language]) - set(SENTENCES[language].lower()) == set()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_whole_wherever_it_stands(language: str, form: str, tmp_path: Path) -> None:
    text = normalize(form, SENTENCES[language])  # type: ignore[arg-type]
    save_map(small_map(*written(text, language)), tmp_path / "map.cjm", expected=None)
    finished = process("export", "map.cjm", "-o", "map.pdf", cwd=tmp_path)
    assert (finished.returncode, finished.stderr) == (0, "")
    found = squeezed(normalize("NFC", text_of((tmp_path / "map.pdf").read_bytes())))
    assert found.count(squeezed(SENTENCES[language])) == SAYINGS


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", SENTENCES)
def test_capitals_and_small_letters_are_found_one_by_one(language: str, form: str) -> None:
    letters = " ".join(LETTERS[language] + LETTERS[language].upper().replace("Ϊ́", "").replace("Ϋ́", ""))
    made = on_paper(small_map(Card(id="c1", order="a0", lane="l1", step="t1", text=normalize(form, letters))))  # type: ignore[arg-type]
    assert squeezed(letters) in squeezed(normalize("NFC", text_of(made.pdf)))
    assert "NotoSans" in run("pdffonts", made.pdf).decode()


@pytest.mark.parametrize("style", CHAINS)
@pytest.mark.parametrize("language", SENTENCES)
def test_composed_and_decomposed_letters_look_the_same(language: str, style: str) -> None:
    composed, apart = (shape(normalize(form, SENTENCES[language]), style) for form in FORMS)  # type: ignore[arg-type]
    assert [(run.face, run.ids, run.advances) for run in apart] == [
        (run.face, run.ids, run.advances) for run in composed
    ]
    assert not any(run.missing for run in (*composed, *apart))


@pytest.mark.parametrize("style", CHAINS)
def test_a_mark_is_never_set_apart_from_its_letter(style: str) -> None:
    text = normalize("NFD", "".join(SENTENCES.values())) + "q\u0323x\u0301\u0323 ไ\u0301 漢\u0301 e\u20d7"
    assert not any(combining(run.text[0]) for run in shape(text, style))
