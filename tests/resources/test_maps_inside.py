"""Every map the program brings along: it opens strictly, is as we write it, and can be printed to the last letter."""

import re
from pathlib import Path

import pytest

from model import order, rules
from model.ids import ALPHABET, asset_id
from model.layout.text.faces import CHAINS
from model.layout.text.shaping import shape
from model.records import PREFIXES, Asset
from model.storage import cjm
from tests.resources.maps_inside import SAMPLES, TEMPLATES, opened, texts

every_map = pytest.mark.parametrize("path", SAMPLES + TEMPLATES, ids=lambda path: path.name)


def test_there_are_three_samples_and_five_templates_in_two_languages() -> None:
    assert (len(SAMPLES), len(TEMPLATES)) == (3, 10)


@every_map
def test_a_map_of_ours_is_written_as_it_was_read(path: Path) -> None:
    data = path.read_bytes()
    document, faults = cjm.read(data)
    assert faults == []
    assert cjm.encode(document) == data


@every_map
def test_a_map_of_ours_keeps_the_rules(path: Path) -> None:
    document = opened(path)
    assert list(rules.faults(document.records, document.records.values())) == []


@every_map
def test_the_ids_and_order_keys_of_a_map_of_ours_are_those_the_program_makes(path: Path) -> None:
    for key, record in opened(path).records.items():
        if isinstance(record, Asset):
            assert key == asset_id(record.data)
        else:
            assert re.fullmatch(f"{PREFIXES[type(record)]}_[{ALPHABET}]{{8}}", key)
        assert order.is_key(getattr(record, "order", order.FIRST))


@every_map
def test_the_texts_of_a_map_of_ours_have_no_stray_blanks_and_no_typewriter_quotes(path: Path) -> None:
    for place, text in texts(opened(path)):
        assert text == text.strip(), place
        assert "  " not in text, place
        assert not re.search(r"""["'\t\r\n]|\.\.\.| [,.;:?!]""", text), place


@every_map
def test_every_character_of_a_map_of_ours_is_in_the_bundled_fonts(path: Path) -> None:
    for place, text in texts(opened(path)):
        for style in CHAINS:
            assert "".join(run.missing for run in shape(text, style)) == "", place
