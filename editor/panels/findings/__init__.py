"""What the map could be asked about, as a list to work through."""

from editor.panels.findings.panel import FindingsPanel

__all__ = ["FindingsPanel"]
