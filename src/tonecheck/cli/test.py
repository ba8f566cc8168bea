"""``tonecheck test``: the tests inside rule files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from tonecheck.cli.output import CLEAN, FOUND, write

if TYPE_CHECKING:
    from tonecheck.rulebook.rule import Case, Rulebook
    from tonecheck.ruletest import Verdict


def test(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATHS]...", help="Rule packs or rule files; the built-in rules if none."),
    ] = None,
) -> None:
    """Run the tests inside rule files.

    Exit status: 0 all as they should be, 1 some are not, 2 the rules cannot be used.
    """
    from tonecheck.ruletest import verdicts

    rulebook, cases = _cases(paths or [])
    failed = 0

    def failures() -> Iterator[str]:
        nonlocal failed
        for verdict in verdicts(rulebook, cases):
            if verdict.failure:
                failed += 1
                yield _told(verdict)

    write(failures())
    counted = f"{len(cases)} case" if len(cases) == 1 else f"{len(cases)} cases"
    if not cases:
        counted = "warning: 0 cases"
    print(f"{failed} of {counted} failed" if failed else f"{counted} passed", file=sys.stderr)
    raise typer.Exit(FOUND if failed else CLEAN)


def _cases(paths: list[str]) -> tuple[Rulebook, list[Case]]:
    """The rules that the paths need, and the cases that stand in the paths."""
    from tonecheck.rulebook.catalog import builtin_pack, rulebook
    from tonecheck.rulebook.files import pack_paths
    from tonecheck.rulebook.loading import load

    builtin = builtin_pack()
    own = {os.path.realpath(path) for path in pack_paths(builtin)}
    wanted = {path: {os.path.realpath(file) for file in pack_paths(path)} for path in paths}
    packs = [path for path, files in wanted.items() if not files <= own]
    if paths and len(packs) == len(wanted):
        loaded = load(packs, rulebook())
    else:
        # Files of the built-in rules are loaded with their pack: on top of it they would be there twice.
        loaded = load((builtin, *packs))
    files = set().union(*wanted.values()) if paths else own
    return loaded.rulebook, [case for case in loaded.cases if os.path.realpath(case.path) in files]


def _told(verdict: Verdict) -> str:
    from tonecheck.reports.terminal import one_line

    case = verdict.case
    place = f"{case.path}:{case.line}:{case.column}"
    told = f"{one_line(place)}: {verdict.failure}: {one_line(verdict.detail)}\n  {one_line(case.text)}\n"
    return told + (f"  to do: {one_line(verdict.advice)}\n" if verdict.advice else "")
