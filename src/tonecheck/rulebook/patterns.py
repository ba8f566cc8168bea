"""From what a rule's author writes to the pattern that runs: vocabulary, canonical letters, word edges, clitics."""

from __future__ import annotations

import regex

from tonecheck.errors import did_you_mean
from tonecheck.rulebook.nodes import Located
from tonecheck.rulebook.parsing import Parser, Vocabulary
from tonecheck.rulebook.rule import Phrase, PhraseLanguage
from tonecheck.text.normalise import canonical

_PIECE = regex.compile(r"(?<!\\[pPN])\{([a-z][a-z0-9_]*)\}")
_DEEPEST = 12


class PatternError(ValueError):
    """A pattern that cannot be used: ``message`` says what is wrong, ``hint`` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def expand(pattern: str, language: str, vocabulary: Vocabulary, depth: int = 0) -> str:
    """The pattern with every ``{piece}`` replaced. Raises ``PatternError`` for an unknown piece or one that uses
    itself."""
    if depth > _DEEPEST:
        raise PatternError("the vocabulary pieces of this pattern use each other in a circle", "break the circle")

    def piece(match: regex.Match[str]) -> str:
        name = match[1]
        for scope in (language, "common"):
            alternatives = vocabulary.get((scope, name))
            if alternatives is not None:
                return "(?:" + "|".join(expand(text, scope, vocabulary, depth + 1) for text in alternatives) + ")"
        known = tuple(sorted({known for scope, known in vocabulary if scope in (language, "common")}))
        raise PatternError(f"there is no vocabulary piece {{{name}}} for {language}", did_you_mean(name, known))

    return _PIECE.sub(piece, pattern)


def compile_phrase(
    text: Located | str,
    language: PhraseLanguage,
    parser: Parser,
    *,
    cased: bool = False,
    word_edges: bool = True,
    clitics: bool = False,
    trusted: bool = False,
) -> Phrase:
    """A checked phrase. Raises ``PatternError`` for a pattern that is not valid, can never match, or matches nothing
    at all. A ``trusted`` one is not compiled to see whether it is valid."""
    source = canonical(str(text))
    expanded = expand(source, language, parser.vocabulary)
    refuse_unmatchable(expanded, cased)
    if clitics and language == "bn":
        source = f"(?:{source}){{bn_clitic}}?"
        expanded = expand(source, language, parser.vocabulary)
    if not trusted:
        refuse_invalid(expanded)
    template = parser.template(source, language)
    return Phrase(template, language, parser.needs(template), cased, word_edges)


def refuse_invalid(expanded: str) -> None:
    """Raise ``PatternError`` for a pattern that does not compile, matches nothing at all, or is slow on nothing."""
    try:
        compiled = regex.compile(f"(?:{expanded})")
    except regex.error as error:
        raise PatternError(f"not a valid pattern: {error}", f"after expansion it is {expanded!r}") from None
    try:
        if any(compiled.fullmatch(text, timeout=0.5) for text in ("", " ")):
            raise PatternError("the pattern matches nothing at all", "make at least one word of it required")
    except TimeoutError:
        raise PatternError("the pattern is too slow", "no repeated group that can match the same words twice") from None


_SYNTAX = regex.compile(r"\\[pPN]\{[^}]*\}|\\u[0-9A-Fa-f]{4}|\\.|\(\?P?<\w+>|\(\?[aiLmsux-]+\)?")


def refuse_unmatchable(source: str, cased: bool) -> None:
    """Raise ``PatternError`` for letters that the folded text never holds, so that the pattern could never match."""
    plain = _SYNTAX.sub("", source)
    if not cased and plain != plain.lower():
        capital = next(char for char in plain if char != char.lower())
        raise PatternError(
            f"{capital!r} can never match: the text is folded to lower case", f"write {capital.lower()!r}"
        )
    if "  " in plain:
        raise PatternError("two spaces can never match: the text has single spaces", "write one space")
    if "\n" in plain:
        raise PatternError("a line break can never match inside a sentence", "write a space")
    if "।" in plain and "[" not in plain:
        raise PatternError("a danda can only end a sentence; this can match nothing after it", "leave the danda out")
    if unsafe_nukta(source):
        raise PatternError(
            "য়, ড় and ঢ় are two code points here, so they cannot stand in [...] or before ? * + {",
            "write (?:য়)? or (?:য়|র)",
        )


def unsafe_nukta(source: str) -> bool:
    """Whether a nukta is repeated by itself or stands in a class, where it would be taken for a letter of its own."""
    return bool(regex.search("\u09bc[?*+{]", source) or regex.search("\\[[^\\]]*\u09bc", source))
