"""The engine on small rulebooks: what must not be flagged comes first in every table. Every text has Bengali and an
emoji in it, so that a position that counts anything but code points fails."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.engine.books import book, rule_file, signal_file
from tonecheck.engine.check import examine
from tonecheck.engine.patterns import Patterns
from tonecheck.model import Finding, Reply, Severity
from tonecheck.rulebook.rule import Rulebook
from tonecheck.text.document import read


def check(rules: Rulebook, reply: Reply | str, **given: Any) -> tuple[Finding, ...]:
    reply = Reply(reply, **given) if isinstance(reply, str) else reply
    examined = examine(read(reply), Patterns(rules), {rule.id: rule.severity for rule in rules.rules.values()})
    assert not examined.errors
    for finding in examined.findings:
        assert finding.match == reply.text[finding.start : finding.end]
    return examined.findings


def matches(rules: Rulebook, text: str, **given: Any) -> list[str]:
    return [finding.match for finding in check(rules, text, **given)]


@pytest.mark.parametrize(
    ("phrase", "clitics", "text", "expected"),
    [
        ("না", False, "😊 আপনার নাম কী?", []),
        ("কর", False, "😊 এটা করা হয়েছে।", []),
        ("আমি", False, "😊 আমিও যাব।", []),
        ("না", False, "😊 আমি পারব না।", ["না"]),
        ("পারি", False, "😊 আমরা পারি, দেখছি।", ["পারি"]),
        ("আমি", True, "😊 আমিও যাব।", ["আমিও"]),
        ("আমি", True, "😊 আমিষ খাবার আছে।", []),
    ],
)
def test_bengali_words_are_found_whole(
    tmp_path: Path, phrase: str, clitics: bool, text: str, expected: list[str]
) -> None:
    rules = book(tmp_path, f"find:\n  - phrases: {{bn: ['{phrase}']}}\n    clitics: {str(clitics).lower()}\n")
    assert matches(rules, text, channel="chat") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("😊 দেখুন: we can't wait.", []),
        ("😊 দেখুন: the canteen is open.", []),
        ("😊 দেখুন: WE CAN wait.", ["CAN"]),
        ("😊 দেখুন: we can, of course.", ["can"]),
    ],
)
def test_english_words_are_found_whole(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert matches(book(tmp_path, "find:\n  - phrases: {en: ['can']}\n"), text, channel="chat") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('😊 আপনি লিখেছেন "never again", ঠিক আছে।', []),
        ("😊 ঠিক আছে।\n\n> never again\n", []),
        ("😊 ঠিক `never again` আছে।", []),
        ("😊 ঠিক আছে, এই কথা আর আমরা কোনোদিন বলব না, never\r\nagain.", ["never\r\nagain"]),
        ("😊 ঠিক আছে, NEVER\u00a0 again.", ["NEVER\u00a0 again"]),
        ("😊 ঠিক আছে, ne\u200bver again.", ["ne\u200bver again"]),
    ],
)
def test_only_the_agents_own_prose_is_read_however_it_is_spaced(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert matches(book(tmp_path, "find:\n  - phrases: {any: ['never again']}\n"), text) == expected


def test_one_finding_a_sentence_unless_each_counts(tmp_path: Path) -> None:
    body = "find:\n  - phrases: {en: ['bad', 'worse and worse', 'worse']}\n"
    text = "😊 ঠিক: bad and worse and worse. Then bad."
    assert matches(book(tmp_path / "one", body), text) == ["bad", "bad"]
    assert matches(book(tmp_path / "each", body + "    each: true\n"), text) == ["bad", "worse and worse", "bad"]


@pytest.mark.parametrize(
    ("within", "text", "expected"),
    [
        ("match", "😊 Bad luck ভাই.", []),
        ("match", "😊 Bad day ভাই, good luck.", ["Bad"]),
        ("sentence", "😊 Bad day ভাই, luck.", []),
        ("sentence", "😊 Bad day ভাই. Luck.", ["Bad"]),
        ("next", "😊 Bad day ভাই. Luck.", []),
        ("next", "Luck. Bad day ভাই. 😊", ["Bad"]),
        ("neighbours", "Luck. Bad day ভাই. 😊", []),
        ("neighbours", "Luck. One more here. Bad day ভাই. 😊", ["Bad"]),
        ("after", "😊 Bad day ভাই. One more here. Luck.", []),
        ("after", "Luck. Bad day ভাই. 😊", ["Bad"]),
        ("reply", "Luck. One more here. Bad day ভাই. 😊", []),
        ("every", "Hi Rina,\n\nLuck. Bad luck ভাই. 😊\n\nBest,\nRuth", []),
        ("every", "Luck. One more here. Bad luck ভাই. 😊", ["Bad"]),
    ],
)
def test_how_near_an_excuse_must_be(tmp_path: Path, within: str, text: str, expected: list[str]) -> None:
    excuse = "bad luck" if within == "match" else "luck"
    body = f"find:\n  - phrases: {{en: [bad]}}\nunless:\n  - phrases: {{en: [{excuse}]}}\n    within: {within}\n"
    assert matches(book(tmp_path, body), text) == expected


def test_the_specific_rule_speaks_for_its_sentence_only(tmp_path: Path) -> None:
    rules = book(
        tmp_path,
        'find:\n  - phrases: {en: ["can\'t"]}\nyields_to: [other]\n',
        other=rule_file("find:\n  - phrases: {en: [policy]}\n", "other"),
    )
    found = check(rules, "😊 ভাই, policy says we can't. We can't. 😊")
    assert [(finding.rule, finding.match) for finding in found] == [("other", "policy"), ("the-rule", "can't")]


@pytest.mark.parametrize(
    ("when", "given", "speaks"),
    [
        ("{channel: [chat]}", {}, False),
        ("{kind: [canned]}", {}, False),
        ("{complete: true}", {}, False),
        ("{customer_known: true}", {}, False),
        ("{min_words: 40}", {}, False),
        ("{signals: [upset, kind-word]}", {"customer": "😊 রাগ grr"}, False),
        ("{no_signal: [upset]}", {"customer": "😊 রাগ grr"}, False),
        ("{channel: [chat]}", {"channel": "chat"}, True),
        ("{customer_known: true}", {"customer": "😊 কই"}, True),
        ("{signals: [upset]}", {"customer": "😊 রাগ grr"}, True),
        ("{any_signal: [upset, kind-word]}", {"customer": "😊 রাগ grr"}, True),
        ("{no_signal: [upset]}", {"customer": "😊 হাই"}, True),
    ],
)
def test_when_a_rule_runs(tmp_path: Path, when: str, given: dict[str, Any], speaks: bool) -> None:
    rules = book(
        tmp_path,
        f"find:\n  - phrases: {{any: [bad]}}\nwhen: {when}\n",
        upset=signal_file("upset", "any: [grr]", on="customer"),
        kind=signal_file("kind-word", "any: [lovely]"),
    )
    assert bool(matches(rules, "😊 ভাই, bad day.", **given)) is speaks


MISSING = "find:\n  - missing: kind-word\n    where: [{where}]\n    place: {place}\n"
MAIL = "Hi Rina,\n\nআপনার অর্ডার পাঠিয়েছি 😊।\n\nIt comes on Friday\n\nRegards,\nSam"


@pytest.mark.parametrize(
    ("place", "where", "expected"),
    [
        ("closing", "closing", "Hi Rina,\n\nআপনার অর্ডার পাঠিয়েছি 😊।\n\nIt comes on Friday.\n\nBetter.\n\nRegards,\nSam"),
        ("opening", "opening", "Hi Rina,\n\nBetter. আপনার অর্ডার পাঠিয়েছি 😊।\n\nIt comes on Friday\n\nRegards,\nSam"),
        ("greeting", "greeting", "Better.\n\n" + MAIL),
    ],
)
def test_what_is_missing_is_put_where_it_belongs(tmp_path: Path, place: str, where: str, expected: str) -> None:
    body = MISSING.format(where=where, place=place) + "rewrites: {en: [Better.], bn: [Better.], bn-Latn: [Better.]}\n"
    rules = book(tmp_path, body, kind=signal_file("kind-word", "any: [lovely]"))
    [finding] = check(rules, MAIL)
    [suggestion] = finding.suggestions
    assert MAIL[: suggestion.start] + suggestion.text + MAIL[suggestion.end :] == expected


def test_what_is_there_is_not_missing(tmp_path: Path) -> None:
    rules = book(
        tmp_path, MISSING.format(where="closing", place="closing"), kind=signal_file("kind-word", "any: [lovely]")
    )
    assert check(rules, MAIL.replace("Friday", "lovely Friday")) == ()
    assert len(check(rules, MAIL.replace("Hi Rina", "Hi lovely Rina"))) == 1


@pytest.mark.parametrize(
    ("settings", "text", "expected"),
    [
        ("at_least: 3", "😊 ভাই, bad bad.", []),
        ("at_least: 2, within: sentence", "😊 ভাই, bad. Very bad.", []),
        ("at_least: 2, one_in: 2", "😊 ভাই, bad and so on and bad.", []),
        ("at_least: 1, max_words: 3", "😊 ভাই, bad and so on.", []),
        ("at_least: 2", "😊 ভাই, bad. Very bad. BAD.", ["bad"]),
        ("at_least: 2, within: sentence", "😊 ভাই, bad, bad. Very bad.", ["bad"]),
        ("at_least: 2, one_in: 4", "😊 ভাই, bad and so on and bad.", ["bad"]),
    ],
)
def test_counting(tmp_path: Path, settings: str, text: str, expected: list[str]) -> None:
    lines = "".join(f"    {line}\n" for line in settings.split(", "))
    rules = book(tmp_path, f"find:\n  - count: {{any: [bad]}}\n{lines}")
    found = check(rules, text)
    assert [finding.match for finding in found] == expected
    assert all(finding.start > text.index("bad") for finding in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("😊 ভাই one two three four. One two three and four.", []),
        ("😊 ভাই one two three four. So: One two three four again.", ["One two three four"]),
        ("😊 ভাই one two three four {{a}}, one two {{a}} three four.", []),
        ("😊 ভাই one two three four.\n\n- one two three four\n2. One two three four. Again one two three four", []),
        ("😊 ভাই one two one two one two.", []),
        ("😊 One two. ভাই one two.", []),
        ("😊 ভাই, {{a}} two three. 😊 ভাই, {{b}} two three.", []),
        ("😊 আজ বিকেল পাঁচটার মধ্যে। হ্যাঁ, আজ বিকেল পাঁচটার মধ্যে।", ["আজ বিকেল পাঁচটার মধ্যে"]),
        ("😊 ভাই one two three four, and one two three four five.", ["one two three four"]),
        ("😊 ভাই one two three four five, and one two three four five six.", ["one two three four five"]),
        ("😊 হ্যাঁ। One two three. ভাই। One two three!", ["One two three"]),
    ],
)
def test_repeating(tmp_path: Path, text: str, expected: list[str]) -> None:
    rules = book(tmp_path, "find:\n  - repeat: {words: 4, sentence: 3}\n")
    assert matches(rules, text) == expected
    assert all(finding.start > 5 for finding in check(rules, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("😊 ভাই, bad.", []),
        ("😊 ভাই, all is well. It is bad.", []),
        ("Hi Rina,\n\n😊 আজ all is well. It is bad.", []),
        ("Hi Rina,\n\n😊 আজ it is bad. It is bad.", ["bad"]),
    ],
)
def test_only_in_the_first_sentence(tmp_path: Path, text: str, expected: list[str]) -> None:
    rules = book(tmp_path, "find:\n  - phrases: {en: ['it is (?P<mark>bad)']}\n    first: true\n")
    assert matches(rules, text) == expected


@pytest.mark.parametrize(
    ("kinds", "text", "expected"),
    [
        ("placeholder", "😊 ভাই <email> https://example.com `{name}`, press <Enter>.", []),
        ("placeholder", '😊 ভাই, আপনি লিখেছেন "{{name}}".\n\n> Dear {{name}}', []),
        ("anonymised, url", "😊 ভাই {{name}}, <email> https://example.com", ["<email>", "https://example.com"]),
        (
            "placeholder",
            "প্রিয় 😊 {{name}},\n\nকাল পাবেন।\n\n[date]\n\nধন্যবাদ,\n[Agent]",
            ["{{name}}", "[date]", "[Agent]"],
        ),
    ],
)
def test_what_is_masked_is_found_wherever_it_stands(tmp_path: Path, kinds: str, text: str, expected: list[str]) -> None:
    body = f"find:\n  - masked: [{kinds}]\nrewrites: {{en: [X], bn: [{{text: 'X', replaces: match}}], bn-Latn: [X]}}\n"
    rules = book(tmp_path, body)
    assert matches(rules, text) == expected
    for finding in check(rules, text):
        assert all((item.start, item.end) == (finding.start, finding.end) for item in finding.suggestions)


def test_a_measured_sentence_is_excused_by_what_stands_near_it(tmp_path: Path) -> None:
    body = "find:\n  - measure: sentence-words\n    over: 3\nunless:\n  - phrases: {any: [list]}\n"
    assert matches(book(tmp_path, body), "😊 ভাই one two three: list. 😊 One two three four.") == ["One two three four."]


@pytest.mark.parametrize(
    ("measure", "over", "given", "expected"),
    [
        ("sentence-words", 4, {}, []),
        ("reply-words", 6, {}, []),
        ("waited-hours", 24, {}, []),
        ("waited-hours", 24, {"waited_hours": 24}, []),
        ("sentence-words", 3, {}, ["😊 ভাই one two three."]),
        ("reply-words", 5, {}, [""]),
        ("waited-hours", 24, {"waited_hours": 24.5}, [""]),
    ],
)
def test_measuring(tmp_path: Path, measure: str, over: int, given: dict[str, Any], expected: list[str]) -> None:
    rules = book(tmp_path, f"find:\n  - measure: {measure}\n    over: {over}\n")
    assert matches(rules, "😊 ভাই one two three. Four five.", **given) == expected


def test_a_rewrite_takes_words_from_the_match_and_a_choice_without_them_is_left(tmp_path: Path) -> None:
    rules = book(
        tmp_path,
        """\
        find:
          - phrases:
              en: ["can't change (?P<object>(?:the|your) {word})", "can't help"]
        rewrites:
          en:
            - 'About {object}: I will ask and write by […].'
            - text: I will ask.
              apply: unsafe
        """,
    )
    [first] = check(rules, "😊 ভাই, we CAN'T change the Address.")
    assert [(s.text, s.applicability) for s in first.suggestions] == [
        ("About the Address: I will ask and write by […].", "manual"),
        ("I will ask.", "unsafe"),
    ]
    [second] = check(rules, "😊 ভাই, we can't help.")
    assert [s.text for s in second.suggestions] == ["I will ask."]


def test_the_rewrite_is_in_the_language_of_the_sentence(tmp_path: Path) -> None:
    rules = book(tmp_path, "find:\n  - phrases: {en: [bad], bn: [খারাপ], bn-Latn: [kharap]}\n")
    text = "That is bad, thank you 😊. এটা খারাপ। Eta khub kharap bhai."
    assert [finding.suggestions[0].text for finding in check(rules, text)] == ["Better.", "ভালো।", "Bhalo."]


def test_a_pattern_that_runs_too_long_is_that_rules_error_and_the_rest_is_done(tmp_path: Path) -> None:
    explodes = "find:\n  - phrases: {any: ['(?:ab|abab)+c']}\n    edges: none\n"
    rules = book(tmp_path, explodes, other=rule_file("find:\n  - phrases: {any: [bad]}\n", "other"))
    active: dict[str, Severity] = {"the-rule": "error", "other": "error"}
    stopped = examine(read(Reply("😊 ভাই bad. " + "ab" * 60 + "d")), Patterns(rules), active)
    assert [finding.rule for finding in stopped.findings] == ["other"]
    [error] = stopped.errors
    assert (error.rule, error.pattern) == ("the-rule", "(?:ab|abab)+c")
    assert "took more than 0.25 s" in str(error)
    assert len(examine(read(Reply("😊 ভাই bad. ababc")), Patterns(rules), active).findings) == 2


def test_two_runs_give_the_same(tmp_path: Path) -> None:
    rules = book(tmp_path, "find:\n  - phrases: {any: [bad, day, ভাই]}\n    each: true\n")
    text = "😊 ভাই, bad day. Day by day, ভাই। " * 5
    assert check(rules, text) == check(rules, text)
    assert [finding.start for finding in check(rules, text)] == sorted(finding.start for finding in check(rules, text))
