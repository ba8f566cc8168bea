"""The pipeline with fixes: a file is read, fixed, checked again, and written once all of it is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from tonecheck.errors import Problem
from tonecheck.fixes import apply_fixes, choose_fixes
from tonecheck.fixing import Fixed, Made, fix_stretch
from tonecheck.positions import line_starts
from tonecheck.reports.report import Checked, FixMade
from tonecheck.run import Examine, check_reply
from tonecheck.sources import source_for
from tonecheck.sources.decode import encoding_of
from tonecheck.sources.source import Context, Skipped, SourceReply, Stretch, in_file
from tonecheck.sources.write_back import Change, Version, version
from tonecheck.suppress import Ignoring, not_ignored, silence, with_ignores

if TYPE_CHECKING:
    from tonecheck.model import Finding

Deliver = Callable[[str, BinaryIO, Version | None, list[Change]], None]
"""What is done with the changes of a file that was read to its end: its path, the open file, its state before it was
read, the changes. Raises ``InputError`` or ``OSError`` when they cannot be kept."""


Step = tuple[SourceReply | None, Checked]
"""A step, and the reply that it is about."""


class Fixing(NamedTuple):
    """How a run fixes: ``examine`` reports on a reply, ``alone`` looks at it without the others of the library, and
    ``deliver`` keeps what was changed. ``unsafe`` makes the unsafe fixes too; ``ignoring`` says what remarks in a file
    may name, ``None`` to take no notice of them."""

    examine: Examine
    alone: Examine
    deliver: Deliver
    unsafe: bool = False
    ignoring: Ignoring | None = None


def fix_file(fixing: Fixing, context: Context, path: str, file: BinaryIO) -> Iterator[Checked]:
    """Fixes the replies of one open file; the steps tell what is left. A file with problems is not changed. Raises
    ``InputError`` when it cannot be read."""
    yield from silence(_fix(fixing, context, path, file), fixing.ignoring)


def _fix(fixing: Fixing, context: Context, path: str, file: BinaryIO) -> Iterator[Step]:
    seen = version(file)
    encoding = encoding_of(first_bytes(file), context.encoding).codec
    changes: list[Change] = []
    fixes: list[FixMade] = []
    characters = lines = 0
    sound = True
    for stretch in stretches(fixing, context, path, file):
        if isinstance(stretch, Problem):
            sound = False
            yield None, Checked(problems=(stretch,))
            continue
        fixed = fix_stretch(fixing.alone, stretch, fixing.unsafe, encoding)
        after = edited(stretch, fixed.text, characters, lines)
        if fixed.text != stretch.text:
            changes.append(Change(stretch.offset, len(stretch.text), fixed.text))
            characters += len(fixed.text) - len(stretch.text)
            lines += len(line_starts(fixed.text)) - len(line_starts(stretch.text))
            fixes += fixes_made(stretch.path or path, after, fixed.made)
        for source, step in _check(fixing, after, fixed, stretch.path or path):
            sound = sound and not step.problems
            yield source, step
    yield None, Checked(files=1, path=path)
    if changes and not sound:
        hint = "correct what is wrong with it, then run it again"
        message = "not fixed, for the file has errors; nothing was written"
        yield None, Checked(problems=(Problem(path, 0, 0, message, hint),))
        return
    fixing.deliver(path, file, seen, changes)
    yield None, Checked(fixed=len(fixes), fixes=tuple(fixes))


def stretches(fixing: Fixing, context: Context, path: str, file: BinaryIO) -> Iterator[Stretch | Problem]:
    """The pieces of an open file, whose replies know what is to be ignored in them."""
    yield from with_ignores(source_for(path)(path, file, context), path, fixing.ignoring)


def edited(stretch: Stretch, text: str, characters: int, lines: int) -> Stretch:
    """A stretch with its new text, behind others of its file that have so many more characters and lines now."""
    starts = stretch.lines if text == stretch.text else line_starts(text)
    return stretch._replace(text=text, lines=starts, offset=stretch.offset + characters, line=stretch.line + lines)


def fixes_made(path: str, stretch: Stretch, made: Iterable[Made]) -> Iterator[FixMade]:
    """The fixes of a stretch, as it is now, with their places in the file."""
    for rule, before, after, offset in made:
        yield FixMade(path, in_file(stretch, offset), rule, before, after)


def _check(fixing: Fixing, stretch: Stretch, fixed: Fixed, path: str) -> Iterator[Step]:
    for number, item in enumerate(stretch.read(stretch.text)):
        if isinstance(item, Problem):
            yield None, Checked(problems=(item,))
        elif isinstance(item, Skipped):
            yield None, Checked(skipped=1)
        else:
            step = check_reply(fixing.examine, path, stretch, item)
            reasons = {finding: reason for (at, finding), reason in fixed.refused.items() if at == number}
            yield item, _with_reasons(step, reasons)._replace(notes=tuple(_new_text(fixing, path, item)))


def _with_reasons(step: Checked, reasons: dict[Finding, str]) -> Checked:
    if not reasons:
        return step
    return step._replace(
        findings=tuple(located._replace(not_fixed=reasons.get(located.finding)) for located in step.findings)
    )


def _new_text(fixing: Fixing, path: str, item: SourceReply) -> Iterator[str]:
    """For what is only read: the text as the fixes would have it."""
    if not item.read_only or item.reply.text.isspace():
        return
    fixes = choose_fixes(not_ignored(item, fixing.alone(item.reply).findings), fixing.unsafe)
    if fixes:
        name = item.title or item.reply.id or item.inside or ""
        text = apply_fixes(item.reply.text, fixes)
        yield f"{path}{f' ({name})' if name else ''}: {item.read_only}. The text with its fixes:\n{text}"


def first_bytes(file: BinaryIO) -> bytes:
    """The beginning of a file that is still to be read, enough for a byte-order mark."""
    # Standard input cannot be wound back; its first bytes are looked at where they wait to be read.
    peek = getattr(file, "peek", None)
    if peek is not None:
        return bytes(peek(3)[:3])
    head = file.read(3)
    file.seek(0)
    return head
