"""A linter made by hand, and what it says about a few texts: reports are tested without rules."""

from __future__ import annotations

import io

import regex

from tonecheck.engine.check import Examined
from tonecheck.errors import Problem, RuleTimeout
from tonecheck.model import Finding, Reply, Suggestion
from tonecheck.reports.report import Checked, Report
from tonecheck.run import check_file
from tonecheck.sources.source import Context

DRAFT = """প্রিয় রিনা 😀,

দুঃখিত, এটা সম্ভব না। I looked at it again, and I am sorry to say that it is not
possible to send the second parcel today as the depot closes at noon.

Sam
"""
PASSAGES = {"A4": "end with an open, glad-to-help offer", "A7": "never stop at a bare “no”"}
MESSAGE = "A no without a way forward ends the conversation: the customer hears only that the door is shut."


def examine(reply: Reply) -> Examined:
    """Flags "not possible" and সম্ভব না as refusals, and the want of "happy to help" at the end of the text."""
    refusals = [
        Finding("flat-refusal", "error", "bn", MESSAGE, *found.span(), found[0], ("A7", "A8"), _rewrites(*found.span()))
        for found in regex.finditer(r"not\s+possible|সম্ভব না", reply.text)
    ]
    end = len(reply.text.rstrip())
    offer = Suggestion("\n\nআর কিছু লাগলে জানাবেন।", end, end, "unsafe")
    missing = Finding(
        "missing-closing-offer", "warning", "bn", "It ends without an offer.", end, end, "", ("A4",), (offer,)
    )
    stopped = (RuleTimeout("team-rule", "(a|aa)+$", 0.1),) if "aaaa" in reply.text else ()
    return Examined((*refusals, *(() if "happy to help" in reply.text else (missing,))), stopped)


def report(text: str = DRAFT, path: str = "drafts/রিনা.txt") -> Report:
    """The report of one file with this text."""
    return Report(
        tuple(check_file(examine, path, io.BytesIO(text.encode("utf-8", "surrogatepass")), Context())), PASSAGES
    )


def failed() -> Report:
    """The report of a run that found nothing and could not read a file."""
    problem = Problem("নেই😀.txt", 0, 0, "no such file or folder", "check the path")
    return Report((Checked(problems=(problem,)), Checked(replies=1), Checked(files=1)), PASSAGES)


def _rewrites(start: int, end: int) -> tuple[Suggestion, ...]:
    return (
        Suggestion("আমি […] টার মধ্যে জানাচ্ছি।", start, end, "manual"),
        Suggestion("Here is what I can do instead.", start, end, "manual"),
        Suggestion("", start, end, "safe"),
    )
