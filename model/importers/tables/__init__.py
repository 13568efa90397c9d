"""Maps as tables, CSV and XLSX: what the columns are called, how cells are written and read, which layout a table has.

columns.py   the columns of the long form, and their names in both languages with what else they are called
cells.py     values as cells and back; what a spreadsheet program would run is defused
reading.py   files to rows of texts
layouts.py   which layout rows have
long.py matrix.py building.py   rows to a map
"""
