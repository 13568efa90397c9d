"""How long a page takes as a whole command, and how long browsers take for the same map, in one run of one machine:
`python -m tests.bench.against_browsers`.

Chromium prints the map's HTML to PDF; Mermaid's command line draws its journey, which is the little of it that Mermaid
can hold. Each is tried a few times in turn and the best counts. What is not installed is left out with a word: chromium
(Debian), mmdc (npm, @mermaid-js/mermaid-cli).
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from model.storage import cjm
from tests.checking.printed import sample_path
from tests.making.maps import realistic_map

ROOT = Path(__file__).parents[2]
_TIMES = 5

Command = Sequence[str]


def main() -> None:
    """Prints a table: seconds, and how many times our own each of the others takes."""
    with tempfile.TemporaryDirectory() as folder:
        for name, path in _maps(Path(folder)):
            commands = dict(_commands(path, Path(folder)))
            best = _best(commands)
            own = best["page"]
            for what, seconds in best.items():
                print(f"{name:14} {what:28} {seconds:7.2f} s   {seconds / own:6.1f} x")
            print()


def _maps(folder: Path) -> Iterator[tuple[str, Path]]:
    yield "clinic", sample_path("clinic")
    large = folder / "thousand.cjm"
    large.write_bytes(cjm.encode(realistic_map(1000, seed=1)))
    yield "1,000 cards", large


def _commands(path: Path, folder: Path) -> Iterator[tuple[str, Command]]:
    """What to time, by name; each input of the others is written by us first, and that takes no time here."""
    yield "page", _export(path, folder / "page.pdf", "--as", "page")
    yield "pack", _export(path, folder / "pack.pdf", "--as", "pack")
    browser, diagrams = shutil.which("chromium"), shutil.which("mmdc")
    if browser:
        written = _written(path, folder / f"{path.stem}.html")
        options = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile")
        yield "Chromium prints its HTML", (browser, *options, f"--print-to-pdf={folder}/c.pdf", written.as_uri())
    if browser and diagrams:
        written, how = _written(path, folder / f"{path.stem}.mmd"), folder / "puppeteer.json"
        how.write_text(json.dumps({"executablePath": browser, "args": ["--no-sandbox"]}), encoding="utf-8")
        yield "Mermaid draws its journey", (diagrams, "-q", "-p", str(how), "-i", str(written), "-o", f"{folder}/m.pdf")


def _export(path: Path, output: Path, *options: str) -> Command:
    return (sys.executable, "main.py", "export", str(path), "-o", str(output), *options)


def _written(path: Path, output: Path) -> Path:
    subprocess.run(_export(path, output), cwd=ROOT, capture_output=True, check=False)
    return output


def _best(commands: dict[str, Command]) -> dict[str, float]:
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(_TIMES):
        for what, command in commands.items():
            began = time.perf_counter()
            done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
            if done.returncode > 1:
                raise SystemExit(f"{what}: {done.stderr.decode(errors='replace')[-500:]}")
            best[what] = min(best[what], time.perf_counter() - began)
    return best


if __name__ == "__main__":
    main()
