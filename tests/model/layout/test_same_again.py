"""The same map gives the same pages: twice in a row, and in a process that hashes otherwise."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.document import Document
from model.layout.engine import lay_out
from model.layout.sheets import sheet
from model.layout.view import View
from tests.making.crowded_maps import EXTREMES
from tests.making.maps import maps

ROOT = Path(__file__).resolve().parents[3]


def digest(document: Document, view: View, paper: str | None) -> str:
    pages = lay_out(document, view=view, sheet=sheet(paper) if paper else None, name="kopi.cjm").pages
    return hashlib.sha256(msgspec.msgpack.encode(pages)).hexdigest()


@given(maps(), st.sampled_from(View), st.sampled_from([None, "A4", "A0"]))
def test_a_map_is_laid_out_the_same_twice_whatever_order_its_records_came_in(
    document: Document, view: View, paper: str | None
) -> None:
    turned = Document(reversed(list(document.records.values())))
    assert digest(document, view, paper) == digest(document, view, paper) == digest(turned, view, paper)


@pytest.mark.parametrize("extreme", ["spans over stages", "links between all", "three curves", "endless cards"])
def test_another_process_with_other_hashes_makes_the_same_pages(extreme: str) -> None:
    code = (
        "import hashlib, msgspec\n"
        "from model.layout.engine import lay_out\n"
        "from model.layout.sheets import sheet\n"
        "from model.layout.view import View\n"
        "from tests.making.crowded_maps import EXTREMES\n"
        f"pages = lay_out(EXTREMES[{extreme!r}](), view=View.BLUEPRINT, sheet=sheet('A4'), name='kopi.cjm').pages\n"
        "print(hashlib.sha256(msgspec.msgpack.encode(pages)).hexdigest())\n"
    )
    found = {_printed(code, seed) for seed in ("1", "2")}
    assert found == {digest(EXTREMES[extreme](), View.BLUEPRINT, "A4")}


def _printed(code: str, seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout.strip()
