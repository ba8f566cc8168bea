"""``tonecheck check``: files, folders or standard input to findings, and with ``--fix`` to better words in place."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple, cast

import typer

from tonecheck.cli.inputs import customer_message, encoding_name, inputs, names, profile_given
from tonecheck.cli.output import FOUND, Colour, FailOn, OutputFormat, deliver, exit_status, usage_error
from tonecheck.model import Channel, Kind

if TYPE_CHECKING:
    from tonecheck.config import Config
    from tonecheck.discover import Rules
    from tonecheck.linter import Linter
    from tonecheck.reports.report import Checked
    from tonecheck.sources.source import Context

BodyName = Literal["auto", "plain", "html", "markdown"]
Names = list[str] | None


class Mending(NamedTuple):
    """What is to be done with fixes: made, also the unsafe ones, or only shown as a difference."""

    fix: bool
    unsafe: bool
    diff: bool


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
    kind: Annotated[
        Kind | None,
        typer.Option(help="A draft for one customer, or a canned reply.", show_default="canned in a library"),
    ] = None,
    select: Annotated[
        Names, typer.Option(metavar="RULES", help="Only these rules or categories, separated by commas.")
    ] = None,
    ignore: Annotated[Names, typer.Option(metavar="RULES", help="Not these rules or categories.")] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Put the safe rewrites into the files.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: also those that rewrite a whole sentence.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")] = False,
    fail_on: Annotated[FailOn, typer.Option(help="Exit with 1 for findings at least this severe.")] = "warning",
    output_format: Annotated[OutputFormat, typer.Option(help="How findings are written.")] = "full",
    pack: Annotated[Names, typer.Option(metavar="FOLDER", help="A rule pack to add; may be given again.")] = None,
    preset: Annotated[
        str | None, typer.Option(metavar="NAME", help="Which rules are on and how severe they are.")
    ] = None,
    config: Annotated[str | None, typer.Option(metavar="FILE", help="A configuration file.")] = None,
    field: Annotated[
        str | None, typer.Option(metavar="NAME", help="The replies are the values of this name, at any depth.")
    ] = None,
    column: Annotated[
        str | None, typer.Option(metavar="NAME", help="The replies are in this column: its name or its number.")
    ] = None,
    path: Annotated[
        str | None, typer.Option(metavar="PATH", help="The replies are at this path, such as macros[].body.")
    ] = None,
    profile: Annotated[
        str | None, typer.Option(metavar="NAME", help="Read files with this profile; see 'tonecheck sources'.")
    ] = None,
    body: Annotated[BodyName, typer.Option(help="What those replies are written in.")] = "auto",
    all_replies: Annotated[
        bool, typer.Option("--all-replies", help="Also internal notes and replies that are not in use.")
    ] = False,
    show_replies: Annotated[
        bool, typer.Option("--show-replies", help="Show which replies are found where, and check nothing.")
    ] = False,
    encoding: Annotated[str, typer.Option(help="Of files without a byte-order mark.")] = "utf-8",
    exclude: Annotated[
        Names, typer.Option(metavar="PATTERN", help="Leave these out of folders, as in a .gitignore.")
    ] = None,
    force_exclude: Annotated[
        bool, typer.Option("--force-exclude", help="Leave excluded files out even when they are named.")
    ] = False,
    no_gitignore: Annotated[
        bool, typer.Option("--no-gitignore", help="Take files in folders although Git ignores them.")
    ] = False,
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

    asked = inputs(paths, stdin_filename)
    if unsafe_fixes and not (fix or diff):
        usage_error("--unsafe-fixes goes with --fix or --diff")
    mending = Mending(fix, unsafe_fixes, diff)
    message = customer_message(customer)
    try:
        settings = _config(config)
        context = Context(
            message,
            channel or cast("Channel | None", settings.channel),
            waited,
            kind,
            encoding=encoding_name(encoding),
            profile=profile_given(field, column, path, profile, body, settings.profiles),
            profiles=settings.profiles,
            skipped=all_replies,
        )
        rules = _discovery(settings, names(exclude) or [], force_exclude, not no_gitignore)
        if show_replies:
            _show_replies(asked, stdin_filename, context, rules)
        linter = _linter(settings, pack or [], preset, names(select), names(ignore) or [])
    except TonecheckError as error:
        # Through the report all the same: a program that asked for JSON gets its errors there.
        report = Report((Checked(problems=error.problems),), {})
    else:
        report = Report(_steps(linter, asked, stdin_filename, context, rules, mending), linter.rulebook.passages)
    # The fixed text, or the difference, is what standard output is for then.
    aside = diff or (fix and "-" in asked)
    summary = deliver(report, output_format, color, quiet=diff, stream=sys.stderr if aside else sys.stdout)
    status = exit_status(summary, fail_on)
    raise typer.Exit(FOUND if not status and diff and summary.fixed and fail_on != "never" else status)


def _steps(
    linter: Linter,
    asked: list[str],
    stdin_filename: str | None,
    context: Context,
    rules: Rules,
    mending: Mending,
) -> Iterator[Checked]:
    from functools import lru_cache, partial

    from tonecheck.cli.progress import with_progress
    from tonecheck.discover import discover
    from tonecheck.engine.library import Library
    from tonecheck.run import CheckFile, check_file, check_files, told

    # All that one run reads is one library.
    examine = partial(linter.examine, library=Library())
    check_one: CheckFile = partial(check_file, examine, context)
    check_stdin = check_one
    if mending.fix or mending.diff:
        from tonecheck.cli.delivery import as_difference, into_files, into_memory
        from tonecheck.fix_file import Fixing, fix_file

        alone = lru_cache(maxsize=10_000)(linter.examine)
        deliver = as_difference if mending.diff else into_files
        fixing = Fixing(examine, alone, deliver(context.encoding), mending.unsafe)
        check_one = check_stdin = partial(fix_file, fixing, context)
        if not mending.diff:
            check_stdin = partial(fix_file, fixing._replace(deliver=into_memory(context.encoding)), context)
    if "-" in asked:
        name = stdin_filename or "-"
        if mending.fix or mending.diff:
            from tonecheck.cli.delivery import through_standard_output

            yield from through_standard_output(check_stdin, name, mending.diff)
        else:
            yield from told(check_stdin(name, sys.stdin.buffer), named=True)
    yield from with_progress(check_files(check_one, discover((path for path in asked if path != "-"), rules)))


def _show_replies(asked: list[str], stdin_filename: str | None, context: Context, rules: Rules) -> None:
    from tonecheck.cli.replies import show_replies

    raise typer.Exit(show_replies(asked, stdin_filename, context, rules))


def _config(path: str | None) -> Config:
    from tonecheck.config import Config, read_config

    return Config() if path is None else read_config(path)


def _discovery(settings: Config, exclude: list[str], force: bool, gitignore: bool) -> Rules:
    from tonecheck.discover import Rules

    return Rules((*settings.exclude, *exclude), settings.folder, force, gitignore)


def _linter(settings: Config, packs: list[str], preset: str | None, select: Names, ignore: list[str]) -> Linter:
    """The linter of the configuration, with what the command line says on top."""
    from tonecheck.linter import Linter

    return Linter(
        packs=(*settings.packs, *packs),
        preset=preset or settings.preset,
        select=settings.select if select is None else select,
        ignore=(*settings.ignore, *ignore),
        severities=settings.severities,
    )
