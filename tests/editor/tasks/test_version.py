"""The version that the window and the command line tell is the one the package has."""

import re

from editor.tasks.version import version


def test_the_version_is_that_of_the_package_file() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", version())
