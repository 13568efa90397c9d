"""`check`: what a map could be asked about, for people or, with --json, for other programs."""

import json
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator

from editor.commands.reading import read
from editor.commands.terminal import say
from editor.tasks.place import cell
from model.document import Document
from model.findings.finding import Finding, Severity
from model.findings.search import find
from model.findings.sentences import sentence
from resources.words import Words
from resources.words import words as room


def run(asked: Namespace, words: Words) -> int:
    opened = read(asked.map, words, as_copy=asked.as_copy)
    every = find(opened.document, ignored=True)
    findings = [finding for finding in every if not finding.ignored]
    if asked.json:
        print(as_json(findings, opened.document, words))
    else:
        # All are put into words before the first is said: one that cannot be must not cost the others.
        for line in [*_lines(findings, len(every) - len(findings), opened.document, words)]:
            say(line)
    return int(bool(findings) or opened.remarks)


def as_json(findings: list[Finding], document: Document, words: Words) -> str:
    """A list of objects with the members code, severity, records (ids) and message; ASCII, for any terminal."""
    advice = room("findings", words.language)
    table = [
        {
            "code": str(finding.code),
            "severity": str(finding.severity),
            "records": list(finding.records),
            "message": sentence(finding, document, advice),
        }
        for finding in findings
    ]
    return json.dumps(table, indent=2)


def _lines(findings: list[Finding], ignored: int, document: Document, words: Words) -> Iterator[str]:
    advice = room("findings", words.language)
    for finding in findings:
        said = {"severity": words(f"severity.{finding.severity}"), "sentence": sentence(finding, document, advice)}
        where = cell(next(iter(finding.records), None), document, words)
        yield words("finding_at", place=where, **said) if where else words("finding", **said)
    yield _sum(findings, words)
    if ignored:
        yield words("findings_ignored", count=ignored)


def _sum(findings: list[Finding], words: Words) -> str:
    if not findings:
        return words("findings_none")
    of = Counter(finding.severity for finding in findings)
    counts = {"critical": of[Severity.CRITICAL], "warnings": of[Severity.WARNING], "hints": of[Severity.HINT]}
    return words("findings_sum", count=len(findings), **counts)
