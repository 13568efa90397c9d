"""What tables do not say of a map, counted by kind."""

from export.losses import Held, says_more
from export.options import CsvOptions
from export.registry import Job, Loss
from model.document import Document
from model.records import Asset, Card, Emotion, Kpi, Lane, Link, Map, Stage, Step

_MAP = {"title", "language", "ignored"}
_WORKBOOK: Held = {
    Map: {*_MAP, "scenario", "state", "facts"},
    Stage: {"order", "title", "guide"},
    Lane: {"order", "role", "title", "guide", "hidden", "folded"},
}  # fmt: skip
_LIST: Held = {**_WORKBOOK, Map: _MAP}
_MATRIX: Held = {
    **_LIST,
    Step: {"order", "stage", "title"},
    Card: {"order", "lane", "step", "text", "picture"},
    Emotion: {"order", "lane", "step", "value", "quote", "persona"},
}


def workbook_losses(job: Job) -> tuple[Loss, ...]:
    """Of a workbook, which has the personas and the facts on sheets of their own."""
    return _counted(job.document, _WORKBOOK, personas=0)


def csv_losses(job: Job) -> tuple[Loss, ...]:
    """Of one table."""
    in_cells = isinstance(job.options, CsvOptions) and job.options.form == "matrix"
    document = job.document
    return _counted(document, _MATRIX if in_cells else _LIST, personas=len(document.personas))


def _counted(document: Document, held: Held, personas: int) -> tuple[Loss, ...]:
    """By kind, in the order of their weight; no kind of which nothing is lost."""
    counts = {
        "links": len(document.table(Link)),
        "kpis": len(document.table(Kpi)),
        "personas": personas,
        "pictures": len(document.table(Asset)),
        "details": sum(says_more(record, held) for record in document.records.values()),
    }
    return tuple(Loss(code, count) for code, count in counts.items() if count)
