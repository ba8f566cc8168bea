"""A rule pack's files to one ``Rulebook``, with every error of every file reported at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tonecheck.errors import Problem, RuleError, did_you_mean
from tonecheck.rulebook import build, cases
from tonecheck.rulebook.build import Builder
from tonecheck.rulebook.files import pack_paths
from tonecheck.rulebook.nodes import Located
from tonecheck.rulebook.packfiles import PackFile, of_kind, read_packs
from tonecheck.rulebook.parsing import Parser, Vocabulary
from tonecheck.rulebook.patterns import PatternError, expand
from tonecheck.rulebook.refusals import (
    refuse_circular_signals,
    refuse_unknown_rules,
    refuse_unknown_signals,
    refuse_untested,
)
from tonecheck.rulebook.rule import Case, Preset, Rule, Rulebook, Signal, named_groups
from tonecheck.rulebook.template import NO_PARTS
from tonecheck.text.normalise import canonical

NO_RULES = Rulebook({}, {}, {}, {}, NO_PARTS)


class Loaded(NamedTuple):
    """A rulebook and the tests of the packs that were read for it."""

    rulebook: Rulebook
    cases: tuple[Case, ...]


def load(packs: Iterable[str], base: Rulebook = NO_RULES, *, trusted: bool = False) -> Loaded:
    """Load packs on top of ``base``, later ones adding to and changing earlier ones. Raises ``RuleError`` with all
    problems of all files. The patterns of ``trusted`` packs are not compiled to see whether they are valid, which takes
    most of the time."""
    problems: list[Problem] = []
    files = read_packs(packs, problems)
    parser = Parser(base.parts)
    _add_vocabulary(files, parser, problems)
    signals = base.signals | _signals(files, parser, problems, trusted)
    rules, off = _rules(files, parser, base.rules, problems, trusted)
    presets = base.presets | _presets(files, rules, problems)
    passages = {key: str(text) for file in of_kind(files, "passages") for key, text in file.values.items()}
    tests = tuple(_cases(files, problems))
    refuse_unknown_signals(files, signals, problems)
    refuse_circular_signals(files, signals, problems)
    refuse_unknown_rules(files, rules, problems)
    refuse_untested(files, rules, tests, problems)
    if problems:
        raise RuleError(*sorted(problems))
    book = Rulebook(
        rules={id: rules[id] for id in sorted(rules) if id not in off},
        signals=dict(sorted(signals.items())),
        presets=dict(sorted(presets.items())),
        passages=base.passages | passages,
        parts=parser.parts,
    )
    return Loaded(book, tuple(case for case in tests if case.subject not in off))


def read_cases(packs: Iterable[str], subject: str) -> tuple[Case, ...]:
    """The cases of one rule or signal, read from the files that may hold them without building the rest. Files with
    problems are passed over: ``load`` is there to report them."""
    problems: list[Problem] = []
    paths = [path for pack in packs for path in pack_paths(pack) if _names(path, subject)]
    return tuple(case for case in _cases(read_packs(paths, problems), problems) if case.subject == subject)


def _names(path: str, subject: str) -> bool:
    try:
        with open(path, "rb") as stream:
            return subject.encode() in stream.read()
    except OSError:
        return False


def _add_vocabulary(files: list[PackFile], parser: Parser, problems: list[Problem]) -> None:
    vocabulary: Vocabulary = {}
    places: list[tuple[str, tuple[str, str], Located]] = []
    for file in of_kind(files, "pieces"):
        language = str(file.values["language"])
        for name, texts in file.values["pieces"].items():
            if (language, str(name)) in vocabulary:
                message = f"there is a {language} piece {str(name)!r} in another file of these packs"
                problems.append(Problem(file.path, name.line, name.column, message, "give it another name"))
            alternatives = texts if isinstance(texts, list) else [texts]
            vocabulary[language, str(name)] = tuple(canonical(text) for text in alternatives)
            places += [(file.path, (language, str(name)), text) for text in alternatives]
    known = parser.vocabulary | vocabulary
    for path, key, text in places:
        try:
            expand(text, key[0], known)
        except PatternError as error:
            problems.append(Problem(path, text.line, text.column, error.message, error.hint))
            vocabulary.pop(key, None)
    parser.add(vocabulary)


def _signals(files: list[PackFile], parser: Parser, problems: list[Problem], trusted: bool) -> dict[str, Signal]:
    signals = {}
    for file in of_kind(files, "cues"):
        signal = build.signal(Builder(file.path, parser, problems, trusted), file.values)
        signals[signal.id] = signal
    return signals


def _rules(
    files: list[PackFile], parser: Parser, base: dict[str, Rule], problems: list[Problem], trusted: bool
) -> tuple[dict[str, Rule], set[str]]:
    rules = dict(base)
    paths = dict.fromkeys(base, "the built-in rules")
    off: set[str] = set()
    for file in of_kind(files, "find"):
        builder = Builder(file.path, parser, problems, trusted)
        rule = build.rule(builder, file.values)
        if rule.id in rules:
            builder.report(file.values["id"], f"there is a rule {rule.id!r} already", f"see {paths[rule.id]}")
        rules[rule.id] = rule
        paths[rule.id] = file.path
        _refuse_silent(builder, rule, file.values["id"])
    for file in of_kind(files, "change"):
        builder = Builder(file.path, parser, problems, trusted)
        target = file.values["change"]
        if target not in rules:
            builder.report(target, f"there is no rule {str(target)!r} to change", did_you_mean(target, tuple(rules)))
            continue
        rules[target] = build.changed(builder, rules[target], file.values)
        if file.values.get("enabled") is False:
            off.add(str(target))
    return rules, off


def _refuse_silent(builder: Builder, rule: Rule, where: object) -> None:
    # A twin finder always has its words to give.
    given = {"twin", "name"} if any(finder.kind == "twin" for finder in rule.finders) else set()
    always = {
        rewrite.language
        for rewrite in rule.rewrites
        if not rewrite.only and given.issuperset(named_groups(rewrite.text))
    }
    for language in rule.languages:
        if language not in always:
            message = f"rule {rule.id} has no rewrite in {language} that always fits"
            builder.report(where, message, f"add one without {{group}} and 'only' to rewrites: {language}:")


def _presets(files: list[PackFile], rules: dict[str, Rule], problems: list[Problem]) -> dict[str, Preset]:
    presets = {}
    for file in of_kind(files, "rules"):
        values = file.values
        severities = {}
        for id, entry in values["rules"].items():
            if id not in rules and isinstance(id, Located):
                message = f"preset {values['id']} names a rule that does not exist: {str(id)!r}"
                problems.append(Problem(file.path, id.line, id.column, message, did_you_mean(id, tuple(rules))))
            severities[str(id)] = str(entry["severity"])
        presets[str(values["id"])] = Preset(str(values["id"]), str(values["summary"]), severities)
    return presets


def _cases(files: list[PackFile], problems: list[Problem]) -> Iterator[Case]:
    for file in files:
        builder = Builder(file.path, Parser(), problems)
        tests = file.values.get("tests", {})
        if file.kind == "find":
            yield from cases.rule_cases(builder, str(file.values["id"]), tests)
        elif file.kind == "change":
            yield from cases.rule_cases(builder, str(file.values["change"]), tests)
        elif file.kind == "cues":
            yield from cases.signal_cases(builder, str(file.values["id"]), tests)
