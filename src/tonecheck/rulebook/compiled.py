"""A rulebook as JSON: what a run reads instead of the YAML.

Reading and checking the YAML of the built-in rules costs many times what a whole check does. So the rulebook is kept in
a compiled form, keyed by the content of its files: beside the rules when the package is built, else in the user's
cache. It is plain data, safe to delete and never unpickled.
"""

from __future__ import annotations

import json
from typing import Any

from tonecheck.rulebook.phrases import encode
from tonecheck.rulebook.rule import Cue, Excuse, Finder, Phrases, Preset, Rewrite, Rule, Rulebook, Signal, When
from tonecheck.rulebook.template import Parts

FORMAT = 4
"""Raised whenever the shape of a compiled rulebook changes."""


def dump(rulebook: Rulebook) -> str:
    """The rulebook as JSON text; every noun is an array in the order of its fields, phrases are strings."""
    document = {
        "format": FORMAT,
        "rules": [_plain_rule(rule) for rule in rulebook.rules.values()],
        "signals": [_plain_signal(signal) for signal in rulebook.signals.values()],
        "presets": list(rulebook.presets.values()),
        "passages": rulebook.passages,
        "parts": ["\ue019".join(listed) for listed in rulebook.parts],
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def restore(text: str) -> Rulebook:
    """The rulebook of a JSON text made by ``dump``. Raises ``ValueError`` for any other text."""
    try:
        document: dict[str, Any] = json.loads(text)
        if document["format"] != FORMAT:
            raise ValueError("another format")
        rules = [_rule(values) for values in document["rules"]]
        signals = [_signal(values) for values in document["signals"]]
        presets = [Preset(*values) for values in document["presets"]]
        return Rulebook(
            {rule.id: rule for rule in rules},
            {signal.id: signal for signal in signals},
            {preset.id: preset for preset in presets},
            document["passages"],
            Parts(*(listed.split("\ue019") if listed else [] for listed in document["parts"])),
        )
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError("not a compiled rulebook") from error


def _plain_rule(rule: Rule) -> Rule:
    finders = tuple(finder._replace(phrases=_encoded(finder.phrases)) for finder in rule.finders)
    return rule._replace(finders=finders, unless=_plain_excuses(rule.unless))


def _plain_signal(signal: Signal) -> Signal:
    cues = tuple(cue._replace(phrases=_encoded(cue.phrases)) for cue in signal.cues)
    return signal._replace(cues=cues, unless=_plain_excuses(signal.unless))


def _plain_excuses(excuses: tuple[Excuse, ...]) -> tuple[Excuse, ...]:
    return tuple(excuse._replace(phrases=_encoded(excuse.phrases)) for excuse in excuses)


def _encoded(phrases: Phrases) -> Phrases:
    return dict(encode(phrases))


def _excuses(values: list[list[Any]]) -> tuple[Excuse, ...]:
    return tuple(Excuse(item[0], item[1], item[2], tuple(item[3])) for item in values)


def _finder(values: list[Any]) -> Finder:
    found = Finder(values[0], tuple(values[1]), *values[2:])
    return found._replace(masks=tuple(found.masks))


def _when(values: list[Any]) -> When:
    fields: list[Any] = [tuple(value) if isinstance(value, list) else value for value in values]
    return When(*fields)


def _rule(values: list[Any]) -> Rule:
    fields = dict(zip(Rule._fields, values, strict=True))
    fields["passages"] = tuple(fields["passages"])
    fields["finders"] = tuple(_finder(item) for item in fields["finders"])
    fields["when"] = _when(fields["when"])
    fields["unless"] = _excuses(fields["unless"])
    fields["yields_to"] = tuple(fields["yields_to"])
    fields["rewrites"] = tuple(Rewrite(*item) for item in fields["rewrites"])
    fields["languages"] = tuple(fields["languages"])
    return Rule(**fields)


def _signal(values: list[Any]) -> Signal:
    fields = dict(zip(Signal._fields, values, strict=True))
    fields["cues"] = tuple(Cue(*item) for item in fields["cues"])
    fields["unless"] = _excuses(fields["unless"])
    return Signal(**fields)
