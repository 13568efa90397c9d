"""Paper of every kind: a map to pages of shapes, ready for any painter. Knows no Qt and writes no files.

options.py   what can be asked of each kind
brief.py     everything that is asked for: kind's options, sheet, look
kinds.py     the kinds by name: begin here, and add the next one here
making.py    `handout`: the pages of a kind, dressed as the brief says
"""
