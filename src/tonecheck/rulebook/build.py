"""From the checked values of a rule file to rules and signals."""

from __future__ import annotations

from typing import Any, NamedTuple, cast

from tonecheck.errors import Problem
from tonecheck.model import LANGUAGES, Language
from tonecheck.rulebook.nodes import Located
from tonecheck.rulebook.parsing import Parser
from tonecheck.rulebook.patterns import PatternError, compile_phrase
from tonecheck.rulebook.rule import Cue, Excuse, Finder, Phrase, Phrases, Rewrite, Rule, Signal, When
from tonecheck.rulebook.schema import PROSE
from tonecheck.rulebook.template import whole, whole_words

Values = dict[str, Any]
_LONGEST_SHOWN = 60
_KINDS = ("phrases", "count", "missing", "repeat", "measure", "masked", "twin")
_SETTINGS = {
    "phrases": {"where", "case", "edges", "clitics", "each", "first"},
    "count": {"where", "case", "edges", "clitics", "at_least", "one_in", "max_words", "within"},
    "missing": {"where", "place"},
    "repeat": {"where"},
    "measure": {"where", "over"},
    "masked": set(),
    "twin": set(),
}


class Builder(NamedTuple):
    """What building a file needs: its path, what makes templates, where to put problems, and whether
    its patterns are known to be valid."""

    path: str
    parser: Parser
    problems: list[Problem]
    trusted: bool = False

    def report(self, where: object, message: str, hint: str = "") -> None:
        line, column = (where.line, where.column) if isinstance(where, Located) else (1, 1)
        self.problems.append(Problem(self.path, line, column, message, hint))


def phrases(builder: Builder, by_language: Values, settings: Values) -> Phrases:
    """The phrases by language; a pattern that cannot be used becomes a problem at its place."""
    return {
        str(language): tuple(
            phrase for item in items if (phrase := _phrase(builder, language, item, settings)) is not None
        )
        for language, items in by_language.items()
    }


def _phrase(builder: Builder, language: str, item: Located | Values, settings: Values) -> Phrase | None:
    values: Values = item if isinstance(item, dict) else {"pattern": item}
    if "pattern" not in values:
        return None
    try:
        phrase = compile_phrase(
            values["pattern"],
            cast("Language", language),
            builder.parser,
            cased=settings.get("case") == "exact",
            word_edges=settings.get("edges") != "none",
            clitics=bool(settings.get("clitics")),
            trusted=builder.trusted,
        )
    except PatternError as error:
        builder.report(values["pattern"], f"{error.message}: {_short(values['pattern'])!r}", error.hint)
        return None
    replace = values.get("replace")
    apply = values.get("apply", "manual")
    return phrase._replace(replace=None if replace is None else str(replace), apply=cast("Any", str(apply)))


def _short(pattern: str) -> str:
    return pattern if len(pattern) <= _LONGEST_SHOWN else pattern[: _LONGEST_SHOWN - 1] + "…"


def finder(builder: Builder, values: Values, owner: object) -> Finder | None:
    """One finder, or None with a problem when it is not exactly one of the kinds or has settings of another kind."""
    kinds = [kind for kind in _KINDS if kind in values]
    if len(kinds) != 1:
        builder.report(owner, f"a finder has exactly one of {', '.join(_KINDS)}", "split it in two")
        return None
    kind = kinds[0]
    for key in values:
        if key != kind and key not in _SETTINGS[kind]:
            allowed = ", ".join(sorted(_SETTINGS[kind])) or "nothing"
            builder.report(owner, f"a {kind} finder has no setting {key!r}", f"it takes {allowed}")
    found = phrases(builder, values[kind], values) if kind in ("phrases", "count") else {}
    if kind == "measure" and "over" not in values:
        builder.report(values["measure"], "a measure finder needs 'over'", "add the number above which it flags")
    return Finder(
        kind=cast("Any", kind),
        where=cast("Any", _strings(values.get("where", PROSE))),
        phrases=found,
        signal=str(values.get("missing", "")),
        place=cast("Any", str(values.get("place", "closing"))),
        at_least=values.get("at_least", 1),
        one_in=values.get("one_in", 0),
        max_words=values.get("max_words", 0),
        within=cast("Any", str(values.get("within", "reply"))),
        words=values[kind].get("words", 0) if kind in ("repeat", "twin") else 0,
        measure=str(values.get("measure", "")),
        over=values.get("over", 0),
        each=values.get("each", False),
        first=values.get("first", False),
        sentence=values["repeat"].get("sentence", 0) if kind == "repeat" else 0,
        masks=_strings(values.get("masked", ())),
        alike=values["twin"].get("alike", 100) if kind == "twin" else 0,
    )


def excuses(builder: Builder, items: list[Values], owner: object) -> tuple[Excuse, ...]:
    return tuple(excuse for values in items if (excuse := _excuse(builder, values, owner)) is not None)


