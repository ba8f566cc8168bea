from __future__ import annotations

from pathlib import Path

import pytest

from tests.rulebook.packs import BENGALI, RULE, write_pack
from tonecheck.errors import ConfigError
from tonecheck.model import Reply
from tonecheck.rulebook.loading import load
from tonecheck.rulebook.rule import Rulebook
from tonecheck.rulebook.selection import selection, severities

PRESETS = {
    "chat": "id: chat\nsummary: Chat\nrules:\n  no-never: {severity: 'off', why: Chat is quick.}\n",
    "canned": "id: canned\nsummary: Canned\nrules:\n  no-never: {severity: error, why: Read by many.}\n",
}


@pytest.fixture
def book(tmp_path: Path) -> Rulebook:
    return load([write_pack(tmp_path, rule=RULE, bengali=BENGALI, **PRESETS)]).rulebook


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"select": ["no-nevr"]}, "there is no rule 'no-nevr'\n  did you mean 'no-never'?"),
        ({"ignore": ["xyz"]}, "there is no rule 'xyz'"),
        ({"preset": "chatt"}, "there is no preset 'chatt'\n  did you mean 'chat'?"),
        ({"severities": {"no-never": "warn"}}, "there is no severity 'warn'\n  did you mean 'warning'?"),
        ({"severities": {"never": "error"}}, "there is no rule 'never'"),
    ],
)
def test_a_name_that_is_not_known_is_refused(book: Rulebook, options: dict[str, object], said: str) -> None:
    with pytest.raises(ConfigError) as raised:
        selection(book, **options)  # type: ignore[arg-type]
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("options", "reply", "expected"),
    [
        ({}, Reply(""), {"bn-no": "error", "no-never": "warning"}),
        ({}, Reply("", channel="chat"), {"bn-no": "error"}),
        ({}, Reply("", channel="chat", kind="canned"), {"bn-no": "error", "no-never": "error"}),
        ({"preset": "chat"}, Reply(""), {"bn-no": "error"}),
        ({"select": ["no-never"]}, Reply("", channel="chat"), {"no-never": "warning"}),
        ({"select": ["team"]}, Reply(""), {"bn-no": "error", "no-never": "warning"}),
        ({"select": ["ALL"], "ignore": ["bn-no"]}, Reply(""), {"no-never": "warning"}),
        ({"ignore": ["team"]}, Reply(""), {}),
        ({"severities": {"bn-no": "off", "no-never": "suggestion"}}, Reply(""), {"no-never": "suggestion"}),
    ],
)
def test_what_runs_and_how_severe(
    book: Rulebook, options: dict[str, object], reply: Reply, expected: dict[str, str]
) -> None:
    assert severities(book, selection(book, **options), reply) == expected  # type: ignore[arg-type]
