"""The map inside the PDF that shows it."""

import io

import msgspec
import pytest
from pypdf import PdfReader

from export import pdf
from export.info import Info
from export.options import PdfOptions
from export.registry import Job, Numbered
from model.handouts.brief import Brief
from model.storage.cjm import encode
from tests.checking.export_tools import run
from tests.faults.attack_written import pdf_faults
from tests.making.attached import with_inside
from tests.making.export_pages import INFO, line, page
from tests.making.small_map import small_map

DATA = encode(small_map())


def job(name: str = "kopi.cjm", *, attach: bool = True, data: bytes = DATA, info: Info = INFO) -> Job:
    pages = (Numbered(1, page(line("satu"))),)
    return Job(small_map(), info, pages, Brief(name=name), PdfOptions(attach=attach), data)


def attached(data: bytes) -> dict[str, list[bytes]]:
    return dict(PdfReader(io.BytesIO(data), strict=True).attachments)


def test_a_map_that_is_attached_stands_in_the_file_byte_for_byte() -> None:
    data = pdf.files(job())[""]
    run("qpdf", data, "--check")
    assert attached(data) == {"kopi.cjm": [DATA]}
    assert b"/AFRelationship /Source" in data


@pytest.mark.parametrize("unwanted", [job(attach=False), job(data=b"")])
def test_nothing_is_attached_that_nobody_asked_for(unwanted: Job) -> None:
    assert b"EmbeddedFile" not in pdf.files(unwanted)[""]


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("../../etc/kopi.cjm", "kopi.cjm"), ("", "map.cjm"), ("a:b*?.cjm", "a_b__.cjm"), ("珈琲.cjm", "珈琲.cjm"),
        ("a\ud800.cjm", "a?.cjm".replace("?", "_")), ("x" * 300 + ".cjm", "x" * 100 + ".cjm"),
    ],
)  # fmt: skip
def test_what_is_attached_has_a_name_that_any_system_can_write(name: str, called: str) -> None:
    assert list(attached(pdf.files(job(name))[""])) == [called]


def test_nothing_else_in_the_file_is_more_than_to_be_looked_at() -> None:
    found = {fault.partition(": ")[2] for fault in pdf_faults(pdf.files(job())[""])}
    assert found == {"/EmbeddedFile", "/EmbeddedFiles", "/EF", "/Filespec", "/F", "/UF"}


def test_the_same_map_attached_makes_the_same_bytes() -> None:
    assert pdf.files(job()) == pdf.files(job())
    later = msgspec.structs.replace(INFO, date=INFO.date.replace(year=2027))
    assert pdf.files(job()) != pdf.files(job(info=later))


def test_another_map_inside_makes_another_identifier() -> None:
    assert with_inside(b"satu").split(b"/ID")[1][:90] != with_inside(b"dua").split(b"/ID")[1][:90]
