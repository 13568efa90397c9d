"""Shapes to paper and files: PDF, SVG. Knows no Qt.

A painter draws the shapes of `model.layout.shapes` and decides nothing; what a page looks like is decided where the
shapes are made. So PDF, SVG and the screen agree to the line break.

    registry.py    an exporter for each file ending: begin here, and add the next format here
    info.py        title, author, language, date of a file
    pictures.py    PNG and JPEG checked and decoded; which ones cannot be painted
    numbers.py     numbers as text
    xml.py svg.py  SVG
    pdf/           PDF: painter (shapes to operators), pen (the graphics state), fonts and embedding (shaped glyphs,
                   cut-down faces), strings (what glyphs say), images, file (all that is known of reportlab's insides)
"""
