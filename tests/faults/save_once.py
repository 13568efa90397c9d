"""`python -m tests.faults.save_once PATH`: a program that opens a map, writes a title into it and saves it again."""

import sys

import msgspec

from model.change import Change
from model.document import Document
from model.storage.faults import StorageError
from model.storage.file import open_map, save_map
from model.storage.sentences import error_sentence

TITLE = "Kata-kata yang baru"


def titled(document: Document) -> Document:
    """The same map with the new title."""
    before = document.map
    after = msgspec.structs.replace(before, title=TITLE)
    document.apply(Change(updated={before.id: (before, after)}))
    return document


def main(path: str) -> int:
    """0: it said that all is saved; 2: it said in a sentence why not."""
    try:
        opened = open_map(path)
        save_map(titled(opened.document), path, expected=opened.digest)
    except StorageError as error:
        print(error_sentence(error, "en"), file=sys.stderr)
        return 2
    print(f"{path} is written.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
