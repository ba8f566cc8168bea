"""For people who go through a library: one header a reply."""

from __future__ import annotations

from tests.reports.sample import clean, failed, hostile, report
from tests.reports.test_contract import written


def test_whole_output() -> None:
    assert (
        written("grouped", report())
        == """\
drafts/রিনা.txt
  3:13  error  flat-refusal  A no without a way forward ends the conversation: the customer hears only that the door is shut.
  3:78  error  flat-refusal  A no without a way forward ends the conversation: the customer hears only that the door is shut.
  6:4  warning  missing-closing-offer  It ends without an offer.
"""
    )


def test_hostile() -> None:
    assert (
        written("grouped", hostile())
        == """\
a b ::error,রিনা|`c`<script>%0A\\x1b.txt: Re 😀 | `no` ::warning::@dana · r:1,2%  · $['a::b']
  1:37  error  flat-refusal  না: `x` | <b>[x](http://x.y)</b> 100%, @all ::error::\\x1b[0m]]>
  1:72  warning  missing-closing-offer  না: `x` | <b>[x](http://x.y)</b> 100%, @all ::error::\\x1b[0m]]>
"""
    )


def test_nothing_found() -> None:
    assert written("grouped", clean()) == ""


def test_problems_only() -> None:
    assert written("grouped", failed()) == ""
