"""``tonecheck fix``: ``check --fix`` under a name of its own, and with ``--interactive`` one finding at a time."""

from __future__ import annotations

import inspect
import sys
from typing import Annotated, Any

import typer

from tonecheck.cli.check import check
from tonecheck.cli.output import usage_error

# What makes no sense where the purpose is to fix.
_LEFT_OUT = frozenset(("fix", "interactive", "show_replies"))


def fix(
    interactive: Annotated[
        bool, typer.Option("--interactive", "-i", help="Ask about each finding; also rewrites with blanks to fill.")
    ] = False,
    **options: Any,
) -> None:
    """Put better words into the files: the safe rewrites, or those that you accept.

    Exit status: as of check, of what is left.
    """
    if interactive:
        _needs_terminal(options)
        options["interactive"] = True
    check(fix=True, **options)


def _needs_terminal(options: dict[str, Any]) -> None:
    if "-" in (options["paths"] or ()):
        usage_error("--interactive asks on standard input, so it cannot read a reply there: name a file")
    if options["diff"] or options["unsafe_fixes"]:
        usage_error("--interactive asks about every rewrite: leave out --diff and --unsafe-fixes")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        usage_error("--interactive needs a terminal to ask at; without one, use --diff to see what would change")


def _signature() -> inspect.Signature:
    """The options of ``check`` that fixing has too, behind its own: each is written once."""
    own = [one for one in inspect.signature(fix, eval_str=True).parameters.values() if one.name != "options"]
    shared = [one for one in inspect.signature(check, eval_str=True).parameters.values() if one.name not in _LEFT_OUT]
    return inspect.Signature([shared[0], *own, *shared[1:]])


fix.__signature__ = _signature()  # type: ignore[attr-defined]
