"""The nouns of tonecheck: what goes in (a reply), what it is read as (a document) and what comes out (findings).

Every offset is a code point offset into ``Reply.text``, counted from 0; ``end`` is exclusive. Nothing here imports
anything of ours.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import Literal, NamedTuple, get_args

Severity = Literal["error", "warning", "suggestion"]
Applicability = Literal["safe", "unsafe", "manual"]
Channel = Literal["email", "chat", "social"]
Kind = Literal["draft", "canned"]
Language = Literal["en", "bn", "bn-Latn"]
SentenceLanguage = Literal["en", "bn", "bn-Latn", "mixed"]
Zone = Literal["subject", "greeting", "opening", "body", "closing", "sign-off", "signature"]

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
CHANNELS: tuple[Channel, ...] = get_args(Channel)
KINDS: tuple[Kind, ...] = get_args(Kind)
LANGUAGES: tuple[Language, ...] = get_args(Language)
ZONES: tuple[Zone, ...] = get_args(Zone)


@dataclass(frozen=True, slots=True)
class Reply:
    """One draft or canned reply and what is known around it.

    ``customer`` is the message being answered, ``waited_hours`` how long the customer has waited for this reply in
    hours, ``language`` the reply's language where the caller knows it. Raises ``ValueError`` for a channel, kind or
    language that does not exist, ``TypeError`` for a text that is no string.
    """

    text: str
    _: KW_ONLY
    customer: str | None = None
    channel: Channel = "email"
    waited_hours: float | None = None
    kind: Kind = "draft"
    language: Language | None = None
    id: str | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise TypeError(f"Reply.text must be a string, not {type(self.text).__name__}")
        if not isinstance(self.customer, str | None):
            raise TypeError(f"Reply.customer must be a string or None, not {type(self.customer).__name__}")
        for name, value, known in (
            ("channel", self.channel, CHANNELS),
            ("kind", self.kind, KINDS),
            ("language", self.language, (None, *LANGUAGES)),
        ):
            if value not in known:
                choices = ", ".join(repr(choice) for choice in known)
                raise ValueError(f"Reply.{name} is {value!r}; use one of {choices}")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words to put in the place of ``reply.text[start:end]``; an empty span inserts."""

    text: str
    start: int
    end: int
    applicability: Applicability


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule speaks. ``match`` is ``reply.text[start:end]``; what is missing is an empty span at the
    place where it belongs."""

    rule: str
    severity: Severity
    language: Language
    message: str
    start: int
    end: int
    match: str
    passages: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]


class Folded(NamedTuple):
    """A text as patterns see it, and the way back: character ``i`` of ``text`` stands for the original's code points
    ``starts[i]`` to ``ends[i]``."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


class Sentence(NamedTuple):
    """One sentence of the agent's (or the customer's) prose.

    ``folded`` is what patterns run on: canonical, one apostrophe, one kind of space, case folded, masked spans replaced
    (see ``text.mask``). ``cased`` is the same with the case kept, for patterns about capitals.
    """

    start: int
    end: int
    folded: Folded
    cased: Folded
    language: SentenceLanguage
    reads: frozenset[Language]
    zone: Zone
    paragraph: int
    words: int


class Mask(NamedTuple):
    """A span of the reply that is not the agent's own prose."""

    start: int
    end: int
    kind: str


class Document(NamedTuple):
    """A reply as the engine reads it.

    ``sentences`` are the agent's own, in order, subject and sign-off included, quoted mail and signature left out.
    ``customer`` are the sentences of the customer's message (given, or quoted under the draft), empty when unknown.
    ``opening_at`` and ``closing_at`` are the offsets where a missing first or last sentence belongs, ``greeting_at``
    where a missing greeting does. ``words`` counts the prose, greeting and sign-off left out.
    """

    reply: Reply
    sentences: tuple[Sentence, ...]
    customer: tuple[Sentence, ...]
    masks: tuple[Mask, ...]
    language: Language
    complete: bool
    words: int
    greeting_at: int
    opening_at: int
    closing_at: int
