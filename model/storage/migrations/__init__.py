"""Older files brought up to date, one version at a time: pure steps from a file's members to the next version's.

The step from version 1 is `v1_to_v2.py` with a function `migrate`, and stands in STEPS under 1. A file may be damaged:
whatever a step does not find as it expects it leaves alone. A test asks for a frozen sample of every version in
tests/model/storage/frozen.
"""

from collections.abc import Callable, Mapping
from typing import Any

Migration = Callable[[Mapping[str, Any]], dict[str, Any]]

STEPS: dict[int, Migration] = {}
"""By the version a step starts from."""
