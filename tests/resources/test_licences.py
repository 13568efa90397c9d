"""What others made stands beside the licence they gave it under."""

import resources


def test_the_fonts_stand_beside_their_licence() -> None:
    licence = resources.path("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert list(resources.path("fonts").glob("*.ttf"))
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert all(f"\n{number}) " in licence for number in range(1, 6))
    assert all(f.stem.partition("-")[2] in licence for f in resources.path("fonts").glob("*.ttf"))


def test_the_icons_stand_beside_their_licence_and_name_it() -> None:
    licence = resources.path("icons", "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith("ISC License")
    assert all(
        "@license lucide-static" in svg.read_text(encoding="utf-8") for svg in resources.path("icons").glob("*.svg")
    )
