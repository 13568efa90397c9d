"""An inspector on a small map, and hands that type and click in it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from editor.panels.inspector import Inspector
from editor.session import Origin, Session
from editor.speech import speak
from model.records import Card, Emotion, Evidence, EvidenceKind, Kpi, Lane, Map, Persona, Role, Stage
from tests.checking.dialogs import Answers
from tests.making.small_map import small_map


@pytest.fixture
def session() -> Session:
    document = small_map(
        Map(id="m", title="Kopi", scenario="Pagi"),
        Persona(id="p1", order="a0", name="Sari", age=34),
        Persona(id="p2", order="a1", name="Budi"),
        Kpi(id="q2", order="a1", title="Antrean"),
        Stage(id="s1", order="a0", title="Sadar"),
        Lane(id="l4", order="a3", role=Role.OTHER, title="Lain"),
        Card(
            id="c3",
            order="a0",
            lane="l1",
            step="t2",
            text="tiga",
            owner="Perawat",
            evidence=(Evidence(kind=EvidenceKind.FIGURE, text="18 %", source="Loket"),),
        ),
        Emotion(id="e1", order="a0", lane="l2", step="t1", value=1, persona="p1", quote="Wah"),
    )
    return Session(document, Origin("kopi"))


@pytest.fixture
def inspector(session: Session, qtbot: QtBot) -> Inspector:
    """It speaks Indonesian."""
    speak("id")
    shown = Inspector(session)
    qtbot.addWidget(shown)
    shown.resize(300, 700)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    return shown


@pytest.fixture
def pended(session: Session) -> list[tuple[str, str, str]]:
    """What was told of texts that the map cannot take."""
    told: list[tuple[str, str, str]] = []
    session.pended.connect(lambda *each: told.append(each))
    return told


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    """After each test the program speaks what it spoke before."""
    yield
    speak("")


@pytest.fixture
def answers() -> Iterator[Answers]:
    """Somebody who answers the dialogs that come up."""
    somebody = Answers()
    yield somebody
    somebody.deleteLater()
    assert not somebody.acts, "a dialog never came up"
    assert not somebody.unexpected, somebody.unexpected
