"""The kinds of objects a PDF is made of: reportlab's, and one whose operators are written already."""

from typing import Any

from reportlab.pdfbase import pdfdoc

Name = pdfdoc.PDFName
Array = pdfdoc.PDFArray
Dictionary = pdfdoc.PDFDictionary
String = pdfdoc.PDFString
Reference = pdfdoc.PDFObjectReference


class Written(pdfdoc.PDFObject):
    """An object as it stands in the file. There are thousands in a structure tree: reportlab's dictionaries would take
    ten times as long."""

    def __init__(self) -> None:
        self.text = "null"

    def format(self, _: Any) -> bytes:
        """What stands between `obj` and `endobj`."""
        return self.text.encode("ascii")
