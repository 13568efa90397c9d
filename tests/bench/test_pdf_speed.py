"""How long the PDF of a large map takes, once it is laid out: fonts and compression included.

Asked for: 40 ms for 1,000 cards on A0, 250 ms for 10,000. Measured on two cores: 20 and 100.
"""

from typing import Any

from export import pdf
from tests.making.export_pages import A0, INFO, card_page

CUSTOM = (14_400.0, 14_400.0)  # the longest page a reader must open


def test_a_thousand_cards_become_a_pdf(benchmark: Any) -> None:
    assert benchmark(pdf.write, (card_page(1_000, A0),), INFO).startswith(b"%PDF")


def test_ten_thousand_cards_become_a_pdf_of_one_page(benchmark: Any) -> None:
    assert benchmark(pdf.write, (card_page(10_000, CUSTOM),), INFO).startswith(b"%PDF")


def test_ten_thousand_cards_become_a_pdf_of_ten_pages(benchmark: Any) -> None:
    pages = tuple(card_page(1_000, A0, seed) for seed in range(10))
    assert benchmark(pdf.write, pages, INFO).startswith(b"%PDF")
