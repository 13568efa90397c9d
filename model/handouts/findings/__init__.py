"""Advice on a map as a handout: what was found, where, and a small picture of the place.

pages.py      `findings`: the pages
entries.py    a finding on paper
places.py     where a finding is, in words
miniature.py  the map made tiny, for all findings
marking.py    what a finding marks on it
"""

from model.handouts.findings.pages import findings

__all__ = ["findings"]
