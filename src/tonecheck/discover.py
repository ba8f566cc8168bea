"""Paths on the command line to the files to check."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tonecheck.errors import Problem
from tonecheck.sources import SUFFIXES, suffix

if TYPE_CHECKING:
    from tonecheck.ignored import Ignored

# Folders of other people's files, which nobody checks.
_FOREIGN = frozenset(("node_modules", "site-packages", "venv", "__pycache__"))
# Files about a repository, of every one of which a folder of replies may have one; no reply is called so.
_ABOUT = frozenset(
    (
        "readme",
        "changelog",
        "changes",
        "contributing",
        "license",
        "code_of_conduct",
        "security",
        "requirements",
        "robots",
    )
)
_TEXTS = frozenset((".md", ".markdown", ".txt", ".html"))


class Found(NamedTuple):
    """A file to check; ``named`` when it stood on the command line itself and was not found in a folder."""

    path: str
    named: bool


class Rules(NamedTuple):
    """What to leave out: patterns as in a ``.gitignore``, relative to ``base``; with ``force`` named files are taken
    like those of a folder: a program named them, which knows nothing of our formats. ``gitignore``: files that Git
    ignores are left out of folders. ``excludes`` are more patterns, with the folders that they are relative to."""

    exclude: tuple[str, ...] = ()
    base: str = "."
    force: bool = False
    gitignore: bool = True
    excludes: tuple[tuple[str, tuple[str, ...]], ...] = ()


def discover(paths: Iterable[str], rules: Rules | Callable[[str], Rules] | None = None) -> Iterator[Found | Problem]:
    """The files behind ``paths``, each once, in the order given and sorted within a folder. The rules may differ from
    folder to folder.

    A file named outright is taken even when it is excluded, unless the rules force it. A folder is walked for the
    suffixes that a source exists for; hidden files and folders, those that Git ignores and the excluded ones are passed
    over, and links to folders are not followed. A path that does not exist or a folder that cannot be read is a
    ``Problem``.
    """
    same = rules if isinstance(rules, Rules) else Rules()
    rules_in: Callable[[str], Rules] = rules if callable(rules) else lambda folder: same
    excluded = cache(_excluded)
    seen: set[str] = set()
    for path in paths:
        for found in _under(path, rules_in, lambda folder: excluded(rules_in(folder))):
            if isinstance(found, Problem):
                yield found
            elif (key := os.path.normpath(found.path)) not in seen:
                seen.add(key)
                yield found


def _under(
    path: str, rules_in: Callable[[str], Rules], excluded_in: Callable[[str], Ignored | None]
) -> Iterator[Found | Problem]:
    is_folder = os.path.isdir(path)
    around = path if is_folder else os.path.dirname(path)
    rules, excluded = rules_in(around), excluded_in(around)
    if excluded and rules.force and excluded.ignores(path, is_folder):
        return
    if not is_folder:
        known = os.path.lexists(path)
        yield Found(path, not rules.force) if known else Problem(path, 0, 0, "no such file or folder", "check the path")
        return
    ignored = _git_ignored(path) if rules.gitignore else None
    unreadable: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=unreadable.append):
        if ignored is not None:
            ignored.enter(folder)
        excluded = excluded_in(folder)

        def wanted(name: str, is_folder: bool, folder: str = folder, excluded: Ignored | None = excluded) -> bool:
            whole = os.path.join(folder, name)
            return not (
                name.startswith(".")
                or (excluded is not None and excluded.ignores(whole, is_folder))
                or (ignored is not None and ignored.ignores(whole, is_folder))
            )

        folders[:] = sorted(name for name in folders if name not in _FOREIGN and wanted(name, True))
        for name in sorted(files):
            if suffix(name) in SUFFIXES and not _is_about(name) and wanted(name, False):
                yield Found(os.path.normpath(os.path.join(folder, name)), False)
    for error in unreadable:
        reason = error.strerror or "cannot be read"
        yield Problem(str(error.filename), 0, 0, f"this folder cannot be read: {reason}", "check its permissions")


def _is_about(name: str) -> bool:
    return suffix(name) in _TEXTS and name.partition(".")[0].lower() in _ABOUT


def _excluded(rules: Rules) -> Ignored | None:
    if not rules.exclude and not rules.excludes:
        return None
    from tonecheck.ignored import Ignored

    excluded = Ignored()
    for base, patterns in (*rules.excludes, (rules.base, rules.exclude)):
        if patterns:
            excluded.add(base, patterns)
    return excluded


def _git_ignored(path: str) -> Ignored:
    # The patterns are read by a library, which a run over named files does not need.
    from tonecheck.ignored import git_ignored

    return git_ignored(path)
