"""The map as a web page: one file that fetches nothing and runs nothing, for readers and printers."""

from base64 import b64encode
from hashlib import sha256

from export.html.grid import grid
from export.html.sheet import css
from export.html.tags import escaped, page, tag
from export.html.text import contents, named, text
from export.info import Info
from export.registry import Files, Job
from model.handouts.outline.matrix import matrix
from model.handouts.outline.telling import Telling, asked
from model.handouts.outline.whole import opening, telling
from model.handouts.prose import Heading


def files(job: Job) -> Files:
    """One file."""
    return {"": write(asked(job.document, job.brief), job.info)}


def write(tell: Telling, info: Info) -> bytes:
    """The page: what the map is about, the grid as a table, and everything once more as text. The same map makes the
    same bytes."""
    ahead, behind = (*opening(tell), Heading(2, tell.say("matrix"))), tuple(telling(tell))
    main = text(ahead, 0) + grid(matrix(tell), tell, named(len(ahead) - 1)) + text(behind, len(ahead))
    body = tag("nav", contents((*ahead, *behind)), aria_label=tell.say("contents")) + tag("main", main)
    return page(_head(tell, info), body, tell.document.map.language).encode()


def _head(tell: Telling, info: Info) -> str:
    """What the page says about itself, and that it may fetch nothing: not even a style but its own."""
    style = css()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    metas = {"viewport": "width=device-width, initial-scale=1", "color-scheme": "light dark", "generator": "Jejak"}
    metas |= {"author": info.author} if info.author else {}
    return "".join((
        '<meta charset="utf-8">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
        *(f'<meta name="{name}" content="{escaped(content)}">\n' for name, content in metas.items()),
        tag("title", escaped(info.title or tell.paper("untitled"))),
        f"<style>{style}</style>\n",
    ))  # fmt: skip
