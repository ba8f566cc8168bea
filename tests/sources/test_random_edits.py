"""Random words written at random places of every kind of file: what is written reads back exactly, the rest is refused.

The judge is apart from the code that fixes: it edits the reply's text itself, reads the edited file again and compares
every reply in it.
"""

from __future__ import annotations

import io
import random
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from tonecheck.fixes import Fix
from tonecheck.fixing import Unit, accepted_units, edits_of
from tonecheck.model import Finding, Suggestion
from tonecheck.sources import source_for
from tonecheck.sources.layers import apply_edits
from tonecheck.sources.source import Context, Item, SourceReply, Stretch, Unwritable

TOP = Path(__file__).parents[2]
FILES = sorted(
    path
    for folder in (TOP / "examples" / "libraries", Path(__file__).parent / "files")
    for path in folder.rglob("*")
    if path.is_file() and path.name != "README.md"
)
PIECES = (
    "হ্যাঁ", "দুঃখিত 🙂", "yes", 'say "so"', "it's", "a: b", "# no", "- x", "a, b; c", "<b>", "&amp; &", "{{x}}", "\\n",
    "\n", "\n\n", " ", "", "…", "“ক”", "*", "_", "[x](y)", "%s", "\t", "|", "=1+1", "]]>", "--", "\u200f", "😀" * 3,
)  # fmt: skip


class Outcome(NamedTuple):
    """How many edits were written, and how many of those did not read back; why others were refused."""

    written: int
    wrong: list[str]
    refused: Counter[str]


def edit_at_random(path: Path, edits: int, seed: int) -> Outcome:
    chance = random.Random(f"{path.name} {seed}")
    name = str(path)
    data = path.read_bytes()
    stretches = [one for one in source_for(name)(name, io.BytesIO(data), Context()) if isinstance(one, Stretch)]
    places = [
        (stretch, items, number)
        for stretch in stretches
        for items in [list(stretch.read(stretch.text))]
        for number, item in enumerate(items)
        if isinstance(item, SourceReply)
    ]
    written, wrong, refused = 0, [], Counter[str]()
    for _ in range(edits if places else 0):
        stretch, items, number = chance.choice(places)
        item = items[number]
        assert isinstance(item, SourceReply)
        text = item.reply.text
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.choice((0, 0, 1, 2, 5, 12, 40)))
        words = "".join(chance.choice(PIECES) for _ in range(chance.randint(0, 3)))
        fix = Fix(
            Finding("r", "error", "en", "", start, end, text[start:end], (), ()), Suggestion(words, start, end, "safe")
        )
        reasons: dict[tuple[int, Finding], str] = {}
        try:
            units = [Unit(number, fix, tuple(edits_of(item, fix)))]
        except Unwritable as reason:
            refused[str(reason)] += 1
            continue
        units = accepted_units(stretch, stretch.text, items, units, reasons)
        if not units:
            refused.update(reasons.values())
            continue
        written += 1
        edited = apply_edits(stretch.text, [edit for unit in units for edit in unit.edits])
        expected = text[:start] + words + text[end:]
        if not _only_that_changed(items, list(stretch.read(edited)), number, expected):
            wrong.append(f"{path.name}: {text[start:end]!r} -> {words!r}")
    return Outcome(written, wrong, refused)


def _only_that_changed(before: list[Item], after: list[Item], number: int, expected: str) -> bool:
    if len(before) != len(after):
        return False
    for at, (old, new) in enumerate(zip(before, after, strict=True)):
        if not isinstance(old, SourceReply) or not isinstance(new, SourceReply):
            if type(old) is not type(new):
                return False
            continue
        wanted = expected if at == number else old.reply.text
        if new.reply.text.replace("\r\n", "\n") != wanted.replace("\r\n", "\n") or new.title != old.title:
            return False
    return True


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_random_edits(path: Path) -> None:
    outcome = edit_at_random(path, 40, seed=1)
    assert outcome.wrong == []
    assert outcome.written + outcome.refused.total() in (0, 40)


@pytest.mark.slow
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_thousand_random_edits(path: Path) -> None:
    assert edit_at_random(path, 1_000, seed=2).wrong == []
