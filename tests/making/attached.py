"""PDFs with a map inside, and with something else."""

import io

from pypdf import PdfWriter

from export import pdf
from export.pdf.attachment import Attached
from tests.making.export_pages import INFO, line, page


def with_inside(data: bytes, name: str = "peta.cjm") -> bytes:
    """A PDF of ours with something inside."""
    return pdf.write((page(line("peta")),), INFO, attached=Attached(data, name))


def by_another(*attached: tuple[str, bytes], password: str = "") -> bytes:
    """A PDF as another program makes it, with files attached."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    for name, data in attached:
        writer.add_attachment(name, data)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()
