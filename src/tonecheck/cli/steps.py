"""The steps of a run as the command line asks for it: each file checked or fixed with the rules that hold for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from tonecheck.baseline import Use
    from tonecheck.cli.by_hand import Person
    from tonecheck.cli.settings import Project
    from tonecheck.config import Settings
    from tonecheck.engine.check import Examined
    from tonecheck.reports.report import Checked
    from tonecheck.run import CheckFile
    from tonecheck.sources.source import Context


class Mending(NamedTuple):
    """What is to be done with fixes: made, also the unsafe ones, only shown as a difference, or asked about."""

    fix: bool
    unsafe: bool
    diff: bool
    by_hand: bool = False


class Keeping(NamedTuple):
    """Which findings are kept back: those that libraries silence, and those of a baseline, and what is done with it."""

    ignores: bool
    baseline: str | None
    use: Use


class Run(NamedTuple):
    """A run: the project's settings, the inputs asked for, what is known of the replies of a file, and what is to be
    done with fixes and with known findings."""

    found: Project
    asked: list[str]
    stdin_filename: str | None
    context_in: Callable[[str], Context]
    mending: Mending
    keeping: Keeping


def run_steps(run: Run) -> Iterator[Checked]:
    """The steps of a run; a configuration on the way that cannot be used ends it. Raises ``TonecheckError`` at once for
    a baseline that cannot be used."""
    steps = _all_steps(run)
    path = run.keeping.baseline
    return steps if path is None else _without_known(steps, run.found, run.keeping, path)


def _all_steps(run: Run) -> Iterator[Checked]:
    from tonecheck.cli.progress import with_progress
    from tonecheck.discover import discover
    from tonecheck.errors import TonecheckError
    from tonecheck.reports.report import Checked
    from tonecheck.run import check_files, told

    check_one, check_stdin = _checks(run.found, run.context_in, run.mending, run.keeping.ignores)
    try:
        if "-" in run.asked:
            name = run.stdin_filename or "-"
            if run.mending.fix or run.mending.diff:
                from tonecheck.cli.delivery import through_standard_output

                yield from through_standard_output(check_stdin, name, run.mending.diff)
            else:
                yield from told(check_stdin(name, sys.stdin.buffer), named=True)
        files = discover((path for path in run.asked if path != "-"), run.found.rules)
        if run.keeping.baseline is not None:
            from tonecheck.baseline import without_baseline

            files = without_baseline(files, run.keeping.baseline)
        steps = check_files(check_one, files)
        yield from steps if run.mending.by_hand else with_progress(steps)
    except TonecheckError as error:
        yield Checked(problems=error.problems)


def _checks(
    found: Project, context_in: Callable[[str], Context], mending: Mending, ignores: bool
) -> tuple[CheckFile, CheckFile]:
    """What is done with each file, and with standard input."""
    from functools import cache, lru_cache, partial

    from tonecheck.engine.library import Library
    from tonecheck.run import check_file
    from tonecheck.suppress import Ignoring

    # All that one run reads is one library.
    library = Library()
    person = _person(found) if mending.by_hand else None

    @cache
    def examiners(folder: str, settings: Settings) -> tuple[Callable[..., Examined], Callable[..., Examined]]:
        linter = found.linter(folder, settings)
        return partial(linter.examine, library=library), lru_cache(maxsize=10_000)(linter.examine)

    def check(path: str, file: BinaryIO, is_stdin: bool = False) -> Iterator[Checked]:
        folder, settings = os.path.dirname(path), found.of_file(path)
        examine, alone = examiners(folder, settings)
        context = context_in(path)
        linter = found.linter(folder, settings)
        ignoring = Ignoring(tuple(linter.rulebook.rules), linter.active) if ignores else None
        if not (mending.fix or mending.diff):
            return check_file(examine, context, path, file, ignoring)
        from tonecheck.cli.delivery import as_difference, into_files, into_memory
        from tonecheck.fix_file import Fixing, fix_file

        deliver = as_difference if mending.diff else into_memory if is_stdin else into_files
        fixing = Fixing(examine, alone, deliver(context.encoding), mending.unsafe, ignoring)
        if person is not None:
            from tonecheck.cli.by_hand import fix_by_hand

            return fix_by_hand(fixing, person, context, path, file)
        return fix_file(fixing, context, path, file)

    return check, partial(check, is_stdin=True)


def _person(found: Project) -> Person:
    from tonecheck.cli.asking import person_at, this_terminal
    from tonecheck.cli.output import style_for
    from tonecheck.reports.report import Report

    return person_at(this_terminal(), Report((), found.passages), style_for("auto"))


def _without_known(steps: Iterator[Checked], found: Project, keeping: Keeping, path: str) -> Iterator[Checked]:
    """Steps without what the baseline knows. It is read at once: where it is broken, nothing is checked."""
    from tonecheck.baseline import open_baseline, without_known
    from tonecheck.suppress import UNUSED

    unused = frozenset(() if keeping.ignores else (UNUSED,))

    def left_out(path: str) -> frozenset[str]:
        return unused | found.linter(os.path.dirname(path), found.of_file(path)).left_out()

    return without_known(steps, open_baseline(path, keeping.use), keeping.use, left_out)
