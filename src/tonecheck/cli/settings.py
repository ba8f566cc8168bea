"""What the configuration and the options say of a run and of each of its files."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tonecheck.config import Lookup, Options, Settings, lookup
from tonecheck.discover import Rules

if TYPE_CHECKING:
    from tonecheck.linter import Linter
    from tonecheck.rulebook.rule import Rule
    from tonecheck.sources.profile import Profile
    from tonecheck.sources.source import Context

Names = list[str] | None


class Project(NamedTuple):
    """``run`` is what holds for the run as a whole; ``of_file`` and ``rules`` what holds for a file, and for what is
    taken in a folder. ``passages`` and ``rulebook`` are those of the linters made so far. All but ``run`` raise
    ``ConfigError`` where a configuration on the way cannot be used."""

    run: Settings
    of_file: Callable[[str], Settings]
    rules: Callable[[str], Rules]
    linter: Callable[[str, Settings], Linter]
    passages: dict[str, str]
    rulebook: dict[str, Rule]


def project(options: Options, asked: list[str], stdin_filename: str | None = None) -> Project:
    """The settings for the inputs asked for. Raises ``ConfigError`` when those of the run cannot be used."""
    found = lookup(options)
    folder = common_folder(asked, stdin_filename)
    passages: dict[str, str] = {}
    rules: dict[str, Rule] = {}
    linters = _linters(found, passages, rules)
    return Project(found.of_folder(folder), found.of_file, _rules(found), linters, passages, rules)


def given_options(**options: object) -> dict[str, object]:
    """The options of the command line that were given, by the keys of their settings."""
    return {name.replace("_", "-"): value for name, value in options.items() if value is not None}


def common_folder(asked: list[str], stdin_filename: str | None = None) -> str:
    """The folder that all inputs are in: its settings are those of the run."""
    paths = [os.path.abspath((stdin_filename or "-") if path == "-" else path) for path in asked]
    try:
        return os.path.commonpath([path if os.path.isdir(path) else os.path.dirname(path) for path in paths])
    except ValueError:  # none, or on several drives
        return "."


def context_of(settings: Settings, asked: Context, profile: Profile | None) -> Context:
    """What is known of the replies of a file: of ``asked`` what no configuration says. ``profile`` is that of the
    command line."""
    return asked._replace(
        channel=settings.channel,
        kind=settings.kind,
        language=settings.language,
        encoding=settings.encoding,
        profile=profile or _named(settings),
        profiles=settings.profiles,
        skipped=settings.all_replies,
    )


def _named(settings: Settings) -> Profile | None:
    if settings.profile is None:
        return None
    from tonecheck.sources.profiles import builtin_profiles

    known = (*settings.profiles, *builtin_profiles())
    return next((profile for profile in known if profile.name == settings.profile), None)


def _rules(found: Lookup) -> Callable[[str], Rules]:
    def rules(folder: str) -> Rules:
        settings = found.of_folder(folder)
        return Rules(force=settings.force_exclude, gitignore=settings.gitignore, excludes=settings.exclude)

    return rules


def _linters(found: Lookup, passages: dict[str, str], rulebook: dict[str, Rule]) -> Callable[[str, Settings], Linter]:
    """Makes the linter of a file in a folder, once for the same settings, and notes its rules and their passages."""
    from tonecheck.linter import linter_of

    made: dict[object, Linter] = {}
    alike: dict[object, Linter] = {}

    @cache
    def linter(folder: str, settings: Settings) -> Linter:
        rules = settings.rules
        if rules not in made:
            # Those with the same rules share what is compiled of them.
            same = rules.packs, rules.limits
            made[rules] = linter_of(rules, found.layers(folder), like=alike.get(same))
            alike.setdefault(same, made[rules])
            passages.update(made[rules].rulebook.passages)
            rulebook.update(made[rules].rulebook.rules)
        return made[rules]

    return linter
