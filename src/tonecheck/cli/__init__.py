"""The command line: one module per verb, with a function of the same name whose parameters are its options.

A new verb is a module and its name in ``VERBS``.
"""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.main import get_command

from tonecheck import __version__

VERBS = ("check", "explain", "rules", "test")


def command(arguments: list[str]) -> Any:
    """The command for these arguments: a named verb alone, or all of them when help is wanted or the name is wrong."""
    app = typer.Typer(
        name="tonecheck",
        context_settings={"help_option_names": ["-h", "--help"]},
        no_args_is_help=True,
        # Rich would be imported for every usage error, and must not see a draft in any case.
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(_tonecheck)
    for verb in arguments[:1] if arguments and arguments[0] in VERBS else VERBS:
        app.command(verb)(getattr(import_module(f"tonecheck.cli.{verb}"), verb))
    return get_command(app)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tonecheck {__version__}")
        raise typer.Exit


def _tonecheck(
    version: Annotated[
        bool,
        typer.Option("--version", "-V", help="Show the version and stop.", callback=_print_version, is_eager=True),
    ] = False,
) -> None:
    """Says where the tone of a reply will lose the customer, why, and what to write instead."""
