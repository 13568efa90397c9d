"""With JEJAK_EVERY_TEST set, a test skipped for want of a tool fails: in our CI nothing is missing."""

import os
from collections.abc import Generator
from typing import Any

import pytest

EVERY_TEST = bool(os.environ.get("JEJAK_EVERY_TEST"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if EVERY_TEST and not _skipped_on_purpose(item, report):
        _fail_if_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if EVERY_TEST:
        _fail_if_skipped(report)
    return report


def _skipped_on_purpose(item: pytest.Item, report: pytest.TestReport) -> bool:
    """Benchmarks run only when asked for, and an expected failure counts as skipped."""
    return "benchmark" in getattr(item, "fixturenames", ()) or hasattr(report, "wasxfail")


def _fail_if_skipped(report: Any) -> None:
    if report.outcome == "skipped":
        report.outcome = "failed"
        report.longrepr = f"skipped, and JEJAK_EVERY_TEST is set: {report.longrepr}"
