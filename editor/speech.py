"""What the window says, in the language the program speaks now; `speak` changes it in the running program."""

from PySide6.QtCore import QCoreApplication, QLocale

from editor.qt_words import QtWords
from resources.words import spoken, words

LOCALES = {
    "id": QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
"""What Qt's own widgets write numbers and dates by; English as most of the world dates it, the day first."""

_chosen = ""
_of_qt: QtWords | None = None


class Speech:
    """The words of one room, such as `inspector`: each call answers in the language of that moment."""

    def __init__(self, room: str) -> None:
        self._room = room

    def __call__(self, key: str, **details: object) -> str:
        """The sentence with its blanks filled; see `resources.words.Words`. Raises KeyError for one nobody wrote."""
        return words(self._room, language())(key, **details)

    def __contains__(self, key: str) -> bool:
        return key in words(self._room, language())

    def number(self, value: float) -> str:
        """1234567.5 as 1.234.567,5 in Indonesian."""
        return words(self._room, language()).number(value)

    def date(self, iso: str) -> str:
        """2026-11-12 as 12 Nov 2026; anything that is no ISO date as it stands."""
        return words(self._room, language()).date(iso)


def language() -> str:
    """The code of the language the program speaks: the one it was last told to, else the system's."""
    return _chosen or of_the_system()


def of_the_system() -> str:
    """The first language of the user's desktop if the program speaks it, else English."""
    return spoken(next(iter(QLocale.system().uiLanguages()), ""))


def speak(language: str) -> None:
    """From now on the program speaks this language (a BCP 47 tag; an empty one is the system's).

    With an application running, Qt's own strings follow, and every widget gets a LanguageChange event.
    """
    global _chosen
    _chosen = spoken(language) if language else ""
    _tell_qt(_chosen or of_the_system())


def _tell_qt(language: str) -> None:
    global _of_qt
    QLocale.setDefault(LOCALES[language])
    if QCoreApplication.instance() is None:
        return
    # Qt sends LanguageChange when a translator goes and when one comes: both ways the widgets hear of it.
    if _of_qt is not None:
        QCoreApplication.removeTranslator(_of_qt)
    _of_qt = QtWords(language) if language != "en" else None
    if _of_qt is not None:
        QCoreApplication.installTranslator(_of_qt)
