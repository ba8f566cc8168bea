"""The comment for a pull request."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.reports.sample import clean, failed, hostile, report
from tests.reports.test_contract import written
from tonecheck.errors import Problem
from tonecheck.reports.markdown_text import code, prose, unlinked
from tonecheck.reports.report import Checked, Report
from tonecheck.reports.terminal import one_line


def test_whole_output() -> None:
    assert (
        written("markdown", report())
        == """\
**tonecheck**: 2 errors, 1 warning, 1 reply checked

`drafts/রিনা.txt`

- 3:13 **error** `flat-refusal` `সম্ভব না`: A no without a way forward ends the conversation: the customer hears only that the door is shut.
  - fill in: `আমি […] টার মধ্যে জানাচ্ছি।`
  - choice: `Here is what I can do instead.`
  - fix: `leave out: সম্ভব না`
- 3:78 **error** `flat-refusal` `not possible`: A no without a way forward ends the conversation: the customer hears only that the door is shut.
  - fill in: `আমি […] টার মধ্যে জানাচ্ছি।`
  - choice: `Here is what I can do instead.`
  - fix: `leave out: not possible`
- 6:4 **warning** `missing-closing-offer`: It ends without an offer.
  - rewrite: `আর কিছু লাগলে জানাবেন।`
"""
    )


def test_hostile() -> None:
    assert (
        written("markdown", hostile())
        == """\
**tonecheck**: 1 error, 1 warning, 1 reply checked, 1 problem

Not checked:

- ``p ::error::`<p>` 😀.txt`` line 2: না :\u200b:\u200bx:\u200b: \\<b\\> \\| \\]\\]\\> @\u200ball\\\\x00\\\\ud83d (see \\[x\\]\\(http:\u200b//x.y\\), 100%)

``a b ::error,রিনা|`c`<script>%0A\\x1b.txt``

- 1:37 in ``Re 😀 | `no` ::warning::@dana · r:1,2%  · $['a::b']`` **error** `flat-refusal` `` `not possible` <script> ``: না: \\`x\\` \\| \\<b\\>\\[x\\]\\(http:\u200b//x.y\\)\\</b\\> 100%\u200b, @\u200ball :\u200b:\u200berror:\u200b:\u200b\\\\x1b\\[0m\\]\\]\\>
  - fill in: ````আমি […] টার মধ্যে জানাচ্ছি।``` </script> ]]> | @all ::notice::না\\x0d\\x07!````
  - choice: ````Here is what I can do instead.``` </script> ]]> | @all ::notice::না\\x0d\\x07!````
  - fix: ```` ``` </script> ]]> | @all ::notice::না\\x0d\\x07! ````
- 1:72 in ``Re 😀 | `no` ::warning::@dana · r:1,2%  · $['a::b']`` **warning** `missing-closing-offer` ``` `` <script> ```: না: \\`x\\` \\| \\<b\\>\\[x\\]\\(http:\u200b//x.y\\)\\</b\\> 100%\u200b, @\u200ball :\u200b:\u200berror:\u200b:\u200b\\\\x1b\\[0m\\]\\]\\>
  - rewrite: ````আর কিছু লাগলে জানাবেন।``` </script> ]]> | @all ::notice::না\\x0d\\x07!````
"""
    )


def test_nothing_found() -> None:
    assert (
        written("markdown", clean())
        == """\
**tonecheck**: nothing found, 1 reply checked
"""
    )


def test_problems_only() -> None:
    assert (
        written("markdown", failed())
        == """\
**tonecheck**: nothing found, 1 reply checked, 1 problem

Not checked:

- `নেই😀.txt`: no such file or folder (check the path)
"""
    )


@pytest.mark.parametrize("text", ["x", "`", "``a`", " ", "a\nb", "``", "না 😀 `", "@dana #1 <b>", "\\`", "|"])
def test_code_is_one_code_span(text: str) -> None:
    (paragraph,) = (token for token in MarkdownIt().parse(f"a {code(text)} b") if token.type == "inline")
    children = paragraph.children or []
    assert [child.type for child in children] == ["text", "code_inline", "text"]
    assert children[1].content.strip() == text.replace("\n", " ").strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("না 😀: 5 @ 3, #", "না 😀: 5 @ 3, #"),
        ("a\n\x1b[0m", "a\n\\x1b[0m"),
        ("@dana [x](y) <b> ``` www.x.y", "@\u200bdana [x]\u200b(y) <\u200bb> ''' www\u200b.x.y"),
    ],
)
def test_unlinked(text: str, expected: str) -> None:
    assert unlinked(text) == expected


@given(st.text(st.sampled_from("`*_[]()!<>|&;#@~$:/\\ \nwa1না😀\"'"), max_size=40))
def test_prose_is_text_only(text: str) -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(f"a {prose(text)} b")
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert {child.type for child in tokens[1].children or ()} == {"text"}
    shown = "".join(child.content for child in tokens[1].children or ()).replace("\u200b", "")
    assert shown == f"a {one_line(text)} b"


def test_what_is_cut_is_the_least_severe() -> None:
    shown = written("markdown", report("happy to help 😀; " + "সম্ভব না, " * 49))
    assert "more" not in shown
    shown = written("markdown", Report((*report().steps, *report("সম্ভব না 😀 " * 60).steps), {}))
    assert shown.startswith("**tonecheck**: 62 errors, 2 warnings, 2 replies checked\n")
    assert shown.count("**error**") == 50
    assert "**warning**" not in shown
    assert shown.endswith("\nand 14 more\n")


def test_a_comment_is_never_too_long() -> None:
    steps = [
        step._replace(
            findings=tuple(
                located._replace(path="ক😀" * 900, title="|" * 900, finding=replace(located.finding, message="*" * 900))
                for located in step.findings
            )
        )
        for step in report("সম্ভব না 😀 " * 60).steps
    ]
    problems = Checked(problems=tuple(Problem("`" * 400, 0, 0, "_" * 400, "<" * 400) for _ in range(90)))
    shown = written("markdown", Report((*steps, problems), {}))
    assert len(shown) < 65_536
    assert shown.count("\nand ") == 2
