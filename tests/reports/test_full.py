"""Whole outputs: what a person sees."""

from __future__ import annotations

import io

import pytest

from tests.reports.sample import DRAFT, failed, report
from tonecheck.engine.check import Examined
from tonecheck.model import Finding, Reply
from tonecheck.reports.full import render
from tonecheck.reports.report import Report, Style
from tonecheck.reports.terminal import width
from tonecheck.run import check_file
from tonecheck.sources.source import Context


def full(text: str = DRAFT, style: Style | None = None, path: str = "drafts/রিনা.txt") -> str:
    return "".join(render(report(text, path), style or Style()))


def test_nothing_found_is_nothing_written() -> None:
    assert full("আমি happy to help 😀") == ""
    assert "".join(render(failed(), Style())) == ""


def test_plain() -> None:
    assert (
        full()
        == """\
drafts/রিনা.txt:3:13  error  flat-refusal
  দুঃখিত, এটা »সম্ভব না«।
  why      A no without a way forward ends the conversation: the customer hears
           only that the door is shut.
  from     A7: never stop at a bare “no”
           A8
  fill in  আমি […] টার মধ্যে জানাচ্ছি।
  choice   Here is what I can do instead.
  fix      leave out: সম্ভব না

drafts/রিনা.txt:3:78  error  flat-refusal
  I looked at it again, and I am sorry to say that it is »not possible« to send
  the second parcel today as the depot closes at noon.
  why      A no without a way forward ends the conversation: the customer hears
           only that the door is shut.
  from     A7: never stop at a bare “no”
           A8
  fill in  আমি […] টার মধ্যে জানাচ্ছি।
  choice   Here is what I can do instead.
  fix      leave out: not possible

drafts/রিনা.txt:6:4  warning  missing-closing-offer
  after    Sam
  why      It ends without an offer.
  from     A4: end with an open, glad-to-help offer
  rewrite  আর কিছু লাগলে জানাবেন।
"""
    )


def test_colour_marks_the_words_and_ends_with_every_line() -> None:
    shown = full("x " * 12 + "it is not\npossible 😀, happy to help", Style(colour=True, width=40))
    assert shown.startswith("\x1b[1mdrafts/রিনা.txt:1:31\x1b[0m  \x1b[1;31merror\x1b[0m  flat-refusal\n")
    assert shown.splitlines()[1:3] == [
        "  x x x x x x x x x x x x it is \x1b[1;4mnot\x1b[0m",
        "  \x1b[1;4mpossible\x1b[0m 😀, happy to help",
    ]
    for line in shown.splitlines():
        assert line.count("\x1b[0m") * 2 == line.count("\x1b[")


@pytest.mark.parametrize("columns", [40, 57, 120])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    long = "এটা " + "আন্তরিকভাবেদুঃখিত" * 12 + " 😀" * 40 + " সম্ভব না " + "বিলম্ব 日本 " * 40
    lines = full(long, Style(width=columns)).splitlines()
    assert len(lines) > 10
    assert all(width(line) <= columns for line in lines if not line.startswith("drafts"))


def test_a_long_sentence_is_shortened_around_the_words() -> None:
    shown = full("আগে " * 90 + "not possible" + " পরে" * 90 + " 😀 happy to help", Style(width=300)).splitlines()[1]
    assert shown.startswith("  … আগে ")
    assert shown.endswith(" পরে …")
    assert "আগে »not possible« পরে" in shown
    assert width(shown) < 240


def test_nothing_in_a_draft_steers_the_terminal_or_is_read_as_markup() -> None:
    shown = full(
        "\x1b]0;title\x07[bold]না[/bold] :smile: not possible \x1b[2J\u202e\n::error::x, happy to help",
        path="a\x1b[31m\nb.txt",
    )
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\\x1b]0;title\\x07[bold]না[/bold] :smile: »not possible« \\x1b[2J\\u202e \\x3a:error::x" in shown.replace(
        "\n  ", " "
    )
    assert shown.startswith("a\\x1b[31m b.txt:1:")


def test_what_is_missing_at_the_beginning_is_shown_by_what_follows() -> None:
    def examine(reply: Reply) -> Examined:
        missing = Finding("missing-greeting", "suggestion", "bn", "No greeting.", 0, 0, "", (), ())
        return Examined((missing,), ())

    steps = check_file(examine, Context(), "a.txt", io.BytesIO("এটা পাঠানো হয়েছে 😀। বাই।".encode()))
    assert "".join(render(Report(steps, {}), Style())) == (
        "a.txt:1:1  suggestion  missing-greeting\n  before   এটা পাঠানো হয়েছে 😀।\n  why      No greeting.\n"
    )


def test_the_reply_of_a_file_of_replies_is_named() -> None:
    shown = full('{"id": "r-৭", "text": "happy to help, 😀 not\\npossible"}\n', path="c.jsonl")
    assert shown.startswith(
        "c.jsonl:1:41  error  flat-refusal\n  in       r-৭ · $.text · 1:18\n  happy to help, 😀 »not possible«\n"
    )
