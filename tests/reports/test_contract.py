"""What holds for every format: whatever the run was, the document is one that its readers take, and complete."""

from __future__ import annotations

import pytest

from tests.reports.sample import DRAFT, clean, failed, hostile, report, with_edits
from tests.reports.validators import VALID
from tonecheck.reports import FORMATS, reporter
from tonecheck.reports.report import Report, Style

ONE = "আমি happy to help 😀, it is not possible"
MULTI_LINE = "😀 it is not\npossible; happy to help, রিনা"
LIBRARY = '{"id": "৭", "text": "😀 সম্ভব না"}\n{"id": "৮", "text": "not possible, not possible"}\n'
RUNS: dict[str, tuple[Report, int, int]] = {
    "nothing found": (clean(), 0, 0),
    "nothing checked": (Report((), {}), 0, 0),
    "one": (report(ONE), 1, 0),
    "many": (with_edits(report(DRAFT)), 3, 0),
    "over two lines": (report(MULTI_LINE), 1, 0),
    "two replies": (report(LIBRARY, "c.jsonl"), 5, 0),
    "problems only": (failed(), 0, 1),
    "hostile": (hostile(), 2, 1),
    "hostile with edits": (with_edits(hostile()), 2, 1),
    "a path that is no UTF-8": (report(ONE, "a\udcff.txt"), 1, 0),
    "more than is shown": (report("না 😀 সম্ভব না " * 60), 61, 0),
}

JSON_FORMATS = frozenset({"json", "jsonl", "gitlab", "sarif", "rdjsonl"})
# No characters of control to JSON, nor to a terminal.
RAW = ("\x85", "\u2028")


def written(name: str, of: Report) -> str:
    """As it comes out: standard output writes a lone surrogate as its escape."""
    text = "".join(reporter(name)(of, Style()))
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def test_every_format_has_a_reader() -> None:
    assert VALID.keys() == FORMATS.keys()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("run", RUNS)
def test_every_reader_takes_every_run(name: str, run: str) -> None:
    of, findings, problems = RUNS[run]
    text = written(name, of)
    assert text == written(name, of)
    assert {c for c in text if not c.isprintable()} <= {"\n", "\u200b", *(RAW if name in JSON_FORMATS else ())}
    seen = VALID[name](text)
    assert seen[0] in (findings, None)
    assert seen[1] in (problems, None)


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"full", "concise", "grouped", "jsonl"}))
def test_problems_are_kept(name: str) -> None:
    assert "no such file or folder" in written(name, failed())
