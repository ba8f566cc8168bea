"""Fixes through the layers of a file: only what reads back as wanted is kept."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.engine.check import Examined
from tonecheck.fix_file import Fixing, fix_file
from tonecheck.fixing import fix_stretch
from tonecheck.model import Finding, Reply, Suggestion
from tonecheck.reports.report import Checked
from tonecheck.sources import source_for
from tonecheck.sources.source import Context, Stretch
from tonecheck.sources.write_back import Change, splice
from tonecheck.suppress import Ignoring


def examine(reply: Reply) -> Examined:
    """Wants না as হ্যাঁ 🙂, "no" as "yes", {x} gone and, with an exclamation, a second round."""
    rewrites = {"না": "হ্যাঁ 🙂", "no": 'a "yes"', "{{name}}": "", "cut {{na": "x", "again!": "once", "once": "twice"}
    found = regex.finditer(r"না\b|\bno\b|cut \{\{na|again!|once", reply.text)
    return Examined(
        tuple(
            Finding(
                "r", "error", "en", "m", *hit.span(), hit[0], (), (Suggestion(rewrites[hit[0]], *hit.span(), "safe"),)
            )
            for hit in found
        ),
        (),
    )


def fixed(path: str, text: str) -> tuple[str, int, list[str]]:
    (stretch,) = source_for(path)(path, io.BytesIO(text.encode()), Context())
    assert isinstance(stretch, Stretch)
    result = fix_stretch(examine, stretch, unsafe=False)
    return result.text, len(result.made), list(result.refused.values())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("😀 ক cut {{name}} x", "a placeholder of the reply would be changed"),
    ],
)
def test_what_cannot_be_written_is_refused_with_a_reason(text: str, reason: str) -> None:
    assert fixed("a.txt", text) == (text, 0, [reason])


@pytest.mark.parametrize(
    ("path", "text", "expected", "made"),
    [
        ("a.txt", "ভালো 😀", "ভালো 😀", 0),
        ("a.txt", "😀 না, no.", '😀 হ্যাঁ 🙂, a "yes".', 2),
        ("a.txt", "😀 again! ক", "😀 twice ক", 2),
        ("c.jsonl", '{"a": "না", "text": "😀 না \\/ no"}\n', '{"a": "না", "text": "😀 হ্যাঁ 🙂 \\/ a \\"yes\\""}\n', 2),
        (
            "c.jsonl",
            r'{"text": "\ud83d\ude00 \u09a8\u09be"}',
            r'{"text": "\ud83d\ude00 \u09b9\u09cd\u09af\u09be\u0981 \ud83d\ude42"}',
            1,
        ),
    ],
)
def test_fixes_in_the_style_of_the_file(path: str, text: str, expected: str, made: int) -> None:
    assert fixed(path, text) == (expected, made, [])
    assert fixed(path, expected) == (expected, 0, [])


def test_fixes_that_each_take_the_whole_cell_are_made_one_after_the_other() -> None:
    assert fixed("r.csv", "id,reply\n1,no 😀 না no x no\n") == (
        '1,"a ""yes"" 😀 হ্যাঁ 🙂 a ""yes"" x a ""yes"""\n',
        4,
        [],
    )


def test_copies_are_fixed_together_or_not_at_all() -> None:
    entry = {"id": 1, "title": "ক", "folder_id": 2, "content_html": "<p>😀 না <b>no</b></p>", "content": "😀 না no"}
    other = entry | {"id": 2, "content": "😀 না, no"}
    text, made, reasons = fixed("replies.json", json.dumps([entry, other], ensure_ascii=False))
    first, second = json.loads(text)
    assert (first["content_html"], first["content"]) == ('<p>😀 হ্যাঁ 🙂 <b>a "yes"</b></p>', '😀 হ্যাঁ 🙂 a "yes"')
    assert second == other
    assert made == 2
    assert reasons == ["its other copy in the file says something else; make them the same first"] * 2


def test_a_file_with_errors_is_not_changed() -> None:
    kept: list[list[Change]] = []
    fixing = Fixing(examine, examine, lambda path, file, seen, changes: kept.append(changes))
    lines = '{"text": "😀 না"}\n{"text": 5}\n'
    steps = list(fix_file(fixing, Context(), "c.jsonl", io.BytesIO(lines.encode())))
    assert kept == []
    assert [problem.message for step in steps for problem in step.problems] == [
        '"text" must be a string',
        "not fixed, for the file has errors; nothing was written",
    ]
    assert sum(step.fixed for step in steps) == 0


def test_what_is_left_is_told_with_its_place_in_the_new_file(tmp_path: Path) -> None:
    kept: list[Change] = []
    fixing = Fixing(examine, examine, lambda path, file, seen, changes: kept.extend(changes))
    lines = '{"text": "না 😀 না"}\n{"text": "ক cut {{name}}"}\n'
    steps: list[Checked] = list(fix_file(fixing, Context(), "c.jsonl", io.BytesIO(lines.encode())))
    new = "".join(splice([lines], kept))
    assert new.startswith('{"text": "হ্যাঁ 🙂 😀 হ্যাঁ 🙂"}\n')
    (left,) = (located for step in steps for located in step.findings)
    assert new[left.span.start.offset : left.span.end.offset] == left.finding.match == "cut {{na"
    assert (left.span.start.line, left.not_fixed) == (2, "a placeholder of the reply would be changed")
    assert sum(step.fixed for step in steps) == 2


@given(st.lists(st.sampled_from(["না", "no", "ক😀", "again!", "\n", ", "]), max_size=8))
def test_a_second_run_changes_nothing(parts: list[str]) -> None:
    text = json.dumps({"text": " ".join(parts)}, ensure_ascii=False)
    if not "".join(parts).strip():
        return
    once, _, _ = fixed("c.jsonl", text)
    assert fixed("c.jsonl", once) == (once, 0, [])


@given(st.lists(st.sampled_from(["না", "no", "ক😀", "\n", ", ", "\r\n"]), max_size=9))
def test_fixes_are_told_with_their_places_in_the_new_file(parts: list[str]) -> None:
    text = "ক 😀\n" + " ".join(parts)
    kept: list[Change] = []
    fixing = Fixing(examine, examine, lambda path, file, seen, changes: kept.extend(changes))
    steps = list(fix_file(fixing, Context(), "খ.txt", io.BytesIO(text.encode())))
    new = "".join(splice([text], kept))
    fixes = [fix for step in steps for fix in step.fixes]
    assert len(fixes) == sum(step.fixed for step in steps) == sum(part in ("না", "no") for part in parts)
    for fix in fixes:
        assert {"না": "হ্যাঁ 🙂", "no": 'a "yes"'}[fix.before] == fix.after
        assert new[fix.place.offset :].startswith(fix.after)
        assert new[: fix.place.offset].count("\n") == fix.place.line - 1


def test_what_the_library_asks_to_ignore_is_left_alone() -> None:
    kept: list[Change] = []
    ignoring = Ignoring(("r",), lambda reply: {"r"})
    fixing = Fixing(examine, examine, lambda path, file, seen, changes: kept.extend(changes), ignoring=ignoring)
    lines = "matches:\n  # tonecheck: ignore[r] 😀 না\n  - trigger: a\n    replace: না 😀\n  - trigger: b\n    replace: না 😀\n"
    steps = list(fix_file(fixing, Context(), "c.yml", io.BytesIO(lines.encode())))
    assert not [problem for step in steps for problem in step.problems]
    assert "".join(splice([lines], kept)) == "হ্যাঁ 🙂".join(lines.rsplit("না", 1))
    assert sum(step.silenced for step in steps) == 1
