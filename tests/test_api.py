"""The Python API: its names, what it refuses, and what holds for any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tonecheck
from tests.rulebook.packs import RULE, write_pack
from tonecheck import ConfigError, Finding, Linter, Reply, RuleError, Suggestion, apply
from tonecheck.model import CHANNELS, KINDS
from tonecheck.rulebook.catalog import rulebook
from tonecheck.rulebook.selection import selection, severities

LINTER = Linter()

# Letters that fold, join, combine, shrink and grow, marks of mail and mark-up, and whole words that rules look for.
PIECES = [
    "না", "আমি", "পারব না", "য়", "\u09af\u09bc", "র‍্য", "ত্\u200c", "ক্\u200d", "।", "?", "!!", "😊", "👨‍👩‍👧", "é", "e\u0301", "ß", "İ", "ﬁ",
    "\u00a0", "\r\n", "\n\n", "\r", "\t", "\u2028", "\ufeff", "\u200b", "\u202e", "> ", "-- ", "{{name}}", "{%", "https://a.example/b",
    "a@b.example", "“", "”", "\"", "'", "`", "On 3 March Ruth <r@b.example> wrote:", "Subject: ", "Dear customer #5593,", "Regards,",
    "calm down", "we can't do that", "I'm new here", "NOT", "soon", "sorry", "amar jana nai", "তুমি", "\ufffc", "\ue000", "[b]", "\x00", "\x1b[31m",
]  # fmt: skip
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
                  st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))  # fmt: skip


def test_the_names_that_users_import() -> None:
    assert sorted(tonecheck.__all__) == [
        "ConfigError", "Finding", "InputError", "Linter", "Reply", "RuleError", "RuleTimeoutWarning", "Suggestion",
        "TonecheckError", "apply",
    ]  # fmt: skip
    for name in tonecheck.__all__:
        assert getattr(tonecheck, name).__doc__
    with pytest.raises(AttributeError):
        _ = tonecheck.nothing


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"text": None}, TypeError),
        ({"text": b"x"}, TypeError),
        ({"text": "x", "customer": 5}, TypeError),
        ({"text": "x", "channel": "fax"}, ValueError),
        ({"text": "x", "kind": "macro"}, ValueError),
        ({"text": "x", "language": "de"}, ValueError),
    ],
)
def test_a_reply_that_cannot_be_is_refused(arguments: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error, match=r"Reply\."):
        Reply(**arguments)


@settings(max_examples=60)
@given(texts, st.one_of(st.none(), texts), st.sampled_from(CHANNELS), st.sampled_from(KINDS))
def test_any_text_is_checked_the_same_twice_and_every_match_is_its_slice(
    text: str, customer: str | None, channel: Any, kind: Any
) -> None:
    reply = Reply(text, customer=customer, channel=channel, kind=kind)
    found = LINTER.check(reply)
    assert found == LINTER.check(reply)
    assert found == sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule))
    for finding in found:
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.match == text[finding.start : finding.end]
        assert finding.suggestions
        for suggestion in finding.suggestions:
            assert 0 <= suggestion.start <= suggestion.end <= len(text)


@settings(max_examples=40)
@given(texts)
def test_a_fix_changes_only_what_it_replaces(text: str) -> None:
    found = LINTER.check(text)
    assert apply(text, []) == text
    assert apply(text, found) == apply(text, list(reversed(found)))
    assert apply(text, found, unsafe=True) == apply(Reply(text), list(reversed(found)), unsafe=True)


def finding(start: int, end: int, text: str, applicability: Any = "safe") -> Finding:
    suggestion = Suggestion(text, start, end, applicability)
    return Finding("r", "warning", "bn", "m", start, end, "", (), (suggestion,))


@pytest.mark.parametrize(
    ("findings", "unsafe", "expected"),
    [
        ([finding(2, 6, "তুমি", "manual")], True, "😊 আপনি বলেন"),
        ([finding(2, 6, "তুমি", "unsafe")], False, "😊 আপনি বলেন"),
        ([finding(2, 6, "তুমি", "unsafe")], True, "😊 তুমি বলেন"),
        ([finding(7, 11, "বলুন"), finding(2, 6, "তুমি")], False, "😊 তুমি বলুন"),
        ([finding(2, 8, "ক"), finding(6, 11, "খ")], False, "😊 কলেন"),
        ([finding(0, 0, "ক "), finding(0, 0, "খ ")], False, "ক 😊 আপনি বলেন"),
        ([finding(11, 11, "।"), finding(7, 11, "বলুন")], False, "😊 আপনি বলুন।"),
    ],
)
def test_apply(findings: list[Finding], unsafe: bool, expected: str) -> None:
    assert apply("😊 আপনি বলেন", findings, unsafe=unsafe) == expected


def test_a_project_is_checked_with_its_own_configuration(tmp_path: Path) -> None:
    write_pack(tmp_path / "ours", rule=RULE)
    (tmp_path / "tonecheck.toml").write_text(
        'extends = ["ours"]\nselect = ["team", "calm-down"]\n[severity]\nno-never = "error"\n', "utf-8"
    )
    found = Linter.from_config(str(tmp_path)).check("😊 ভাই, never again.")
    assert [(item.rule, item.severity, item.match) for item in found] == [("no-never", "error", "never again")]


def test_a_text_alone_is_what_the_configuration_says(tmp_path: Path) -> None:
    path = tmp_path / "tonecheck.toml"
    text = (
        "Your parcel 😀 arrives tomorrow at ten. I'm looking after it myself. Please tell me whether the blue one suits "
        "you better than the red one, ভাই.\n\nKind regards,\nRafi"
    )
    path.write_text('channel = "email"\nselect = ["missing-greeting"]\n', "utf-8")
    assert [found.rule for found in Linter.from_config(str(path)).check(text)] == ["missing-greeting"]
    path.write_text('channel = "chat"\nselect = ["missing-greeting"]\n', "utf-8")
    assert Linter.from_config(str(path)).check(text) == []


@pytest.mark.parametrize("name", ["missing-greeting", "respect"])
def test_extend_select_is_on_besides(name: str) -> None:
    def on(**options: list[str]) -> set[str]:
        return set(severities(rulebook(), selection(rulebook(), **options), Reply("😀", channel="chat")))  # type: ignore[arg-type]

    assert on(extend_select=["calm-down"]) == on()
    assert on(select=["calm-down"], extend_select=[name]) >= {"calm-down", "missing-greeting"}
    assert "missing-closing-offer" not in on()
    assert on(extend_select=["missing-closing-offer"]) == on() | {"missing-closing-offer"}
    assert "calm-down" not in on(extend_select=["calm-down"], ignore=["calm-down"])


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("slect = []\n", "tonecheck.toml:1:1: there is no setting 'slect'\n  did you mean 'select'?"),
        ('preset = "emial"\n', "there is no preset 'emial'"),
        ('\nselect = "calm-down"\n', 'tonecheck.toml:2:1: select must be a list of texts\n  write select = ["..."]'),
        ('channel = "fax"\n', "tonecheck.toml:1:1: there is no channel 'fax'"),
        ("select = [\n", "not valid TOML"),
        ('ignore = ["calm-dwn"]\n', "there is no rule 'calm-dwn'\n  did you mean 'calm-down'?"),
        ("severity = 5\n", "tonecheck.toml:1:1: severity must be a table of rule ids"),
    ],
)
def test_a_configuration_that_cannot_be_used_says_why(tmp_path: Path, config: str, said: str) -> None:
    (tmp_path / "tonecheck.toml").write_text(config, "utf-8")
    with pytest.raises(ConfigError) as raised:
        Linter.from_config(str(tmp_path))
    assert said in str(raised.value)


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no configuration here"):
        Linter.from_config(str(tmp_path))
    with pytest.raises(ConfigError, match="cannot be read"):
        Linter.from_config(str(tmp_path / "tonecheck.toml"))
    with pytest.raises(RuleError, match="there is no such rule pack"):
        Linter(packs=[str(tmp_path / "nowhere")])
