"""Fixes written into a piece of a file: every edit through the layers of its reply, then read again and compared.

Only what reads back as exactly the edited replies is kept: each with exactly its new words and the placeholders it had,
and everything else as it was.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tonecheck.errors import InputError
from tonecheck.fixes import Fix, apply_fixes, choose_fixes
from tonecheck.model import Finding
from tonecheck.sources.layers import apply_edits, outer_edit
from tonecheck.sources.source import Edit, Item, SourceReply, Stretch, Unwritable
from tonecheck.sources.twins import edit_copy, tokens
from tonecheck.suppress import not_ignored
from tonecheck.text.placeholders import find_placeholders

if TYPE_CHECKING:
    from tonecheck.run import Examine

# A fix may uncover another one; libraries settle after two or three rounds.
_ROUNDS = 40
_PLACEHOLDERS = "a placeholder of the reply would be changed"
_REREAD = "the file would not read back as the same replies with only these words changed"


class Made(NamedTuple):
    """A fix that was made: the words of the reply before and after it, and where those begin in the stretch as it is
    now."""

    rule: str
    before: str
    after: str
    offset: int


class Fixed(NamedTuple):
    """A stretch with its fixes made: its new text, the fixes in the order of their places, and why others could not be
    made, by reply (the number of its item) and finding."""

    text: str
    made: tuple[Made, ...]
    refused: dict[tuple[int, Finding], str]


class Unit(NamedTuple):
    """One fix: the item it is in, and the edits of the stretch that make it, one for each copy of the reply. One made
    ``by_hand`` may change placeholders."""

    item: int
    fix: Fix
    edits: tuple[Edit, ...]
    by_hand: bool = False


def fix_stretch(examine: Examine, stretch: Stretch, unsafe: bool, encoding: str = "utf-8") -> Fixed:
    """Makes the fixes of a stretch until there are none left to make."""
    text, made = stretch.text, tuple[Made, ...]()
    seen = {text}
    refused: dict[tuple[int, Finding], str] = {}
    for _ in range(_ROUNDS):
        items = list(stretch.read(text))
        units, refused = _plan(examine, items, unsafe, encoding)
        accepted = accepted_units(stretch, text, items, units, refused)
        edited = apply_edits(text, [edit for unit in accepted for edit in unit.edits])
        if not accepted or edited in seen:
            break
        text, made = edited, made_with(made, items, accepted)
        seen.add(text)
    return Fixed(text, made, refused)


def fix_one(
    stretch: Stretch, text: str, items: Sequence[Item], number: int, fix: Fix, encoding: str, by_hand: bool
) -> Unit:
    """One fix of the reply that is item ``number`` of the stretch's ``text``, as it can be written there;
    ``by_hand`` it may change placeholders. Raises ``Unwritable``."""
    item = items[number]
    assert isinstance(item, SourceReply), "only replies have findings"
    unit = Unit(number, fix, _writable(item, fix, encoding, by_hand), by_hand)
    refused: dict[tuple[int, Finding], str] = {}
    if not accepted_units(stretch, text, items, [unit], refused):
        raise Unwritable(refused[number, fix.finding])
    return unit


def made_with(made: Sequence[Made], items: Sequence[Item], units: Sequence[Unit]) -> tuple[Made, ...]:
    """The fixes made before, moved by those of ``units``, and these."""
    edits = sorted(edit for unit in units for edit in unit.edits)
    moved = [
        one._replace(offset=_moved((edit for edit in edits if edit.end <= one.offset), one.offset)) for one in made
    ]
    for unit in units:
        item, suggestion = items[unit.item], unit.fix.suggestion
        assert isinstance(item, SourceReply), "only replies have findings"
        before = item.reply.text[suggestion.start : suggestion.end]
        own = unit.edits[0]
        place = _moved((edit for edit in edits if edit < own), own.start)
        moved.append(Made(unit.fix.finding.rule, before, suggestion.text, place))
    return tuple(sorted(moved, key=lambda one: one.offset))


def _moved(edits: Iterable[Edit], offset: int) -> int:
    return offset + sum(len(edit.words) - (edit.end - edit.start) for edit in edits)


def _plan(
    examine: Examine, items: Sequence[Item], unsafe: bool, encoding: str
) -> tuple[list[Unit], dict[tuple[int, Finding], str]]:
    units: list[Unit] = []
    refused: dict[tuple[int, Finding], str] = {}
    for number, item in enumerate(items):
        if not isinstance(item, SourceReply) or not item.reply.text.strip():
            continue
        for fix in choose_fixes(not_ignored(item, examine(item.reply).findings), unsafe):
            try:
                units.append(Unit(number, fix, _writable(item, fix, encoding)))
            except Unwritable as reason:
                refused[number, fix.finding] = str(reason)
    return units, refused


def _writable(item: SourceReply, fix: Fix, encoding: str, by_hand: bool = False) -> tuple[Edit, ...]:
    if item.read_only:
        raise Unwritable(item.read_only)
    edits = tuple(edits_of(item, fix, by_hand))
    try:
        for edit in edits:
            edit.words.encode(encoding)
    except UnicodeEncodeError:
        raise Unwritable(f"the new words cannot be written in the file's encoding, {encoding}") from None
    return edits


def edits_of(item: SourceReply, fix: Fix, by_hand: bool = False) -> Iterator[Edit]:
    """The edits of the stretch that make a fix of a reply, one for each of its copies. Raises ``Unwritable``."""
    start, end, words = fix.suggestion.start, fix.suggestion.end, fix.suggestion.text
    text = item.reply.text
    if not by_hand and any(
        at < end and start < to and not (start <= at and to <= end) for at, to in find_placeholders(text)
    ):
        raise Unwritable(_PLACEHOLDERS)
    edit = Edit(start, end, words)
    yield outer_edit(item.layers, edit)
    for twin in item.twins:
        yield outer_edit(twin, edit_copy(text, twin[0].text, edit))


def accepted_units(
    stretch: Stretch,
    text: str,
    items: Sequence[Item],
    units: Sequence[Unit],
    refused: dict[tuple[int, Finding], str],
) -> list[Unit]:
    """The units that can be written together; the reason of one that cannot is noted. One that touches the same place
    as another waits for the next round."""
    waiting = [_apart(units)]
    accepted: list[Unit] = []
    while waiting:
        group = waiting.pop()
        if not group or _reads_back(stretch, text, items, [*accepted, *group]):
            accepted += group
        elif len(group) == 1:
            refused[group[0].item, group[0].fix.finding] = _REREAD
        else:
            half = len(group) // 2
            waiting += [group[half:], group[:half]]
    return accepted


def _apart(units: Sequence[Unit]) -> list[Unit]:
    """The units of which no two touch the same place, earlier ones first."""
    kept: list[Unit] = []
    # In the order of their places and apart, so that an edit can only touch its neighbours.
    taken: list[Edit] = []
    for unit in units:
        places = [bisect_left(taken, edit) for edit in unit.edits]
        if any(
            _touch(edit, other)
            for edit, at in zip(unit.edits, places, strict=True)
            for other in taken[max(at - 1, 0) : at + 1]
        ):
            continue
        kept.append(unit)
        for edit in unit.edits:
            insort(taken, edit)
    return kept


def _touch(edit: Edit, other: Edit) -> bool:
    same_place = edit[:2] == other[:2]
    return same_place or (edit.start < other.end and other.start < edit.end)


def _reads_back(stretch: Stretch, text: str, items: Sequence[Item], units: Sequence[Unit]) -> bool:
    edited = apply_edits(text, [edit for unit in units for edit in unit.edits])
    try:
        after = list(stretch.read(edited))
    except InputError:
        return False
    if len(after) != len(items):
        return False
    fixes: dict[int, list[Fix]] = {}
    for unit in units:
        fixes.setdefault(unit.item, []).append(unit.fix)
    by_hand = any(unit.by_hand for unit in units)
    return all(
        _is_fixed(old, new, sorted(fixes.get(number, ()), key=lambda fix: fix.suggestion.start), by_hand)
        for number, (old, new) in enumerate(zip(items, after, strict=True))
    )


def _is_fixed(old: Item, new: Item, fixes: Sequence[Fix], by_hand: bool) -> bool:
    if not isinstance(old, SourceReply) or not isinstance(new, SourceReply):
        return type(old) is type(new)
    wanted = apply_fixes(old.reply.text, fixes)
    # A new line break is written as the file writes its own.
    text = new.reply.text if "\n" not in wanted else new.reply.text.replace("\r\n", "\n")
    wanted = wanted if "\n" not in wanted else wanted.replace("\r\n", "\n")
    if (text, new.reply.id, new.title, new.inside) != (wanted, old.reply.id, old.title, old.inside):
        return False
    if len(old.twins) != len(new.twins):
        return False
    if not fixes:
        return all(before[0].text == after[0].text for before, after in zip(old.twins, new.twins, strict=True))
    if not by_hand and _placeholders(old.reply.text) != _placeholders(new.reply.text):
        return False
    return all(tokens(twin[0].text).words == tokens(new.reply.text).words for twin in new.twins)


def _placeholders(text: str) -> list[str]:
    return [text[start:end] for start, end in find_placeholders(text)]
