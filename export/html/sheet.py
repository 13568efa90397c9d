"""The page's style sheet: of the paper's colours, by day and by night, on screens and on paper."""

from model.layout.style import BLUE, GREY, HAIRLINE, INK, LANES, PALE, STAGE_FILLS, WHITE

_RULES = f"""
:root {{ --ink: {INK}; --quiet: {GREY}; --line: {HAIRLINE}; --pale: {PALE}; --page: {WHITE}; --link: {BLUE};
  --stage: {STAGE_FILLS[0]}; }}
@media screen and (prefers-color-scheme: dark) {{
  :root {{ --ink: #E6EBF2; --quiet: #A9B4C2; --line: #3B4757; --pale: #1D2634; --page: #121823; --link: #7CC0F0;
    --stage: #2F4869; }}
}}
* {{ box-sizing: border-box; }}
body {{ margin: 0 auto; padding: 1.5rem; max-width: 80rem; color: var(--ink); background: var(--page);
  font: 1rem/1.5 "Noto Sans", system-ui, sans-serif; }}
h1 {{ font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; }}
h2 {{ font-size: 1.35rem; margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--line); }}
h3 {{ font-size: 1.1rem; margin: 1.75rem 0 .25rem; }}
p {{ margin: 0 0 .4rem; max-width: 46rem; }}
h1, h2, h3, p, li {{ white-space: pre-line; }}
h1, h2, h3, p, li, th, td {{ overflow-wrap: anywhere; }}
a {{ color: var(--link); }}
nav ul {{ display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0 0 1.5rem; padding: 0; list-style: none; }}
.quiet {{ color: var(--quiet); }}
.quote {{ font-style: italic; }}
table {{ width: 100%; margin: .5rem 0 1rem; border-collapse: collapse; font-size: .875rem; line-height: 1.4; }}
th, td {{ padding: .4rem .6rem; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }}
thead th {{ background: var(--pale); }}
td p:last-child, th p:last-child {{ margin: 0; }}
td p, th p {{ margin: 0 0 .2rem; }}
.names th {{ width: 12rem; }}
th p:first-child {{ font-weight: bold; }}
th .quiet {{ font-weight: normal; }}
.lane {{ border-inline-start: .25rem solid var(--quiet); }}
.scroll {{ overflow-x: auto; margin: 1.5rem 0; }}
.scroll:focus-visible, a:focus-visible {{ outline: 3px solid var(--link); outline-offset: 2px; }}
.grid th, .grid td {{ min-width: 8rem; }}
.grid th[scope="row"] {{ position: sticky; inset-inline-start: 0; background: var(--page); }}
.grid th.stage {{ color: #FFFFFF; background: var(--stage); border-inline-start: 2px solid var(--page); }}
.grid td.lane {{ border-inline-start: 1px solid var(--line); }}
@page {{ size: A4 landscape; margin: 12mm; }}
@media print {{
  body {{ padding: 0; max-width: none; font-size: 9pt; line-height: 1.3; }}
  h2 {{ margin-top: 1.5rem; }}
  table {{ font-size: 8pt; line-height: 1.25; }}
  th, td {{ padding: .8mm 1.5mm; }}
  nav {{ display: none; }}
  .scroll {{ overflow: visible; }}
  .vast {{ display: none; }} /* the text behind it says the same */
  .grid th, .grid td {{ min-width: 0; padding: 1.5mm; }}
  .grid th[scope="row"] {{ position: static; }}
  .grid.wide {{ font-size: 7pt; table-layout: fixed; }}
  thead {{ display: table-header-group; }}
  tr {{ break-inside: avoid; }}
  h2, h3 {{ break-after: avoid; }}
  a {{ color: inherit; }}
}}
"""


def css() -> str:
    """All rules, those of the lanes' colours behind the others."""
    colours = dict.fromkeys(look.color for look in LANES.values())
    return _RULES + "".join(f"th.c{colour[1:]} {{ border-inline-start-color: {colour}; }}\n" for colour in colours)
