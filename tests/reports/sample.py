"""A linter made by hand, and what it says about a few texts: reports are tested without rules."""

from __future__ import annotations

import io
from dataclasses import replace

import regex

from tonecheck.engine.check import Examined
from tonecheck.errors import Problem, RuleTimeout
from tonecheck.model import Finding, Reply, Suggestion
from tonecheck.reports.report import Checked, FileEdit, Located, Report
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
        tuple(check_file(examine, Context(), path, io.BytesIO(text.encode("utf-8", "surrogatepass")))), PASSAGES
    )


def failed() -> Report:
    """The report of a run that found nothing and could not read a file."""
    problem = Problem("নেই😀.txt", 0, 0, "no such file or folder", "check the path")
    return Report((Checked(problems=(problem,)), Checked(replies=1), Checked(files=1)), PASSAGES)


def clean() -> Report:
    """The report of a run that found nothing."""
    return report("happy to help 😀")


def hostile() -> Report:
    """A report in which the path, the reply's names, the words, the message, the rewrites and a problem are all made to
    break out of a format."""
    steps = [
        Checked(tuple(_hostile(located) for located in step.findings), replies=step.replies, files=step.files)
        for step in report("\x1b[31m[b]<script>না</script> `x` | 😀 not possible ::error::x %0A @all #1\x85\u2028").steps
    ]
    problem = Problem("p\n::error::`<p>` 😀.txt", 2, 3, "না ::x:: <b> | ]]> @all\x00\ud83d", "see [x](http://x.y), 100%")
    return Report((*steps, Checked(problems=(problem,))), PASSAGES)


def with_edits(of: Report) -> Report:
    """A report whose suggestions can be put into the file, as they can in a plain file."""

    def known(located: Located) -> Located:
        pairs = zip(located.suggestions, located.finding.suggestions, strict=True)
        return located._replace(edits=tuple(FileEdit(span, suggestion.text) for span, suggestion in pairs))

    steps = [step._replace(findings=tuple(known(located) for located in step.findings)) for step in of.steps]
    return of._replace(steps=tuple(steps))


def _hostile(located: Located) -> Located:
    suggestions = tuple(
        replace(suggestion, text=f"{suggestion.text}``` </script> ]]> | @all\n::notice::না\r\x07!")
        for suggestion in located.finding.suggestions
    )
    finding = replace(
        located.finding,
        message="না: `x` | <b>[x](http://x.y)</b> 100%, @all\n::error::\x1b[0m]]>",
        match=f"`{located.finding.match}`\n<script>",
        suggestions=suggestions,
    )
    return located._replace(
        finding=finding,
        path="a b\n::error,রিনা|`c`<script>%0A\x1b.txt",
        reply="r:1,2%\n",
        title="Re 😀 | `no`\n::warning::@dana",
        inside="$['a::b']",
    )


def _rewrites(start: int, end: int) -> tuple[Suggestion, ...]:
    return (
        Suggestion("আমি […] টার মধ্যে জানাচ্ছি।", start, end, "manual"),
        Suggestion("Here is what I can do instead.", start, end, "manual"),
        Suggestion("", start, end, "safe"),
    )
