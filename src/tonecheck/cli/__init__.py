"""The command line: one module per verb, with a function of the same name whose parameters are its options.

A new verb is a module and its name in ``VERBS``.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.main import get_command

from tonecheck import __version__

VERBS = ("check", "config", "explain", "fix", "init", "rules", "sources", "test")
# Verbs that have verbs of their own: each is the function of that name in the module beside it.
UNDER = {"rules": {"new": "new_rule"}}


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
        function = getattr(import_module(f"tonecheck.cli.{verb}"), verb)
        if verb in UNDER:
            app.add_typer(_group(verb, function), name=verb)
        else:
            app.command(verb)(function)
    return get_command(app)


def _group(verb: str, function: Callable[..., None]) -> typer.Typer:
    """A verb that does something by itself, and has others under it."""
    group = typer.Typer(invoke_without_command=True, rich_markup_mode=None, subcommand_metavar="[COMMAND]")
    group.callback()(function)
    for name, module in UNDER[verb].items():
        group.command(name)(getattr(import_module(f"tonecheck.cli.{module}"), module))
    return group


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
