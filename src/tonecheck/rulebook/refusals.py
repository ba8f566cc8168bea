"""What a pack is refused for once all of it is known: names that do not exist, and rules without tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tonecheck.errors import Problem, did_you_mean
from tonecheck.model import LANGUAGES
from tonecheck.rulebook.build import Values
from tonecheck.rulebook.nodes import Located
from tonecheck.rulebook.packfiles import PackFile, of_kind
from tonecheck.rulebook.rule import Case, Rule, Signal


def _named_signals(values: Values) -> Iterator[Located]:
    for found in values.get("find", ()):
        if "missing" in found:
            yield found["missing"]
    for excuse in values.get("unless", ()):
        if "signal" in excuse:
            yield excuse["signal"]
    for key in ("signals", "any_signal", "no_signal"):
        yield from values.get("when", {}).get(key, ())


def refuse_unknown_signals(files: list[PackFile], signals: Iterable[str], problems: list[Problem]) -> None:
    for file in of_kind(files, "find", "change", "cues"):
        for name in _named_signals(file.values):
            if name not in signals:
                message = f"there is no signal {str(name)!r}"
                problems.append(Problem(file.path, name.line, name.column, message, did_you_mean(name, tuple(signals))))


def refuse_circular_signals(files: list[PackFile], signals: Mapping[str, Signal], problems: list[Problem]) -> None:
    """A signal that is excused by itself, also by way of others, could never be found."""
    for file in of_kind(files, "cues"):
        id = file.values["id"]
        seen: set[str] = set()
        ahead = [id]
        while ahead:
            known = signals.get(ahead.pop())
            for excuse in known.unless if known else ():
                if excuse.signal == id:
                    message = f"signal {str(id)!r} is excused by itself"
                    problems.append(Problem(file.path, id.line, id.column, message, "break the circle in 'unless'"))
                    ahead = []
                    break
                if excuse.signal and excuse.signal not in seen:
                    seen.add(excuse.signal)
                    ahead.append(excuse.signal)


def refuse_unknown_rules(files: list[PackFile], rules: Iterable[str], problems: list[Problem]) -> None:
    for file in of_kind(files, "find"):
        for name in file.values.get("yields_to", ()):
            if name not in rules:
                message = f"there is no rule {str(name)!r} to yield to"
                problems.append(Problem(file.path, name.line, name.column, message, did_you_mean(name, tuple(rules))))


def refuse_untested(
    files: list[PackFile], rules: dict[str, Rule], tests: tuple[Case, ...], problems: list[Problem]
) -> None:
    have = {(case.path, case.language, case.flag) for case in tests}
    for file in of_kind(files, "find", "cues"):
        id = file.values["id"]
        spoken = rules[id].languages if file.kind == "find" and id in rules else LANGUAGES
        if file.kind == "cues":
            spoken = tuple(
                language
                for language in LANGUAGES
                if any(language in cue.get("phrases", {}) for cue in file.values["cues"])
            )
        yes, no = ("flag", "pass") if file.kind == "find" else ("found", "absent")
        for language in spoken:
            for flag, key in ((True, yes), (False, no)):
                if (file.path, language, flag) not in have:
                    message = f"{id} has no {key} case in {language}"
                    problems.append(Problem(file.path, id.line, id.column, message, f"add tests: {language}: {key}:"))
