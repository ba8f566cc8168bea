"""Findings of today set apart from those that a team knew of: a baseline is used, written anew, or pruned.

A finding is known by its file, its rule, its words and their sentence, never by its line. As many findings are known as
the baseline counts; one more that is the same, or one with other words, is new.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Literal

from tonecheck.baseline_file import Baseline, Entry, read_baseline, read_for_update, write_baseline
from tonecheck.discover import Found
from tonecheck.errors import Problem
from tonecheck.fingerprints import fingerprint
from tonecheck.reports.report import Checked, Located

STDIN = "-"
"""The path of standard input that has no name: nothing of it is ever known."""

Use = Literal["compare", "update", "prune"]
"""What is done with a baseline: findings are compared with it, it is written anew with those of this run, or it loses
the entries that this run does not find."""


def open_baseline(path: str, use: Use) -> Baseline:
    """The baseline in a file, for one of these uses. Raises ``ConfigError`` when the file cannot be used so."""
    return read_for_update(path) if use == "update" else read_baseline(path)


def without_baseline(files: Iterable[Found | Problem], baseline: str) -> Iterator[Found | Problem]:
    """Files without the baseline itself, which a folder may hold under a name like those of replies."""
    own = os.path.realpath(baseline)
    return (found for found in files if isinstance(found, Problem) or os.path.realpath(found.path) != own)


def without_known(
    steps: Iterable[Checked],
    baseline: Baseline,
    use: Use = "compare",
    left_out: Callable[[str], Container[str]] = lambda path: (),
) -> Iterator[Checked]:
    """Steps without the findings that the baseline knows, or that it is to know from now on. Of a file that was read,
    ``left_out`` gives the rules that were not looked for: their entries stay, and those of files that are there but
    were not read. The last step tells of entries that are no longer found. The file is written just before it: a run
    that is not heard to its end writes nothing."""
    folder = os.path.dirname(os.path.abspath(baseline.path))
    found: Counter[Entry] = Counter()
    read: dict[str, Container[str]] = {}
    troubled: set[str] = set()
    for step in steps:
        troubled |= {key_of(problem.path, folder) for problem in step.problems}
        if step.path is not None:
            read[key_of(step.path, folder)] = left_out(step.path)
        new: list[Located] = []
        for located in step.findings:
            entry = entry_of(located, folder)
            found[entry] += 1
            if entry.path == STDIN or (use != "update" and found[entry] > baseline.counts.get(entry, 0)):
                new.append(located)
        known = len(step.findings) - len(new)
        yield step._replace(findings=tuple(new), known=known) if known else step
    gone = {
        entry: count - found[entry]
        for entry, count in baseline.counts.items()
        if found[entry] < count and _is_gone(entry, read, troubled, folder)
    }
    if use != "compare":
        yield _written(baseline, found if use == "update" else {}, gone)
    elif gone:
        told = "1 entry of the baseline is" if len(gone) == 1 else f"{len(gone)} entries of the baseline are"
        yield Checked(notes=(f"{told} no longer found: --prune-baseline",))


def entry_of(located: Located, folder: str) -> Entry:
    """What a finding is in a baseline whose file is in ``folder``."""
    own = fingerprint(located.finding.rule, located.excerpt, located.occurrence)
    return Entry(key_of(located.path, folder), located.finding.rule, own)


def key_of(path: str, folder: str) -> str:
    """A path as every machine writes it: relative to ``folder``, with ``/``. Standard input without a name is ``-``."""
    if path == STDIN:
        return path
    whole = os.path.abspath(path)
    try:
        own = os.path.relpath(whole, folder)
    except ValueError:  # on another drive
        own = whole
    if not own.isascii():
        from unicodedata import normalize

        own = normalize("NFC", own)
    return own.replace(os.sep, "/")


def _is_gone(entry: Entry, read: Mapping[str, Container[str]], troubled: set[str], folder: str) -> bool:
    """Whether a finding that was not found would have been: its file was read to its end, with its rule, or is no more.
    What is in an archive is read with it."""
    parts = entry.path.split("/")
    above = ["/".join(parts[:length]) for length in range(len(parts), 0, -1)]
    if not troubled.isdisjoint(above):
        return False
    for path in above:
        if path in read:
            return entry.rule not in read[path]
    whole = os.path.join(folder, entry.path)
    return not os.path.exists(whole) and not any(os.path.isfile(os.path.join(folder, path)) for path in above)


def _written(baseline: Baseline, found: Mapping[Entry, int], gone: Mapping[Entry, int]) -> Checked:
    old = {entry: count - gone.get(entry, 0) for entry, count in baseline.counts.items()}
    new = {entry: max(count, found.get(entry, 0)) for entry, count in old.items()}
    new |= {entry: count for entry, count in found.items() if entry not in old and entry.path != STDIN}
    counts = {entry: count for entry, count in new.items() if count}
    try:
        write_baseline(baseline._replace(counts=counts))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        hint = "check the path and its permissions"
        return Checked(problems=(Problem(baseline.path, 0, 0, f"the baseline cannot be written: {reason}", hint),))
    added = sum(count > baseline.counts.get(entry, 0) for entry, count in counts.items())
    size = "1 entry" if len(counts) == 1 else f"{len(counts)} entries"
    return Checked(notes=(f"the baseline has {size}: {added} added, {len(gone)} no longer found and taken out",))
