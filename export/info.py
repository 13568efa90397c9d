"""What a file says about itself, whatever its format."""

import datetime

import msgspec


class Info(msgspec.Struct, frozen=True, kw_only=True):
    """The facts behind the pages. The same pages and the same Info make the same bytes.

    `language` is a BCP 47 tag. `date` is written as midnight UTC. `outline`: one bookmark a titled page,
    in formats that have bookmarks.
    """

    title: str
    date: datetime.date
    author: str = ""
    subject: str = ""
    language: str = "id"
    outline: bool = True
