"""The file around the pages, and what we rely on in reportlab."""

import os
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from export import pdf
from export.info import Info
from export.pdf.file import File
from export.pdf.objects import Dictionary, Name
from tests.checking.export_reader import contents, objects, of_type
from tests.checking.export_tools import run, text_of
from tests.making.export_pages import INFO, card_page, line, page

ROOT = Path(__file__).resolve().parents[3]
TWO_SIZES = (page(line("satu"), title="Satu"), page(line("dua"), title="Dua", width=1190.551, height=841.89))


def info_of(data: bytes) -> dict[str, str]:
    lines = run("pdfinfo", data).decode().splitlines()
    return {key: value.strip() for key, _, value in (each.partition(":") for each in lines)}


def test_a_file_is_sound_to_a_strict_reader() -> None:
    run("qpdf", pdf.write((*TWO_SIZES, card_page(20)), INFO), "--check")


def test_every_object_stands_where_the_table_says() -> None:
    assert len(objects(pdf.write(TWO_SIZES, INFO))) > 10


def test_pages_have_their_own_sizes_to_a_tenth_of_a_point() -> None:
    pages = of_type(pdf.write(TWO_SIZES, INFO), "Page")
    boxes = [
        re.findall(r"[\d.]+", match[1])
        for each in pages
        if (match := re.search(r"/MediaBox \[(.*?)\]", each.text, re.DOTALL))
    ]
    assert [[float(edge) for edge in box] for box in boxes] == [[0, 0, 400, 300], [0, 0, 1190.551, 841.89]]


def test_the_facts_of_the_map_stand_in_the_file() -> None:
    info = Info(title="Khám bệnh – ⚕", author="Sørensen (œ)", subject="a\\b", date=INFO.date, language="vi-VN")
    data = pdf.write(TWO_SIZES, info)
    told = info_of(data)
    assert (told["Title"], told["Author"], told["Subject"]) == ("Khám bệnh – ⚕", "Sørensen (œ)", "a\\b")
    assert "/Lang (vi-VN)" in of_type(data, "Catalog")[0].text


def test_the_date_is_midnight_utc() -> None:
    assert sum("(D:20261112000000Z)" in each.text for each in objects(pdf.write(TWO_SIZES, INFO))) == 1


def test_lone_surrogates_do_not_stop_a_file() -> None:
    data = pdf.write((page(title="\ud800 x"),), msgspec.structs.replace(INFO, title="\udfff y", language="\ud800"))
    assert info_of(data)["Title"].endswith("y")


def test_each_titled_page_has_a_line_in_the_outline_that_leads_to_its_top() -> None:
    data = pdf.write((TWO_SIZES[0], page(line("tanpa judul")), TWO_SIZES[1]), INFO)
    entries = [each.text for each in objects(data) if "/Dest [" in each.text]
    assert [re.search(r"/Title \((.*)\)", each)[1] for each in entries] == ["Satu", "Dua"]  # type: ignore[index]
    tops = [re.search(r"/XYZ\s+0\s+([\d.]+)\s+0 \]", each)[1] for each in entries]  # type: ignore[index]
    assert tops == ["300", "841.89"]


def test_a_file_without_titles_or_wishes_has_no_outline() -> None:
    unwanted = pdf.write(TWO_SIZES, msgspec.structs.replace(INFO, outline=False))
    assert "/Outlines" not in of_type(unwanted, "Catalog")[0].text
    assert "/Outlines" not in of_type(pdf.write((page(),), INFO), "Catalog")[0].text


def test_pages_printed_again_keep_their_numbers() -> None:
    data = pdf.write(TWO_SIZES, INFO, numbers=(4, 9))
    assert [match[1] for each in objects(data) if (match := re.search(r"/St (\d+)", each.text))] == ["4", "9"]


def test_readers_are_told_not_to_shrink_the_page() -> None:
    assert any("/PrintScaling /None" in each.text for each in objects(pdf.write(TWO_SIZES, INFO)))


def test_the_same_pages_make_the_same_bytes_in_every_process() -> None:
    code = (
        "import hashlib; from export import pdf; from tests.making.export_pages import INFO, card_page, line, page;"
        "shapes = [line('漢字 é', style=style) for style in ('card', 'bold', 'italic')];"
        "print(hashlib.sha256(pdf.write((card_page(30), page(*shapes)), INFO)).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(digests) == 1


def test_writing_twice_in_one_process_makes_the_same_bytes() -> None:
    assert pdf.write(TWO_SIZES, INFO) == pdf.write(TWO_SIZES, INFO)


def test_files_that_differ_have_identifiers_that_differ() -> None:
    ones = {pdf.write((page(line(text)),), INFO).split(b"/ID")[1][:90] for text in ("satu", "dua")}
    assert len(ones) == 2


def test_an_empty_page_is_a_page() -> None:
    assert info_of(pdf.write((page(),), INFO))["Pages"] == "1"
    assert text_of(pdf.write((page(),), INFO)) == ""


def test_a_page_turns_its_content_over_once() -> None:
    assert contents(pdf.write((page(line("satu")),), INFO))[0].startswith("1 0 0 -1 0 300 cm\n")


def test_reportlab_numbers_objects_in_the_order_of_asking() -> None:
    file = File(INFO)
    for number in range(3):
        file.add(Dictionary({"Asked": number}))
    stored = [match[1] for each in objects(file.finish()) if (match := re.search(r"/Asked (\d)", each.text))]
    assert stored == ["0", "1", "2"]


def test_reportlab_leaves_streams_alone_that_have_been_through_a_filter() -> None:
    file = File(INFO)
    file.stream(b"as it is", {"Filter": Name("DCTDecode")})
    file.page(page(width=10, height=10), b"", 1)
    assert b"stream\nas it isendstream" in file.finish()


def test_reportlab_puts_no_font_on_a_page_that_we_did_not_name() -> None:
    data = pdf.write((page(),), INFO)
    assert not of_type(data, "Font")
    assert b"Helvetica" not in data


@pytest.mark.parametrize("height", [float("nan"), float("inf")])
def test_a_size_that_is_no_number_is_refused(height: float) -> None:
    with pytest.raises(ValueError, match="no number"):
        pdf.write((page(height=height),), INFO)
