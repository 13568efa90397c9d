"""Slides the program writes for others: whatever in the archive is not only to be looked at."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

_MEMBERS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:app|core)\.xml"
    r"|ppt/(?:presentation|presProps|tableStyles|viewProps)\.xml|ppt/_rels/presentation\.xml\.rels"
    r"|ppt/(?:slides|slideLayouts|slideMasters|notesSlides|notesMasters)/(?:_rels/)?[A-Za-z]+\d*\.xml(?:\.rels)?"
    r"|ppt/theme/theme\d*\.xml|ppt/media/image\d+\.(?:png|jpg|jpeg)"
)
_ACTIVE = frozenset({
    "oleObj", "control", "controls", "video", "audio", "videoFile", "audioFile", "wavAudioFile", "snd", "sndAc",
    "hlinkMouseOver", "externalData", "contentPart", "timing", "transition", "custShow", "tags", "fld",
})  # fmt: skip
_WAYS = re.compile(r"(?:https?|mailto):", re.IGNORECASE)


def pptx_faults(data: bytes) -> Iterator[str]:
    """What is active in any member, or leads anywhere but to the web or to a letter."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not _MEMBERS.fullmatch(name):
                yield f"member {name}"
            elif name.endswith((".xml", ".rels")):
                yield from (f"{name}: {fault}" for fault in _faults(name, archive.read(name)))


def _faults(name: str, data: bytes) -> Iterator[str]:
    if b"<!" in data:
        yield "a declaration"
    slide = name.startswith("ppt/slides/")
    for element in ElementTree.fromstring(data).iter():
        tag = element.tag.rpartition("}")[2]
        if slide and tag in _ACTIVE:
            yield f"<{tag}>"
        if element.get("action") or element.get("macro"):
            yield f"<{tag}> does something"
        if element.get("TargetMode") == "External" and not _WAYS.match(element.get("Target", "")):
            yield f"leads to {element.get('Target', '')[:60]}"
