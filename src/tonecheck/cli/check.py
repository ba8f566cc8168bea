"""``tonecheck check``: files, folders or standard input to findings, and with ``--fix`` to better words in place."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tonecheck import __version__
from tonecheck.cli.inputs import customer_message, encoding_name, inputs, names, profile_given
from tonecheck.cli.output import FOUND, Colour, FailOn, OutputFormat, deliver, exit_status, usage_error
from tonecheck.cli.output_file import output_to
from tonecheck.cli.steps import Keeping, Mending, Run, run_steps
from tonecheck.model import Channel, Kind

if TYPE_CHECKING:
    from tonecheck.baseline import Use
    from tonecheck.cli.settings import Project
    from tonecheck.sources.source import Context

BodyName = Literal["auto", "plain", "html", "markdown"]
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
    kind: Annotated[
        Kind | None,
        typer.Option(help="A draft for one customer, or a canned reply.", show_default="canned in a library"),
    ] = None,
    select: Annotated[
        Names, typer.Option(metavar="RULES", help="Only these rules or categories, separated by commas.")
    ] = None,
    extend_select: Annotated[
        Names,
        typer.Option(metavar="RULES", help="These rules or categories besides, also where a preset has them off."),
    ] = None,
    ignore: Annotated[Names, typer.Option(metavar="RULES", help="Not these rules or categories.")] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Put the safe rewrites into the files.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: also those that rewrite a whole sentence.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")] = False,
    show_fixes: Annotated[bool, typer.Option("--show-fixes", help="List the fixes that were made.")] = False,
    interactive: Annotated[bool, typer.Option("--interactive", hidden=True)] = False,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Exit with 1 for findings at least this severe.", show_default="warning")
    ] = None,
    output_format: Annotated[
        OutputFormat | None, typer.Option(help="How findings are written.", show_default="full")
    ] = None,
    pack: Annotated[Names, typer.Option(metavar="FOLDER", help="A rule pack to add; may be given again.")] = None,
    preset: Annotated[
        str | None, typer.Option(metavar="NAME", help="Which rules are on and how severe they are.")
    ] = None,
    config: Annotated[
        Names,
        typer.Option(metavar="FILE|KEY=VALUE", help="A configuration file, or a setting in TOML; may be given again."),
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no configuration files.")] = False,
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
    encoding: Annotated[
        str | None, typer.Option(help="Of files without a byte-order mark.", show_default="utf-8")
    ] = None,
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
    no_ignores: Annotated[
        bool, typer.Option("--no-ignores", help="Take no notice of 'tonecheck: ignore' in libraries.")
    ] = False,
    baseline: Annotated[
        str | None, typer.Option(metavar="FILE", help="Do not show the findings that this file knows.")
    ] = None,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="Write the findings of this run into the baseline.")
    ] = False,
    prune_baseline: Annotated[
        bool, typer.Option("--prune-baseline", help="Take what is no longer found out of the baseline.")
    ] = False,
    output_file: Annotated[str | None, typer.Option(metavar="FILE", help="Write the report there.")] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Numbers of findings instead of the findings.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Findings only, no line of counts.")] = False,
    color: Annotated[Colour, typer.Option(help="Colour in the output.")] = "auto",
) -> None:
    """Check replies for their tone.

    Exit status: 0 nothing found at or above --fail-on, 1 findings, 2 something could not be done.
    """
    from tonecheck.cli.settings import common_folder, context_of, given_options, project
    from tonecheck.config import Options, Settings
    from tonecheck.errors import TonecheckError
    from tonecheck.reports import EDIT_FORMATS
    from tonecheck.reports.report import Checked, Report
    from tonecheck.sources.source import Context

    asked = inputs(paths, stdin_filename)
    if unsafe_fixes and not (fix or diff):
        usage_error("--unsafe-fixes goes with --fix or --diff")
    mending = Mending(fix, unsafe_fixes, diff, interactive)
    keeping = Keeping(not no_ignores, baseline, _use(baseline, update_baseline, prune_baseline, diff))
    message = customer_message(customer)
    given = given_options(
        extends=pack,
        preset=preset,
        select=names(select),
        extend_select=names(extend_select),
        ignore=names(ignore),
        channel=channel,
        kind=kind,
        fail_on=fail_on,
        output_format=output_format,
        encoding=None if encoding is None else encoding_name(encoding),
        exclude=names(exclude),
        force_exclude=force_exclude or None,
        gitignore=False if no_gitignore else None,
        all_replies=all_replies or None,
    )
    try:
        found = project(Options(tuple(config or ()), isolated, given, os.environ), asked, stdin_filename)
        settings = found.run
        place = profile_given(field, column, path, profile, body, settings.profiles)
        context = Context(message, waited_hours=waited, edits=settings.output_format in EDIT_FORMATS)

        def context_in(path: str) -> Context:
            return context_of(found.of_file(path), context, place)

        if show_replies:
            _show_replies(asked, stdin_filename, context_in, found)
        # What is wrong with its rules is to be said before anything is read.
        found.linter(common_folder(asked, stdin_filename), settings)
        steps = run_steps(Run(found, asked, stdin_filename, context_in, mending, keeping))
    except TonecheckError as error:
        # Through the report all the same: a program that asked for JSON gets its errors there.
        settings = Settings(output_format=output_format or "full", fail_on=fail_on or "warning")
        report = Report((Checked(problems=error.problems),), {})
    else:
        report = Report(steps, found.passages, found.rulebook, __version__)
    # The fixed text, or the difference, is what standard output is for then.
    aside = diff or (fix and "-" in asked)
    with output_to(output_file, sys.stderr if aside else sys.stdout) as stream:
        summary = deliver(
            report,
            settings.output_format,
            color,
            quiet=diff or interactive,
            show_fixes=show_fixes,
            fixing=fix or diff,
            stream=stream,
            summary_line=not quiet,
            statistics=statistics,
        )
    status = exit_status(summary, settings.fail_on)
    raise typer.Exit(FOUND if not status and diff and summary.fixed and settings.fail_on != "never" else status)


def _use(baseline: str | None, update: bool, prune: bool, diff: bool) -> Use:
    if (update or prune) and baseline is None:
        usage_error("--update-baseline and --prune-baseline go with --baseline FILE")
    if update and prune:
        usage_error("--update-baseline prunes too: give one of the two")
    if (update or prune) and diff:
        usage_error("--diff changes nothing, not the baseline either")
    return "update" if update else "prune" if prune else "compare"


def _show_replies(
    asked: list[str], stdin_filename: str | None, context_in: Callable[[str], Context], found: Project
) -> None:
    from tonecheck.cli.replies import show_replies

    raise typer.Exit(show_replies(asked, stdin_filename, context_in, found.rules))
