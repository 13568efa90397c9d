"""The whole map as structured text, made once for all who read instead of look: the report, HTML and Markdown.

whole.py     `outline`: everything, section by section; begin here
telling.py   what things are called
details.py   what a card says beside its text
lens.py      title, scenario, facts, personas, lanes
journey.py   stage by stage, step by step
insights.py  pain points, opportunities, KPIs
matrix.py    the grid as a table of words, for formats that have room for it
rest.py      links, parking lot, findings set aside
"""
