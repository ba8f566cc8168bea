"""Phrases by language, in a compiled rulebook as one string a language until they are asked for.

A text is read by one or two languages; the phrases of the others need not even be made.
"""

from __future__ import annotations

from typing import Any, cast

from tonecheck.model import Applicability
from tonecheck.rulebook.rule import Phrase, PhraseLanguage, Phrases

# Private-use characters, as in templates: between the fields of a phrase, and between phrases.
_FIELD, _PHRASE = "\ue018", "\ue019"


def in_language(phrases: Phrases, language: PhraseLanguage) -> tuple[Phrase, ...]:
    """The phrases of one language; made from their string the first time, and kept."""
    found = phrases.get(language, ())
    if isinstance(found, str):
        found = tuple(_phrase(text, language) for text in found.split(_PHRASE))
        phrases[language] = found
    return found


def encode(phrases: Phrases) -> dict[str, str]:
    """Each language's phrases as one string."""
    return {
        language: _PHRASE.join(map(_text, in_language(phrases, cast("Any", language))))
        for language, found in phrases.items()
        if found
    }


def _text(phrase: Phrase) -> str:
    needs = ",".join(map(str, phrase.needs))
    marks = ("c" if phrase.cased else "") + ("e" if phrase.edges else "")
    fields = [phrase.template, needs, marks]
    if phrase.replace is not None:
        fields += [phrase.apply, phrase.replace]
    return _FIELD.join(fields)


def _phrase(text: str, language: PhraseLanguage) -> Phrase:
    template, needs, marks, *replacement = text.split(_FIELD)
    numbers = tuple(map(int, needs.split(","))) if needs else ()
    if not replacement:
        return Phrase(template, language, numbers, "c" in marks, "e" in marks)
    apply = cast("Applicability", replacement[0])
    return Phrase(template, language, numbers, "c" in marks, "e" in marks, replacement[1], apply)
