"""The fixes of a run and what more there is to fix, in lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tonecheck.reports.report import Checked, FixMade, Located
from tonecheck.reports.terminal import one_line


def fix_lines(fixes: Iterable[FixMade]) -> Iterator[str]:
    """A line for each fix: where its words begin in the file as it is now, the rule, the words before and after."""
    for fix in fixes:
        place = f"{one_line(fix.path)}:{fix.place.line}:{fix.place.column}"
        yield f"{place}: fixed[{one_line(fix.rule)}] {_words(fix)}\n"


def fixable(step: Checked) -> tuple[int, int]:
    """How many findings of a step ``--fix`` would see to, and how many more ``--unsafe-fixes``."""
    best = [_best(located) for located in step.findings]
    return best.count("safe"), best.count("unsafe")


def hint(safe: int, unsafe: int, *, fixing: bool) -> str:
    """What to say of findings that could be fixed, ``fixing`` when ``--fix`` was given; empty when there are none."""
    more = "more " if safe or fixing else ""
    parts = []
    if safe and not fixing:
        parts.append(f"{safe} fixable with --fix")
    if unsafe:
        option = "--unsafe-fixes" if fixing or safe else "--fix --unsafe-fixes"
        parts.append(f"{unsafe} {more}{'' if more else 'fixable '}with {option}")
    return ", ".join(parts)


def _best(located: Located) -> str:
    if located.not_fixed:
        return ""
    offered = [suggestion.applicability for suggestion in located.finding.suggestions]
    return next((one for one in ("safe", "unsafe") if one in offered), "")


def _words(fix: FixMade) -> str:
    before, after = (one_line(" ".join(words.split())) for words in (fix.before, fix.after))
    if not before:
        return f"put in: {after}"
    return f"{before} → {after}" if after else f"left out: {before}"
