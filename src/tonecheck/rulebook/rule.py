"""The nouns of a rulebook. All of them are plain tuples, so that a rulebook can be kept as JSON and compared."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tonecheck.model import Applicability, Language, Severity, Zone
from tonecheck.rulebook.template import Parts

PhraseLanguage = Literal["en", "bn", "bn-Latn", "any"]
FinderKind = Literal["phrases", "missing", "count", "repeat", "measure", "masked", "twin"]
Within = Literal["match", "sentence", "next", "neighbours", "after", "reply", "every"]
Place = Literal["greeting", "opening", "closing"]


class Phrase(NamedTuple):
    """One pattern. ``needs`` are the groups of literals (see ``template``) without which it cannot match; without any
    it always runs. ``edges``: whole words only. ``replace`` is the text for the matched words."""

    template: str
    language: PhraseLanguage
    needs: tuple[int, ...]
    cased: bool = False
    edges: bool = True
    replace: str | None = None
    apply: Applicability = "manual"


Phrases = dict[str, tuple[Phrase, ...] | str]
"""Phrases by language. A string stands for phrases not made yet; read them with ``phrases.in_language``."""


class Finder(NamedTuple):
    """One way in which a rule finds its findings.

    ``where`` are the zones it looks at. ``signal`` is what is missing (kind ``missing``) and ``place`` where it
    belongs. ``at_least``, ``one_in`` (at least one in so many words), ``max_words`` and ``within`` belong to ``count``;
    ``words`` and ``sentence`` (so many words in a row, in a whole sentence) to ``repeat``; ``measure`` and ``over`` to
    ``measure``; ``masks`` (their kinds) to ``masked``; ``alike`` and ``words`` to ``twin``. With ``each``
    every match is a finding of its own, else one a sentence is enough; with ``first`` only the first sentence of the
    zones is looked at.
    """

    kind: FinderKind
    where: tuple[Zone, ...]
    phrases: Phrases = {}
    signal: str = ""
    place: Place = "closing"
    at_least: int = 1
    one_in: int = 0
    max_words: int = 0
    within: Literal["sentence", "reply"] = "reply"
    words: int = 0
    measure: str = ""
    over: float = 0
    each: bool = False
    first: bool = False
    sentence: int = 0
    masks: tuple[str, ...] = ()
    alike: int = 0


class When(NamedTuple):
    """What must hold for a rule to run at all; an empty field asks nothing."""

    channel: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    complete: bool | None = None
    customer_known: bool | None = None
    min_words: int = 0
    signals: tuple[str, ...] = ()
    any_signal: tuple[str, ...] = ()
    no_signal: tuple[str, ...] = ()


class Excuse(NamedTuple):
    """What takes a match back: a signal or a phrase, within the match, its sentence, the neighbourhood or the reply, or
    in every sentence of the prose."""

    within: Within
    signal: str = ""
    phrases: Phrases = {}
    where: tuple[Zone, ...] = ()


class Rewrite(NamedTuple):
    """Words to send instead. ``{group}`` takes the words of a named group of the pattern; a rewrite that names a group
    which did not match is left out. ``only`` is a pattern that the sentence must match."""

    text: str
    language: Language
    replaces: Literal["sentence", "match", "reply"] = "sentence"
    apply: Applicability = "manual"
    only: str = ""


def named_groups(text: str) -> tuple[str, ...]:
    """The ``{group}`` names in a rewrite, in order."""
    pieces = text.split("{")[1:]
    return tuple(name for name, close, _ in (piece.partition("}") for piece in pieces) if close and name.isidentifier())


class Rule(NamedTuple):
    """One rule, whole but for its tests."""

    id: str
    category: str
    severity: Severity
    passages: tuple[str, ...]
    summary: str
    message: str
    why: str
    finders: tuple[Finder, ...]
    when: When
    unless: tuple[Excuse, ...]
    yields_to: tuple[str, ...]
    rewrites: tuple[Rewrite, ...]
    languages: tuple[Language, ...]


class Cue(NamedTuple):
    """Phrases of a signal that weigh the same."""

    weight: int
    phrases: Phrases


class Signal(NamedTuple):
    """A named cue, found once per document in the reply or in the customer's message: it is there when the weights of
    the different phrases found add up to ``threshold``."""

    id: str
    on: Literal["reply", "customer"]
    summary: str
    threshold: int
    cues: tuple[Cue, ...]
    unless: tuple[Excuse, ...]


class Preset(NamedTuple):
    """Which rules are on and how severe: rule id to a severity or ``off``."""

    id: str
    summary: str
    severities: dict[str, str]


class Rulebook(NamedTuple):
    """All that the engine needs, keyed by id, in the order of the ids. ``parts`` is what the phrases' templates have
    in common."""

    rules: dict[str, Rule]
    signals: dict[str, Signal]
    presets: dict[str, Preset]
    passages: dict[str, str]
    parts: Parts


class Case(NamedTuple):
    """One test of a rule or a signal, with where it stands. ``marks`` are the spans that must be flagged."""

    subject: str
    language: Language
    flag: bool
    text: str
    marks: tuple[tuple[int, int], ...]
    given: dict[str, object]
    rewrite: str | None
    path: str
    line: int
    column: int
