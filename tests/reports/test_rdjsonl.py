"""The diagnostics of reviewdog."""

from __future__ import annotations

import json

from tests.reports.sample import MESSAGE, clean, failed, hostile, report, with_edits
from tests.reports.test_contract import written


def test_whole_output() -> None:
    assert (
        written("rdjsonl", with_edits(report()))
        == """\
{"message": "A no without a way forward ends the conversation: the customer hears only that the door is shut.\\nfill in: `আমি […] টার মধ্যে জানাচ্ছি।`", "location": {"path": "drafts/রিনা.txt", "range": {"start": {"line": 3, "column": 31}, "end": {"line": 3, "column": 53}}}, "severity": "ERROR", "source": {"name": "tonecheck"}, "code": {"value": "flat-refusal"}, "suggestions": [{"range": {"start": {"line": 3, "column": 31}, "end": {"line": 3, "column": 53}}, "text": "Here is what I can do instead."}, {"range": {"start": {"line": 3, "column": 31}, "end": {"line": 3, "column": 53}}, "text": ""}]}
{"message": "A no without a way forward ends the conversation: the customer hears only that the door is shut.\\nfill in: `আমি […] টার মধ্যে জানাচ্ছি।`", "location": {"path": "drafts/রিনা.txt", "range": {"start": {"line": 3, "column": 112}, "end": {"line": 4, "column": 9}}}, "severity": "ERROR", "source": {"name": "tonecheck"}, "code": {"value": "flat-refusal"}, "suggestions": [{"range": {"start": {"line": 3, "column": 112}, "end": {"line": 4, "column": 9}}, "text": "Here is what I can do instead."}, {"range": {"start": {"line": 3, "column": 112}, "end": {"line": 4, "column": 9}}, "text": ""}]}
{"message": "It ends without an offer.", "location": {"path": "drafts/রিনা.txt", "range": {"start": {"line": 6, "column": 4}, "end": {"line": 6, "column": 4}}}, "severity": "WARNING", "source": {"name": "tonecheck"}, "code": {"value": "missing-closing-offer"}, "suggestions": [{"range": {"start": {"line": 6, "column": 4}, "end": {"line": 6, "column": 4}}, "text": "\\n\\nআর কিছু লাগলে জানাবেন।"}]}
"""
    )


def test_hostile() -> None:
    assert (
        written("rdjsonl", hostile())
        == """\
{"message": "না: 'x' | <\u200bb>[x]\u200b(http:\u200b//x.y)<\u200b/b> 100%\u200b, @\u200ball\\n:\u200b:\u200berror:\u200b:\u200b\\\\x1b[0m]]>\\nfill in: ````আমি […] টার মধ্যে জানাচ্ছি।``` </script> ]]> | @all ::notice::না\\\\x0d\\\\x07!````\\nchoice: ````Here is what I can do instead.``` </script> ]]> | @all ::notice::না\\\\x0d\\\\x07!````\\nfix: ```` ``` </script> ]]> | @all ::notice::না\\\\x0d\\\\x07! ````", "location": {"path": "a b\\n::error,রিনা|`c`<script>%0A\\u001b.txt", "range": {"start": {"line": 1, "column": 44}, "end": {"line": 1, "column": 56}}}, "severity": "ERROR", "source": {"name": "tonecheck"}, "code": {"value": "flat-refusal"}, "suggestions": []}
{"message": "না: 'x' | <\u200bb>[x]\u200b(http:\u200b//x.y)<\u200b/b> 100%\u200b, @\u200ball\\n:\u200b:\u200berror:\u200b:\u200b\\\\x1b[0m]]>\\nrewrite: ````আর কিছু লাগলে জানাবেন।``` </script> ]]> | @all ::notice::না\\\\x0d\\\\x07!````", "location": {"path": "a b\\n::error,রিনা|`c`<script>%0A\\u001b.txt", "range": {"start": {"line": 1, "column": 79}, "end": {"line": 1, "column": 79}}}, "severity": "WARNING", "source": {"name": "tonecheck"}, "code": {"value": "missing-closing-offer"}, "suggestions": []}
{"message": "না :\u200b:\u200bx:\u200b: <\u200bb> | ]]> @\u200ball\\\\x00\\\\ud83d\\nsee [x]\u200b(http:\u200b//x.y), 100%", "location": {"path": "p\\n::error::`<p>` 😀.txt", "range": {"start": {"line": 2}}}, "severity": "ERROR", "source": {"name": "tonecheck"}}
"""
    )


def test_nothing_found() -> None:
    assert written("rdjsonl", clean()) == ""


def test_problems_only() -> None:
    assert (
        written("rdjsonl", failed())
        == """\
{"message": "no such file or folder\\ncheck the path", "location": {"path": "নেই😀.txt"}, "severity": "ERROR", "source": {"name": "tonecheck"}}
"""
    )


def test_columns_are_bytes() -> None:
    (line,) = written("rdjsonl", with_edits(report("না😀 not possible, happy to help"))).splitlines()
    diagnostic = json.loads(line)
    span = {"start": {"line": 1, "column": 3 + 3 + 4 + 1 + 1}, "end": {"line": 1, "column": 12 + 12}}
    assert diagnostic["location"]["range"] == span
    assert diagnostic["suggestions"] == [
        {"range": span, "text": "Here is what I can do instead."},
        {"range": span, "text": ""},
    ]
    assert diagnostic["message"] == f"{MESSAGE}\nfill in: `আমি […] টার মধ্যে জানাচ্ছি।`"
