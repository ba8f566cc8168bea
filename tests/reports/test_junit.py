"""JUnit XML."""

from __future__ import annotations

from xml.etree import ElementTree

from tests.reports.sample import clean, failed, hostile, report
from tests.reports.test_contract import written


def test_whole_output() -> None:
    assert (
        written("junit", report())
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="tonecheck">
<testsuite name="drafts/রিনা.txt" tests="1" failures="1" errors="0">
<testcase name="drafts/রিনা.txt" classname="drafts/রিনা.txt"><failure type="flat-refusal" message="flat-refusal: A no without a way forward ends the conversation: the customer hears only that the door is shut. (and 2 more)">3:13 error flat-refusal: A no without a way forward ends the conversation: the customer hears only that the door is shut.
  fill in: আমি […] টার মধ্যে জানাচ্ছি।
  choice: Here is what I can do instead.
  fix: leave out: সম্ভব না
3:78 error flat-refusal: A no without a way forward ends the conversation: the customer hears only that the door is shut.
  fill in: আমি […] টার মধ্যে জানাচ্ছি।
  choice: Here is what I can do instead.
  fix: leave out: not possible
6:4 warning missing-closing-offer: It ends without an offer.
  rewrite: আর কিছু লাগলে জানাবেন।</failure></testcase>
</testsuite>
</testsuites>
"""
    )


def test_hostile() -> None:
    assert (
        written("junit", hostile())
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="tonecheck">
<testsuite name="a b&#10;::error,রিনা|`c`&lt;script&gt;%0A.txt" tests="1" failures="1" errors="0">
<testcase name="Re 😀 | `no`&#10;::warning::@dana · r:1,2%&#10; · $['a::b']" classname="a b&#10;::error,রিনা|`c`&lt;script&gt;%0A.txt"><failure type="flat-refusal" message="flat-refusal: না: `x` | &lt;b&gt;[x](http://x.y)&lt;/b&gt; 100%, @all&#10;::error::[0m]]&gt; (and 1 more)">1:37 error flat-refusal: না: `x` | &lt;b&gt;[x](http://x.y)&lt;/b&gt; 100%, @all ::error::[0m]]&gt;
  fill in: আমি […] টার মধ্যে জানাচ্ছি।``` &lt;/script&gt; ]]&gt; | @all ::notice::না !
  choice: Here is what I can do instead.``` &lt;/script&gt; ]]&gt; | @all ::notice::না !
  fix: ``` &lt;/script&gt; ]]&gt; | @all ::notice::না !
1:72 warning missing-closing-offer: না: `x` | &lt;b&gt;[x](http://x.y)&lt;/b&gt; 100%, @all ::error::[0m]]&gt;
  rewrite: আর কিছু লাগলে জানাবেন।``` &lt;/script&gt; ]]&gt; | @all ::notice::না !</failure></testcase>
</testsuite>
<testsuite name="p&#10;::error::`&lt;p&gt;` 😀.txt" tests="1" failures="0" errors="1">
<testcase name="line 2" classname="p&#10;::error::`&lt;p&gt;` 😀.txt"><error type="problem" message="না ::x:: &lt;b&gt; | ]]&gt; @all">না ::x:: &lt;b&gt; | ]]&gt; @all (see [x](http://x.y), 100%)</error></testcase>
</testsuite>
</testsuites>
"""
    )


def test_nothing_found() -> None:
    assert (
        written("junit", clean())
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="tonecheck">
<testsuite name="tonecheck" tests="1" failures="0" errors="0">
<testcase name="nothing found" classname="tonecheck"/>
</testsuite>
</testsuites>
"""
    )


def test_problems_only() -> None:
    assert (
        written("junit", failed())
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="tonecheck">
<testsuite name="নেই😀.txt" tests="1" failures="0" errors="1">
<testcase name="নেই😀.txt" classname="নেই😀.txt"><error type="problem" message="no such file or folder">no such file or folder (check the path)</error></testcase>
</testsuite>
</testsuites>
"""
    )


def test_each_reply_of_a_file_is_a_case() -> None:
    text = '{"id": "৭", "text": "😀 সম্ভব না"}\n{"id": "৮", "text": "happy to help: not possible"}\n'
    (suite,) = ElementTree.fromstring(written("junit", report(text, "c.jsonl")))
    assert suite.attrib == {"name": "c.jsonl", "tests": "2", "failures": "2", "errors": "0"}
    assert [case.attrib["name"] for case in suite] == ["৭ · $.text", "৮ · $.text"]
