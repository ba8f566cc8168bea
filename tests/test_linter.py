"""A library of canned replies, checked one after the other: what must not be taken for a twin comes first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rulebook.packs import write_pack
from tonecheck import Finding, Linter, Reply
from tonecheck.model import Kind
from tonecheck.rulebook.loading import load
from tonecheck.text.placeholders import find_placeholders

RULE = """\
id: twin-reply
category: team
severity: suggestion
summary: Says the same
message: This says the same as {name}.
why: It does.
find:
  - twin: {words: 10, alike: 60}
when: {kind: [canned]}
languages: [en, bn]
rewrites:
  en: ['{twin}']
  bn: ['{twin}']
tests:
  given: {kind: canned}
  en:
    flag: [{reply: '<<x>>', earlier: 'x'}]
    pass: ['y']
  bn:
    flag: [{reply: '<<x>>', earlier: 'x'}]
    pass: ['y']
"""
FIRST = "আপনার টাকা আজ সকালে ফেরত পাঠিয়েছি 😊, পাঁচ কর্মদিবসের মধ্যে কার্ডে পেয়ে যাবেন।"
REFUND = f"{{{{name}}}} আপু 😊,\n\n{FIRST} তার মধ্যে না পেলে আমাকে লিখবেন।"
LAMP = "Hi 😊,\n\nThe blue lamp comes in three heights, and all of them leave our store on the same day. ধন্যবাদ!"


@pytest.fixture(scope="module")
def linter(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    return Linter(rulebook=load([write_pack(tmp_path_factory.mktemp("pack"), twin_reply=RULE)]).rulebook)


def canned(text: str, id: str | None = None) -> Reply:
    return Reply(text, kind="canned", id=id)


def numbers(found: Iterator[list[Finding]]) -> list[int]:
    """How many findings each reply has."""
    return [len(findings) for findings in found]


@pytest.mark.parametrize(
    "replies",
    [
        pytest.param([], id="no replies"),
        pytest.param([canned(REFUND)], id="one alone"),
        pytest.param([canned(REFUND), canned(LAMP)], id="two answers"),
        pytest.param([canned("ধন্যবাদ আপু 😊"), canned("ধন্যবাদ আপু 😊")], id="too short"),
        pytest.param([Reply(REFUND), Reply(REFUND)], id="drafts"),
        pytest.param([Reply(REFUND), canned(REFUND)], id="a draft is not kept"),
        pytest.param([canned(REFUND), Reply(REFUND)], id="a draft is not compared"),
    ],
)
def test_no_twins(linter: Linter, replies: list[Reply]) -> None:
    assert numbers(linter.check_library(replies)) == [0] * len(replies)


def test_a_library_is_forgotten_when_it_has_been_read(linter: Linter) -> None:
    for _ in range(2):
        assert numbers(linter.check_library([canned(REFUND), canned(REFUND)])) == [0, 1]
    assert linter.check(canned(REFUND)) == []


def test_two_libraries_read_in_turn_do_not_mix(linter: Linter) -> None:
    one, other = (linter.check_library([canned(REFUND), canned(text)]) for text in (REFUND, LAMP))
    assert [len(findings) for pair in zip(one, other, strict=True) for findings in pair] == [0, 0, 1, 0]


@pytest.mark.parametrize(
    ("ids", "named"), [(("refund", "lamp", "again"), "refund"), ((None, None, None), "another reply")]
)
def test_the_second_of_two_twins_names_the_first(linter: Linter, ids: tuple[str | None, ...], named: str) -> None:
    second = f"স্যার 👨‍👩‍👧,\r\n\r\n{FIRST} তার মধ্যে না পেলে আমাকে জানাবেন।"
    texts = (REFUND, LAMP, second)
    *before, [found] = linter.check_library([canned(text, id) for text, id in zip(texts, ids, strict=True)])
    assert before == [[], []]
    assert (found.rule, found.message) == ("twin-reply", f"This says the same as {named}.")
    assert found.match == FIRST == second[found.start : found.end]
    assert [suggestion.text for suggestion in found.suggestions] == [REFUND]


def test_of_two_twins_the_later_one_is_found(linter: Linter) -> None:
    library = [canned(REFUND, "refund"), canned(LAMP, "lamp"), canned(REFUND.replace("আপু", "ভাই"), "again")]
    assert numbers(linter.check_library(library)) == [0, 0, 1]
    *before, [found] = linter.check_library(library[::-1])
    assert (before, found.message) == ([[], []], "This says the same as again.")


def test_a_library_is_read_as_its_findings_are_asked_for(linter: Linter) -> None:
    read: list[str] = []

    def library() -> Iterator[Reply]:
        for id in ("first", "second", "third"):
            read.append(id)
            yield canned(REFUND, id)

    found = linter.check_library(library())
    assert read == []
    assert next(found) == []
    assert read == ["first"]
    assert [finding.message for finding in next(found)] == ["This says the same as first."]
    assert read == ["first", "second"]


def test_each_reply_has_the_findings_that_it_has_alone_and_its_twin() -> None:
    built_in = Linter()
    text = f"{REFUND} Calm down."
    replies = [canned(text, "one"), Reply(text), canned(text, "three")]
    alone = [{finding.rule for finding in built_in.check(reply)} for reply in replies]
    assert all("calm-down" in rules for rules in alone)
    found = [{finding.rule for finding in findings} for findings in built_in.check_library(replies)]
    assert found == [alone[0], alone[1], alone[2] | {"duplicate-reply"}]
    assert "duplicate-reply" not in alone[2]


def found(linter: Linter, text: str, kind: Kind = "canned") -> list[tuple[str, str]]:
    return [(finding.rule, finding.match) for finding in linter.check(Reply(text, kind=kind))]


@pytest.fixture(scope="module")
def built_in() -> Linter:
    return Linter(select=["impersonal-greeting", "bare-no", "unfilled-placeholder"])


@pytest.mark.parametrize(
    "text",
    [
        'Hi {{name|fallback:"Ruth"}},\n\nআপনার বই 😊 আজ রওনা হয়েছে।',
        'Dear {{name|fallback:""}},\n\nআপনার বই 😊 আজ রওনা হয়েছে।',
        "Dear {{valued_customer}},\n\nYour book 😊 left today.",
        "Refundable 😊: {% if a %}Yes{% else %}No{% endif %}",
        "Is it 😊 refundable? {# No. #}\nDear {# customer #}Ruth,",
    ],
)
def test_a_template_that_says_nothing_wrong(built_in: Linter, text: str) -> None:
    assert found(built_in, text) == []


GREETING = "impersonal-greeting"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Dear {{name|fallback:"Valued Customer"}},\n\nবই 😊 গেছে।', 'Dear {{name|fallback:"Valued Customer"}}'),
        (
            "😊 {# না #}\nDear {%customer.firstName,fallback=customer%},\nবই গেছে।",
            "Dear {%customer.firstName,fallback=customer%}",
        ),
        ("প্রিয় {{ নাম | default: 'গ্রাহক' }},\n\nবই 😊 গেছে।", "প্রিয় {{ নাম | default: 'গ্রাহক' }}"),
        ("{{ greeting || 'Dear customer' }},\n\nবই 😊 গেছে।", "Dear customer"),
        ("{% if a %}Hi {{a}} 😊,{% else %}Dear customer,{% endif %}\nবই গেছে।", "Dear customer"),
        ("{% if a %}\nপ্রিয় {{a}} 😊,\n{% else %}\nপ্রিয় গ্রাহক,\n{% endif %}\nবই গেছে।", "প্রিয় গ্রাহক"),
    ],
)
def test_the_words_that_some_customers_see_are_found(built_in: Linter, text: str, expected: str) -> None:
    assert found(built_in, text) == [(GREETING, expected)]


def test_no_fix_changes_a_placeholder(built_in: Linter) -> None:
    text = "😊 কাল।\n{{ greeting || 'Dear customer' }},\n\nবই গেছে।".removeprefix("😊 কাল।\n")
    (finding,) = built_in.check(Reply(text, kind="canned"))
    assert finding.match == text[finding.start : finding.end]
    assert finding.suggestions
    assert {suggestion.applicability for suggestion in finding.suggestions} == {"manual"}


def test_the_tags_of_a_template_are_unfilled_in_a_draft(built_in: Linter) -> None:
    text = "{% if a %}বই 😊 গেছে।{% else %}It left.{% endif %} {# না #}<%= b %>"
    tags = ["{% if a %}", "{% else %}", "{% endif %}", "{# না #}", "<%= b %>"]
    assert found(built_in, text, "draft") == [("unfilled-placeholder", tag) for tag in tags]


TEMPLATES = (
    '{{a|fallback:"Dear customer"}}',
    "{{ a || 'গ্রাহক' }}",
    "{{a}}",
    "প্রিয় ",
    "Dear ",
    "No",
    "না",
    "😊",
    ", ",
    "\n\n",
    "{% if a %}",
    "{% else %}",
)


@settings(max_examples=50)
@given(st.lists(st.sampled_from(TEMPLATES), max_size=8).map("".join))
def test_findings_are_in_order_and_point_at_their_words(built_in: Linter, text: str) -> None:
    findings = built_in.check(Reply(text, kind="canned"))
    assert findings == sorted(findings, key=lambda finding: (finding.start, finding.end, finding.rule))
    assert findings == built_in.check(Reply(text, kind="canned"))
    for finding in findings:
        assert finding.match == text[finding.start : finding.end]
        for suggestion in finding.suggestions:
            assert 0 <= suggestion.start <= suggestion.end <= len(text)
            touched = any(start < suggestion.end and suggestion.start < end for start, end in find_placeholders(text))
            assert suggestion.applicability == "manual" or not touched or finding.rule != GREETING
