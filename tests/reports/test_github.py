"""Workflow commands of GitHub Actions."""

from __future__ import annotations

from tests.reports.sample import MESSAGE, clean, failed, hostile, report
from tests.reports.test_contract import written
from tests.reports.validators import parsed_commands
from tonecheck.reports.report import Report


def test_whole_output() -> None:
    assert (
        written("github", report())
        == """\
::error file=drafts/রিনা.txt,line=3,endLine=3,col=13,endColumn=21,title=flat-refusal::A no without a way forward ends the conversation: the customer hears only that the door is shut.%0Afill in: আমি […] টার মধ্যে জানাচ্ছি।%0Achoice: Here is what I can do instead.%0Afix: leave out: সম্ভব না
::error file=drafts/রিনা.txt,line=3,endLine=4,title=flat-refusal::A no without a way forward ends the conversation: the customer hears only that the door is shut.%0Afill in: আমি […] টার মধ্যে জানাচ্ছি।%0Achoice: Here is what I can do instead.%0Afix: leave out: not possible
::warning file=drafts/রিনা.txt,line=6,endLine=6,col=4,endColumn=4,title=missing-closing-offer::It ends without an offer.%0Arewrite: আর কিছু লাগলে জানাবেন।
"""
    )


def test_hostile() -> None:
    assert (
        written("github", hostile())
        == """\
::error file=a b%0A%3A%3Aerror%2Cরিনা|`c`<script>%250A\\x1b.txt,line=1,endLine=1,col=38,endColumn=50,title=flat-refusal%3A Re 😀 | `no` %3A%3Awarning%3A%3A@dana · r%3A1%2C2%25  · $['a%3A%3Ab']::না: `x` | <b>[x](http://x.y)</b> 100%25, @all ::error::\\x1b[0m]]>%0Afill in: আমি […] টার মধ্যে জানাচ্ছি।``` </script> ]]> | @all ::notice::না\\x0d\\x07!%0Achoice: Here is what I can do instead.``` </script> ]]> | @all ::notice::না\\x0d\\x07!%0Afix: ``` </script> ]]> | @all ::notice::না\\x0d\\x07!
::error file=p%0A%3A%3Aerror%3A%3A`<p>` 😀.txt,line=2,title=tonecheck::না ::x:: <b> | ]]> @all\\x00\\ud83d%0Asee [x](http://x.y), 100%25
::warning file=a b%0A%3A%3Aerror%2Cরিনা|`c`<script>%250A\\x1b.txt,line=1,endLine=1,col=73,endColumn=73,title=missing-closing-offer%3A Re 😀 | `no` %3A%3Awarning%3A%3A@dana · r%3A1%2C2%25  · $['a%3A%3Ab']::না: `x` | <b>[x](http://x.y)</b> 100%25, @all ::error::\\x1b[0m]]>%0Arewrite: আর কিছু লাগলে জানাবেন।``` </script> ]]> | @all ::notice::না\\x0d\\x07!
"""
    )


def test_nothing_found() -> None:
    assert written("github", clean()) == ""


def test_problems_only() -> None:
    assert (
        written("github", failed())
        == """\
::error file=নেই😀.txt,title=tonecheck::no such file or folder%0Acheck the path
"""
    )


def test_properties_come_back_as_they_were() -> None:
    path = "ক,:%0A%\r\n::warning file=x::😀"
    ((name, properties, message),) = parsed_commands(written("github", report("happy to help, not possible", path)))
    assert (name, properties["file"], properties["title"]) == ("error", path, "flat-refusal")
    assert message.startswith(MESSAGE)


def test_errors_come_first_and_what_github_hides_is_said() -> None:
    steps = [*report().steps, *report("না 😀 সম্ভব না, not possible" * 5).steps]
    lines = written("github", Report(steps, {})).splitlines()
    assert [line.split(" ")[0] for line in lines[:-1]] == ["::error"] * 12 + ["::warning"] * 2
    assert lines[-1] == (
        "12 errors, 2 warnings, 0 notices: GitHub shows 10 of each in the pull request, the others are in this log only"
    )
