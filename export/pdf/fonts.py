"""The faces a file uses: which of their glyphs, what these stand for, and how a run of them is written.

Each face becomes a Type 0 font whose codes are the glyph ids of the face (Identity-H): what HarfBuzz shaped is written
as it stands.
"""

from functools import lru_cache
from unicodedata import normalize

from export.pdf.embedding import advances, embed
from export.pdf.file import File
from export.pdf.strings import actual_text, by_letters, guesses, meanings
from model.layout.text.faces import Face, face
from model.layout.text.glyphs import Glyphs


class Font:
    """A face in one file: `resource` is what pages call it, `says` what each glyph in use stands for ("": nothing).

    `plain` holds the codes of runs that readers can search as they stand, by identity: the shaper shares its runs.
    """

    def __init__(self, chosen: Face, resource: str) -> None:
        self.face = chosen
        self.resource = resource
        self.says: dict[int, str] = {}
        self.plain: dict[int, str] = {}
        self._space: str | None = None
        self._usual = _usual(chosen.name)

    def take(self, run: Glyphs) -> bool:
        """Counts a run's glyphs in. True where the run is in `plain` now."""
        if id(run) in self.plain:
            return True
        for glyph in run.ids:
            self.says.setdefault(glyph, self._usual.get(glyph, ""))
        if run.level % 2 or run.offsets or not self._tells(run):
            return False
        self.plain[id(run)] = _codes(run, self.face)
        return True

    def codes(self, runs: tuple[Glyphs, ...]) -> str | None:
        """A whole line as the inside of a TJ array; None unless each of its runs is in `plain`."""
        try:
            return "".join([self.plain[id(run)] for run in runs])
        except KeyError:
            return None

    def operators(self, run: Glyphs, size: float, tracking: float = 0.0) -> str:
        """A run that is not plain, with its text beside it; `size` and `tracking` in points."""
        if run.level % 2:
            return self._reversed(run, size)
        if not run.offsets:
            return actual_text(run.text, self._shown(run, size))
        return actual_text(run.text, f"{self._shown(run, size)} {self._end(tracking / size)}")

    def _reversed(self, run: Glyphs, size: float) -> str:
        """A run that is read to the left: readers turn round what they find from left to right (14.8.2.3.3), and so
        they do with what stands beside letters, for it could as well be a whole line of another program."""
        if self._tells(run) and not run.offsets:
            return f"/ReversedChars BMC {self._shown(run, size)} EMC"
        return " ".join(self._letter(part, size) for part in by_letters(run))

    def _letter(self, run: Glyphs, size: float) -> str:
        """A letter with its marks, or several that are one glyph."""
        if self._tells(run) and not any(x or up for x, up in run.offsets):
            return f"/ReversedChars BMC {self._shown(run, size)} EMC"
        return actual_text(run.text[::-1], f"{self._start()} {self._shown(run, size)}")

    def _shown(self, run: Glyphs, size: float) -> str:
        if not run.offsets:
            return f"[<{_codes(run, self.face)}>]TJ"
        return f"{_displaced(run, self.face, size)} 0 Ts"

    def _end(self, tracking: float) -> str:
        """A space that ends where the run ends: readers go by the last glyph, and that may be a mark put elsewhere.

        `tracking` in ems: it is added behind this glyph, too.
        """
        space = self.space()
        back = self._wide(space) + tracking * self.face.units
        return f"[{_back(back, self.face)}<{space}>]TJ" if space else ""

    def _start(self) -> str:
        """A space that begins where the run begins and takes no room: readers go by the first glyph, too."""
        space = self.space()
        return f"[<{space}>{_back(self._wide(space), self.face)}]TJ" if space else ""

    def _wide(self, code: str) -> int:
        return advances(self.face)[int(code, 16)] if code else 0

    def space(self) -> str:
        """The code of a space; "" where the face has none."""
        if self._space is None:
            glyph = self.face.font.get_nominal_glyph(ord(" "))
            if glyph is not None:
                self.says.setdefault(glyph, " ")
            self._space = "" if glyph is None else f"{glyph:04X}"
        return self._space

    def _tells(self, run: Glyphs) -> bool:
        """Whether the glyphs alone tell a reader the text: each stands for the same characters wherever it stands."""
        told = meanings(run)
        if told is None:
            for glyph, meaning in guesses(run):
                self.says[glyph] = self.says[glyph] or meaning
            return False
        for glyph, meaning in zip(run.ids, told, strict=True):
            self.says[glyph] = self.says[glyph] or meaning
        return all(self.says[glyph] == meaning for glyph, meaning in zip(run.ids, told, strict=True))


class Fonts(dict[str, Font]):
    """The fonts of one file by the name of the face, in the order they were met."""

    def __missing__(self, name: str) -> Font:
        self[name] = font = Font(face(name), f"F{len(self) + 1}")
        return font

    def embed(self, file: File) -> None:
        """Puts every font into the file, once all pages are painted."""
        for font in self.values():
            file.font(font.resource, embed(file, font.face, font.says))


@lru_cache
def _usual(name: str) -> dict[int, str]:
    """What each glyph is for. Of several characters the first in Unicode; a ligature is for its letters ("ffi").

    A glyph of the computer's faces, which may have fifty thousand, is for what it stands for when it is met first.
    """
    chosen = face(name)
    if not chosen.own:
        return {}
    characters = sorted(chosen.characters, reverse=True)
    usual = {chosen.font.get_nominal_glyph(character) or 0: _letters(chr(character)) for character in characters}
    usual.pop(0, None)
    return usual


def _letters(character: str) -> str:
    return normalize("NFKC", character) if "\ufb00" <= character <= "\ufb4f" else character


def _codes(run: Glyphs, chosen: Face) -> str:
    """The inside of a TJ array, between "[<" and ">]": glyph ids, and kerning where an advance is not the face's."""
    own = advances(chosen)
    parts = []
    for glyph, drawn in zip(run.ids, run.advances, strict=True):
        parts.append(f"{glyph:04X}")
        if drawn != own[glyph]:
            parts.append(f">{_back(own[glyph] - drawn, chosen)}<")
    return "".join(parts)


def _displaced(run: Glyphs, chosen: Face, size: float) -> str:
    """Glyph by glyph, each pushed aside in the TJ array and lifted by the text rise."""
    own = advances(chosen)
    parts = []
    for glyph, drawn, (x, y) in zip(run.ids, run.advances, run.offsets, strict=True):
        rise = f"{y / chosen.units * size:.3f}"
        parts.append(f"{rise} Ts[{_back(-x, chosen)}<{glyph:04X}>{_back(own[glyph] - drawn + x, chosen)}]TJ")
    return " ".join(parts)


def _back(units: float, chosen: Face) -> str:
    """Font units as TJ wants them: thousandths of an em, to the left."""
    return f"{units * 1000 / chosen.units:.6g}"
