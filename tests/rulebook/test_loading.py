"""Authoring errors: file, line, column, what is wrong and what to write instead; all of a pack in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rulebook.packs import BENGALI, RULE, SIGNAL, rule_with, write_pack
from tonecheck.errors import RuleError
from tonecheck.rulebook.loading import load

PHRASE = "'never (?:ever )?again'"


def problems(pack: str) -> list[str]:
    with pytest.raises(RuleError) as raised:
        load([pack])
    return [str(problem).replace(pack + "/", "") for problem in raised.value.problems]


def test_a_good_pack_loads_with_its_cases(tmp_path: Path) -> None:
    loaded = load([write_pack(tmp_path, rule=RULE, bengali=BENGALI, signal=SIGNAL)])
    assert list(loaded.rulebook.rules) == ["bn-no", "no-never"]
    assert loaded.rulebook.rules["bn-no"].languages == ("bn",)
    assert [case.subject for case in loaded.cases] == ["bn-no"] * 2 + ["no-never"] * 2 + ["greeting-word"] * 2
    assert loaded.cases[2].marks == ((8, 19),)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("summary: Says never", "sumary: x", "rule.yml:4:1: the file has no key 'sumary'\n  did you mean 'summary'?", id="unknown key"),
        pytest.param("severity: warning", "severity: warn", "rule.yml:3:11: severity is 'warn'\n  did you mean 'warning'?", id="unknown value"),
        pytest.param("severity: warning", "severity: no", "rule.yml:3:11: severity is a yes/no value, not a text\n  write 'no' in quotes", id="yaml no"),
        pytest.param("why: It is.", "why: It is.\nwhy: Again.", "rule.yml:7:1: 'why' is there twice in the file\n  the first is in line 6", id="twice"),
        pytest.param("why: It is.\n", "", "rule.yml:1:1: the file has no 'why'\n  add 'why:'", id="missing key"),
        pytest.param("why: It is.", "why: ''", "rule.yml:6:6: why is empty\n  write a text or leave the key out", id="empty"),
        pytest.param(PHRASE, "'Never again'", "rule.yml:9:12: 'N' can never match: the text is folded to lower case: 'Never again'\n  write 'n'", id="capital"),
        pytest.param(PHRASE, "'never  again'", "rule.yml:9:12: two spaces can never match: the text has single spaces: 'never  again'\n  write one space", id="two spaces"),
        pytest.param(PHRASE, "'(?:never)?'", "rule.yml:9:12: the pattern matches nothing at all: '(?:never)?'\n  make at least one word of it required", id="matches nothing"),
        pytest.param(PHRASE, "'never (again'", "rule.yml:9:12: not a valid pattern: missing ) at position", id="not a pattern"),
        pytest.param(PHRASE, "'{i_amm} never'", "rule.yml:9:12: there is no vocabulary piece {i_amm} for en", id="no piece"),
        pytest.param(PHRASE, "no", "rule.yml:9:12: phrases.en is a yes/no value, not a text\n  write 'no' in quotes", id="phrase no"),
        pytest.param("  en: ['Let me see what I can do.']", "  bn: ['আমি দেখছি।']", "rule.yml:1:5: rule no-never has no rewrite in en that always fits", id="no rewrite"),
        pytest.param("<<never again>>", "never again", "rule.yml:14:12: a flag case without marked words\n  put << and >> around the words", id="no mark"),
        pytest.param("<<never again>>", "<<never again", "rule.yml:14:12: a << has no >> after it\n  mark the words as <<words>>", id="open mark"),
        pytest.param("    pass: ['Never mind.']\n", "", "rule.yml:1:5: no-never has no pass case in en\n  add tests: en: pass:", id="no near miss"),
        pytest.param("find:", "unless:\n  - signal: sorry\nfind:", "rule.yml:8:13: there is no signal 'sorry'", id="no signal"),
        pytest.param("find:", "yields_to: [no-nevr]\nfind:", "rule.yml:7:13: there is no rule 'no-nevr' to yield to\n  did you mean 'no-never'?", id="no rule"),
        pytest.param("    flag:", "   flag:", "rule.yml:15:5: not valid YAML", id="indent"),
    ],
)  # fmt: skip
def test_an_error_says_where_what_and_what_to_do(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert any(text.startswith(expected) for text in problems(write_pack(tmp_path, rule=rule_with(old, new)))), (
        problems(str(tmp_path))
    )


@pytest.mark.parametrize("pattern", ["দেয়?না", "[য়র]াব"])
def test_a_nukta_that_would_be_taken_for_a_letter_is_refused(tmp_path: Path, pattern: str) -> None:
    [text] = problems(write_pack(tmp_path, rule=BENGALI.replace("bn: ['পারব না']", f"bn: ['{pattern}']")))
    assert "two code points" in text
    assert "(?:য়)?" in text


def test_all_errors_of_a_pack_come_in_one_run_in_order(tmp_path: Path) -> None:
    pack = write_pack(
        tmp_path,
        a=rule_with("severity: warning", "severity: loud"),
        b=BENGALI.replace("category: team", "category: teem"),
        c="just text",
        d="",
        e=SIGNAL.replace("on: reply", "on: [reply]"),
    )
    found = problems(pack)
    assert [text.split(":")[0] for text in found] == ["a.yml", "b.yml", "c.yml", "d.yml", "e.yml"]


def test_a_file_that_is_not_utf8_or_not_yaml_is_named(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, good=RULE)
    (tmp_path / "latin.yml").write_bytes(b"id: caf\xe9")
    (tmp_path / "control.yml").write_bytes(b"id: \x01")
    assert [text.split("\n")[0] for text in problems(pack)] == [
        "control.yml:1:1: not valid YAML: unacceptable character #x0001: control characters are not allowed",
        "latin.yml: not UTF-8 at byte 7",
    ]


@pytest.mark.parametrize(("name", "said"), [("nowhere", "there is no such rule pack"), (".", "there is no .yml file")])
def test_a_pack_that_is_not_there(tmp_path: Path, name: str, said: str) -> None:
    [text] = problems(str(tmp_path / name))
    assert said in text


def test_a_change_alters_adds_and_switches_off_without_a_copy(tmp_path: Path) -> None:
    base = write_pack(tmp_path / "base", rule=RULE, bengali=BENGALI)
    ours = write_pack(
        tmp_path / "ours",
        louder="change: no-never\nseverity: error\nfind:\n  - phrases: {en: ['not once more']}\n",
        quiet="change: bn-no\nenabled: false\n",
    )
    book = load([base, ours]).rulebook
    assert list(book.rules) == ["no-never"]
    assert book.rules["no-never"].severity == "error"
    assert len(book.rules["no-never"].finders) == 2


def test_a_change_of_a_rule_that_is_not_there(tmp_path: Path) -> None:
    [text] = problems(write_pack(tmp_path, rule=RULE, change="change: no-neverr\nseverity: error\n"))
    assert text == "change.yml:1:9: there is no rule 'no-neverr' to change\n  did you mean 'no-never'?"


def test_two_rules_of_one_id(tmp_path: Path) -> None:
    [text] = problems(write_pack(tmp_path, first=RULE, second=RULE))
    assert text.startswith("second.yml:1:5: there is a rule 'no-never' already")


def test_a_vocabulary_in_a_circle(tmp_path: Path) -> None:
    circle = "language: en\npieces:\n  one: '{two}'\n  two: ['{one}', 'x']\n"
    texts = problems(write_pack(tmp_path, rule=RULE, vocabulary=circle))
    assert texts[0].startswith("vocabulary.yml:3:8: the vocabulary pieces of this pattern use each other in a circle")


def test_signals_that_excuse_each_other(tmp_path: Path) -> None:
    first = SIGNAL + "unless:\n  - signal: other\n"
    second = SIGNAL.replace("greeting-word", "other") + "unless:\n  - signal: greeting-word\n"
    texts = problems(write_pack(tmp_path, rule=RULE, first=first, second=second))
    assert [text.split("\n")[0] for text in texts] == [
        "first.yml:1:5: signal 'greeting-word' is excused by itself",
        "second.yml:1:5: signal 'other' is excused by itself",
    ]


def test_a_vocabulary_piece_in_two_files(tmp_path: Path) -> None:
    pieces = "language: en\npieces:\n  one: 'x'\n"
    [text] = problems(write_pack(tmp_path, rule=RULE, first=pieces, second=pieces))
    assert text.startswith("second.yml:3:3: there is a en piece 'one' in another file of these packs")
