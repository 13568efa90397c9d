"""The templates: the same skeleton in both languages, a question at every stage and lane, nothing invented."""

import json
from pathlib import Path

import pytest

import resources
from model.findings.finding import Severity
from model.findings.search import find
from model.records import Card, Emotion, Link
from resources.templates import TEMPLATES, place
from resources.words import LANGUAGES, words
from tests.resources import maps_inside
from tests.resources.maps_inside import opened, shape

every_template = pytest.mark.parametrize("path", maps_inside.TEMPLATES, ids=lambda path: path.name)


def test_the_folder_holds_every_template_in_every_language_and_nothing_else() -> None:
    assert set(maps_inside.TEMPLATES) == {place(name, language) for name in TEMPLATES for language in LANGUAGES}


def test_a_language_nobody_wrote_templates_in_gets_the_english_ones() -> None:
    assert place("blank", "de-AT") == place("blank", "en")
    assert place("blank", "id-ID") == place("blank", "id") != place("blank", "en")


def test_an_unknown_template_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        place("../samples/clinic", "id")


@every_template
def test_a_template_has_a_step_in_every_stage_and_no_content(path: Path) -> None:
    document = opened(path)
    counts, _ = shape(document)
    assert len(counts) >= 3
    assert all(counts)
    assert not any(document.table(kind) for kind in (Card, Emotion, Link))
    assert not document.personas
    assert not document.kpis


@every_template
def test_a_template_asks_a_question_of_its_own_at_every_stage_and_lane(path: Path) -> None:
    document = opened(path)
    titles = [stage.title for stage in document.stages] + [lane.title for lane in document.lanes]
    guides = [stage.guide for stage in document.stages] + [lane.guide for lane in document.lanes]
    assert all(titles)
    assert all("?" in guide for guide in guides)
    assert len(set(guides)) == len(guides)


@every_template
def test_a_template_is_in_the_language_of_its_name(path: Path) -> None:
    assert opened(path).map.language == path.suffixes[0].removeprefix(".")


@every_template
def test_nothing_critical_is_found_in_a_template(path: Path) -> None:
    assert Severity.CRITICAL not in {finding.severity for finding in find(opened(path))}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_the_same_skeleton_in_both_languages_and_other_words(name: str) -> None:
    indonesian, english = (opened(place(name, language)) for language in ("id", "en"))
    assert shape(indonesian) == shape(english)
    assert list(indonesian.records) == list(english.records)
    assert {stage.title for stage in indonesian.stages}.isdisjoint(stage.title for stage in english.stages)
    assert {each.guide for each in indonesian.lanes}.isdisjoint(each.guide for each in english.lanes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_has_a_title_and_a_description(language: str) -> None:
    said = words("templates", language)
    assert said.keys() == {f"{name}.{part}" for name in TEMPLATES for part in ("title", "description")}
    assert len({said(f"{name}.title") for name in TEMPLATES}) == len(TEMPLATES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentences_of_the_templates_stand_in_the_order_they_are_offered(language: str) -> None:
    sentences = json.loads(resources.path("i18n", f"templates.{language}.json").read_bytes())
    assert [key.split(".")[0] for key in sentences][::2] == list(TEMPLATES)
