"""``tonecheck check``: files, folders or standard input to findings."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from tonecheck.cli.output import Colour, FailOn, deliver, exit_status, usage_error
from tonecheck.model import Channel, Kind

if TYPE_CHECKING:
    from tonecheck.linter import Linter
    from tonecheck.reports.report import Checked
    from tonecheck.sources.source import Context

OutputFormat = Literal["full", "concise", "json", "jsonl"]
Names = list[str] | None


def check(
    paths: Annotated[
        Names, typer.Argument(metavar="[PATHS|-]...", help="Files, folders, or - for standard input.")
    ] = None,
    customer: Annotated[
        str | None, typer.Option(metavar="TEXT|@FILE", help="The customer's message that is being answered.")
    ] = None,
    channel: Annotated[Channel | None, typer.Option(help="Where the reply will be sent.", show_default="email")] = None,
    waited: Annotated[
        float | None, typer.Option(min=0, metavar="HOURS", help="How long the customer has waited for this reply.")
    ] = None,
    kind: Annotated[Kind, typer.Option(help="A draft for one customer, or a canned reply.")] = "draft",
    select: Annotated[
        Names, typer.Option(metavar="RULES", help="Only these rules or categories, separated by commas.")
    ] = None,
    ignore: Annotated[Names, typer.Option(metavar="RULES", help="Not these rules or categories.")] = None,
    fail_on: Annotated[FailOn, typer.Option(help="Exit with 1 for findings at least this severe.")] = "warning",
    output_format: Annotated[OutputFormat, typer.Option(help="How findings are written.")] = "full",
    pack: Annotated[Names, typer.Option(metavar="FOLDER", help="A rule pack to add; may be given again.")] = None,
    preset: Annotated[
        str | None, typer.Option(metavar="NAME", help="Which rules are on and how severe they are.")
    ] = None,
    config: Annotated[str | None, typer.Option(metavar="FILE", help="A configuration file.")] = None,
    stdin_filename: Annotated[
        str | None, typer.Option(metavar="NAME", help="The name of what comes in on standard input.")
    ] = None,
    color: Annotated[Colour, typer.Option(help="Colour in the output.")] = "auto",
) -> None:
    """Check replies for their tone.

    Exit status: 0 nothing found at or above --fail-on, 1 findings, 2 something could not be done.
    """
    from tonecheck.errors import TonecheckError
    from tonecheck.reports.report import Checked, Report
    from tonecheck.sources.source import Context

    inputs = _inputs(paths, stdin_filename)
    message = _customer(customer)
    try:
        linter, usual_channel = _linter(config, pack or [], preset, _names(select), _names(ignore) or [])
    except TonecheckError as error:
        # Through the report all the same: a program that asked for JSON gets its errors there.
        report = Report((Checked(problems=error.problems),), {})
    else:
        context = Context(message, channel or usual_channel, waited, kind)
        report = Report(_steps(linter, inputs, stdin_filename, context), linter.rulebook.passages)
    raise typer.Exit(exit_status(deliver(report, output_format, color), fail_on))


def _steps(linter: Linter, inputs: list[str], stdin_filename: str | None, context: Context) -> Iterator[Checked]:
    from functools import partial

    from tonecheck.discover import discover
    from tonecheck.engine.library import Library
    from tonecheck.run import check_file, check_files

    # All that one run reads is one library.
    examine = partial(linter.examine, library=Library())
    if "-" in inputs:
        yield from check_file(examine, stdin_filename or "-", sys.stdin.buffer, context)
    yield from check_files(examine, discover(path for path in inputs if path != "-"), context)


def _inputs(paths: Names, stdin_filename: str | None) -> list[str]:
    """The inputs asked for; with none, what is piped in."""
    inputs = paths or (["-"] if _is_piped() else [])
    if not inputs:
        usage_error("nothing to check: name files or folders, or - to read standard input")
    if stdin_filename and "-" not in inputs:
        usage_error("--stdin-filename goes with - (standard input)")
    return inputs


def _is_piped() -> bool:
    # A terminal or /dev/null is nothing to read; waiting for it would look like a hang.
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (AttributeError, OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode)


def _customer(given: str | None) -> str | None:
    if given is None or not given.startswith("@"):
        return given
    from tonecheck.errors import InputError
    from tonecheck.sources.decode import decode

    path = given[1:]
    try:
        with open(path, "rb") as file:
            return decode(file.read(), path)
    except OSError as error:
        usage_error(f"--customer: {path}: {error.strerror}; give the path of a text file after @, or the text itself")
    except InputError as error:
        usage_error(f"--customer: {error}")


def _names(given: Names) -> Names:
    """Option values, each with names separated by commas, as one list."""
    return None if given is None else [name for part in given for name in part.replace(",", " ").split()]


def _linter(
    path: str | None, packs: list[str], preset: str | None, select: Names, ignore: list[str]
) -> tuple[Linter, Channel]:
    """The linter and the usual channel: the configuration file's, with what the command line says on top."""
    from tonecheck.linter import Linter

    if path is None:
        return Linter(packs=packs, preset=preset, select=select, ignore=ignore), "email"
    from tonecheck.config import read_config

    config = read_config(path)
    linter = Linter(
        packs=(*config.packs, *packs),
        preset=preset or config.preset,
        select=config.select if select is None else select,
        ignore=(*config.ignore, *ignore),
        severities=config.severities,
    )
    return linter, cast("Channel", config.channel or "email")
