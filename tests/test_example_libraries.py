"""The libraries of the examples: what is found in them, and that fixes stay inside the words."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tonecheck import Linter
from tonecheck.engine.library import Library
from tonecheck.fix_file import Fixing, fix_file
from tonecheck.reports.report import Checked
from tonecheck.run import check_file
from tonecheck.sources.source import Context

LIBRARIES = Path(__file__).parents[1] / "examples" / "libraries"


def table() -> dict[str, list[str]]:
    """File to the rules that speak in it, as its README says."""
    rows = [line.strip("| ").split(" | ") for line in (LIBRARIES / "README.md").read_text("utf-8").splitlines()]
    return {
        row[0].strip("`"): sorted(rule.strip("` ") for rule in row[2].split(",") if rule.strip("`– "))
        for row in rows
        if len(row) == 3 and row[0].startswith("`")
    }


def files() -> list[str]:
    found = (path for path in LIBRARIES.rglob("*") if path.is_file() and path.name != "README.md")
    return sorted(path.relative_to(LIBRARIES).as_posix() for path in found)


def steps(name: str) -> list[Checked]:
    linter, library = Linter(), Library()
    with (LIBRARIES / name).open("rb") as file:
        return list(check_file(lambda reply: linter.examine(reply, library), Context(), name, file))


def test_every_library_is_in_the_table() -> None:
    assert sorted(table()) == files()


@pytest.mark.parametrize("name", files())
def test_the_rules_that_speak_are_those_of_the_table(name: str) -> None:
    checked = steps(name)
    assert [problem for step in checked for problem in step.problems] == []
    assert sorted({located.finding.rule for step in checked for located in step.findings}) == table()[name]


@pytest.mark.parametrize("name", files())
def test_a_finding_stands_at_its_words(name: str) -> None:
    text = (LIBRARIES / name).read_bytes().decode("utf-8-sig")
    for step in steps(name):
        for located in step.findings:
            start, end = located.span.start, located.span.end
            lines = text[: start.offset].split("\n")
            assert (start.line, start.column) == (len(lines), len(lines[-1]) + 1)
            # The first and the last letter are there as they are; between them may stand escapes and tags.
            words = located.finding.match
            if words:
                assert text[start.offset] in (words[0], "\\", "&")
                assert text[end.offset - 1] in (words[-1], ";") or "\\" in text[end.offset - 6 : end.offset]


@pytest.mark.parametrize("name", files())
def test_a_second_fix_changes_nothing(name: str) -> None:
    linter = Linter()
    kept: list[tuple[int, int, str]] = []
    fixing = Fixing(linter.examine, linter.examine, lambda path, file, seen, changes: kept.extend(changes), unsafe=True)
    data = (LIBRARIES / name).read_bytes()
    list(fix_file(fixing, Context(), name, io.BytesIO(data)))
    text = data.decode("utf-8-sig")
    for offset, length, words in reversed(kept):
        text = text[:offset] + words + text[offset + length :]
    kept.clear()
    list(fix_file(fixing, Context(), name, io.BytesIO(text.encode())))
    assert kept == []
