"""What of the open map goes on paper: its pages as the window shows them, or on the paper chosen last."""

from editor.session import Session
from editor.settings import Settings
from model.layout.engine import lay_out
from model.layout.shapes import Page
from model.layout.sheets import Sheet, sheet
from model.layout.view import View


def sheet_shown(session: Session, settings: Settings) -> Sheet:
    """The sheet of the page view; where the map is drawn freely the last one chosen."""
    return session.drawing.sheet or sheet(settings.paper, settings.orientation)


def pages(session: Session, view: View, on: Sheet | None) -> tuple[Page, ...]:
    """The open map laid out; without a sheet on one page as large as the map."""
    drawing = session.drawing
    if drawing.view is view and drawing.sheet == on:
        return drawing.layout.pages
    return lay_out(session.document, view=view, sheet=on, name=session.origin.name).pages
