"""What a file says about itself, twice: in the dictionary that all readers know, and as XMP (ISO 16684-1)."""

from typing import Any

from reportlab.pdfbase import pdfdoc

from export.info import Info
from export.pdf.objects import Dictionary, Name
from export.pdf.strings import sound
from export.xml import escaped

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
{about}
<xmp:CreatorTool>Jejak</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>
"""


def describe(document: Any, info: Info) -> None:
    """Puts the facts into a document of reportlab's."""
    document.setTitle(sound(info.title))
    document.setAuthor(sound(info.author))
    document.setSubject(sound(info.subject))
    document.setCreator("Jejak")
    document.setDateFormatter(lambda *_: f"D:{info.date:%Y%m%d}000000Z")
    document.updateSignature(f"{info.date:%Y%m%d} {sound(info.language)}")
    # Readers shrink to fit unless told not to, and 7 pt type would be less.
    document.Catalog.ViewerPreferences = Dictionary({"DisplayDocTitle": pdfdoc.PDFtrue, "PrintScaling": Name("None")})


def metadata(info: Info) -> bytes:
    """The same as XMP."""
    parts = (
        _alternative("dc:title", info.title),
        _list("dc:creator", "Seq", info.author),
        _alternative("dc:description", info.subject),
        _list("dc:language", "Bag", info.language),
    )
    about = "\n".join(part for part in parts if part)
    return _XMP.format(about=about, date=f"{info.date:%Y-%m-%d}T00:00:00Z").encode()


def _alternative(name: str, text: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{escaped(sound(text))}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>" if text else ""


def _list(name: str, kind: str, text: str) -> str:
    return f"<{name}><rdf:{kind}><rdf:li>{escaped(sound(text))}</rdf:li></rdf:{kind}></{name}>" if text else ""