def _excuse(builder: Builder, values: Values, owner: object) -> Excuse | None:
    if ("signal" in values) == ("phrases" in values):
        builder.report(owner, "an excuse has either a signal or phrases", "split it in two")
        return None
    return Excuse(
        within=cast("Any", str(values.get("within", "sentence"))),
        signal=str(values.get("signal", "")),
        phrases=phrases(builder, values.get("phrases", {}), values),
        where=cast("Any", _strings(values.get("where", ()))),
    )


def rewrites(builder: Builder, by_language: Values) -> tuple[Rewrite, ...]:
    """The rewrites; at most one of a language may be applied, and never one with a blank."""
    built = []
    for language, items in by_language.items():
        applied = 0
        for item in items:
            values: Values = item if isinstance(item, dict) else {"text": item}
            text, apply = values.get("text", ""), str(values.get("apply", "manual"))
            applied += apply != "manual"
            if apply != "manual" and "[…]" in text:
                builder.report(text, "a rewrite with a blank cannot be applied", "leave 'apply' out")
            if applied > 1:
                builder.report(text, f"two rewrites of {language} are to be applied", "leave 'apply' at the better one")
                applied = 1
            only = values.get("only")
            pattern = _only(builder, only, cast("Language", language)) if only else ""
            replaces = cast("Any", str(values.get("replaces", "sentence")))
            built.append(Rewrite(str(text), cast("Language", language), replaces, cast("Any", apply), pattern))
    return tuple(built)


def _only(builder: Builder, pattern: Located, language: Language) -> str:
    try:
        phrase = compile_phrase(pattern, language, builder.parser)
        return whole_words(whole(phrase.template, builder.parser.parts))
    except PatternError as error:
        builder.report(pattern, error.message, error.hint)
        return ""


def when(values: Values) -> When:
    return When(
        channel=_strings(values.get("channel", ())),
        kind=_strings(values.get("kind", ())),
        complete=values.get("complete"),
        customer_known=values.get("customer_known"),
        min_words=values.get("min_words", 0),
        signals=_strings(values.get("signals", ())),
        any_signal=_strings(values.get("any_signal", ())),
        no_signal=_strings(values.get("no_signal", ())),
    )


def rule(builder: Builder, values: Values) -> Rule:
    """The rule of a file's values; what is wrong is reported to the builder."""
    owner = values.get("id")
    finders = tuple(found for item in values.get("find", ()) if (found := finder(builder, item, owner)) is not None)
    spoken = {
        str(language)
        for item in values.get("find", ())
        for key in ("phrases", "count")
        for language in item.get(key, ())
    }
    languages = values.get("languages") or (
        [language for language in LANGUAGES if language in spoken] or list(LANGUAGES)
    )
    return Rule(
        id=str(values.get("id", "")),
        category=str(values.get("category", "team")),
        severity=cast("Any", str(values.get("severity", "warning"))),
        passages=_strings(values.get("passages", ())),
        summary=_line(values.get("summary", "")),
        message=_line(values.get("message", "")),
        why=_line(values.get("why", "")),
        finders=finders,
        when=when(values.get("when", {})),
        unless=excuses(builder, values.get("unless", []), owner),
        yields_to=_strings(values.get("yields_to", ())),
        rewrites=rewrites(builder, values.get("rewrites", {})),
        languages=cast("Any", _strings(languages)),
    )


def changed(builder: Builder, base: Rule, values: Values) -> Rule:
    """A rule of another pack with a change file's additions."""
    owner = values.get("change")
    added = tuple(found for item in values.get("find", ()) if (found := finder(builder, item, owner)) is not None)
    new_rewrites = rewrites(builder, values.get("rewrites", {}))
    replaced = {rewrite.language for rewrite in new_rewrites}
    return base._replace(
        severity=cast("Any", str(values.get("severity", base.severity))),
        message=_line(values.get("message", base.message)),
        finders=base.finders + added,
        unless=base.unless + excuses(builder, values.get("unless", []), owner),
        rewrites=tuple(rewrite for rewrite in base.rewrites if rewrite.language not in replaced) + new_rewrites,
    )


def signal(builder: Builder, values: Values) -> Signal:
    threshold = values.get("threshold", 1)
    cues = tuple(
        Cue(cue.get("weight", threshold), phrases(builder, cue.get("phrases", {}), cue))
        for cue in values.get("cues", ())
    )
    return Signal(
        id=str(values.get("id", "")),
        on=cast("Any", str(values.get("on", "reply"))),
        summary=_line(values.get("summary", "")),
        threshold=threshold,
        cues=cues,
        unless=excuses(builder, values.get("unless", []), values.get("id")),
    )


def _strings(values: object) -> tuple[str, ...]:
    return tuple(str(value) for value in cast("Any", values))


def _line(text: object) -> str:
    return " ".join(str(text).split())
