"""What may stand in the files of a rule pack. The loader checks against it and the JSON Schema is printed from it."""

from __future__ import annotations

from tonecheck.model import CHANNELS, KINDS, LANGUAGES, SEVERITIES, ZONES
from tonecheck.rulebook.shapes import Choice, Either, Flag, ListOf, MapOf, Record, Shape, Text, Whole, json_schema

CATEGORIES = (
    "refusal", "knowledge", "closing", "anger", "ownership", "respect",
    "time", "selling", "access", "wording", "library", "team",
)  # fmt: skip
PHRASE_LANGUAGES = (*LANGUAGES, "any")
WITHIN = ("match", "sentence", "next", "neighbours", "after", "reply", "every")
# What can be looked for of that which is not the agent's prose.
MASKS = ("placeholder", "branch", "unseen", "anonymised", "url", "address", "code", "quotation")
MEASURES = ("sentence-words", "reply-words", "waited-hours")
PROSE = ("opening", "body", "closing")
SLUG = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"

_pattern = Text("A regular expression on the folded text; {name} takes a piece of the vocabulary.")
_texts = Either(Text(), ListOf(Text()))
_zones = ListOf(Choice(ZONES), "The zones to look at.")
_phrase = Either(
    _pattern,
    Record(
        {
            "pattern": _pattern,
            "replace": Text("What to write for the matched words; {group} takes a named group of the pattern."),
            "apply": Choice(("safe", "unsafe", "manual"), "Whether --fix may apply it."),
        },
        ("pattern",),
    ),
)
_phrases = MapOf(ListOf(_phrase), PHRASE_LANGUAGES, "Phrases by language; 'any' runs on every sentence.")
_case = Choice(("folded", "exact"), "'exact' keeps capitals; the default is folded.")
_edges = Choice(("word", "none"), "'word' (the default) matches whole words only.")

_finder = Record(
    {
        "phrases": _phrases,
        "count": _phrases,
        "missing": Text("The signal that has to be there."),
        "repeat": Record(
            {
                "words": Whole("The same so many words twice.", 3),
                "sentence": Whole("The same sentence of so many words twice.", 1),
            },
            ("words",),
        ),
        "measure": Choice(MEASURES, "What to measure."),
        "masked": ListOf(Choice(MASKS), "What is left in the text that is not the agent's prose."),
        "twin": Record(
            {
                "words": Whole("Shorter replies have no twin.", 1),
                "alike": Whole("So many in a hundred word pairs in common.", 1),
            },
            ("words", "alike"),
            "An earlier canned reply of the library that says the same; {name} and {twin} are its id and its text.",
        ),
        "where": _zones,
        "case": _case,
        "edges": _edges,
        "clitics": Flag("Bengali phrases may carry a clitic (-ই, -ও, -টা, -কে …) at their end."),
        "place": Choice(("greeting", "opening", "closing"), "Where what is missing belongs."),
        "at_least": Whole("How many matches make a finding.", 1),
        "one_in": Whole("And at least one in so many words.", 1),
        "max_words": Whole("Only in a reply of at most so many words.", 1),
        "within": Choice(("sentence", "reply"), "Where the matches are counted."),
        "over": Whole("Flag what measures more than this."),
        "each": Flag("Every match is a finding; the default is one a sentence."),
        "first": Flag("Only in the first sentence of the zones."),
    },
    doc="One of phrases, count, missing, repeat, measure, masked, twin, and its settings.",
)
_when = Record(
    {
        "channel": ListOf(Choice(CHANNELS)),
        "kind": ListOf(Choice(KINDS)),
        "complete": Flag("Only in a complete reply."),
        "customer_known": Flag("Only when the customer's message is known."),
        "min_words": Whole("Only in a reply of at least so many words.", 1),
        "signals": ListOf(Text(), "All of these signals are there."),
        "any_signal": ListOf(Text(), "One of these signals is there."),
        "no_signal": ListOf(Text(), "None of these signals is there."),
    },
    doc="What must hold for the rule to run.",
)
_excuse = Record(
    {
        "signal": Text("A signal that excuses the match."),
        "phrases": _phrases,
        "within": Choice(WITHIN, "How near it must be; the default is sentence."),
        "where": _zones,
        "case": _case,
        "edges": _edges,
        "clitics": Flag(),
    },
)
_rewrite = Either(
    Text("Words to send instead; [\u2026] is a blank that only the agent can fill."),
    Record(
        {
            "text": Text(),
            "replaces": Choice(("sentence", "match", "reply")),
            "apply": Choice(("safe", "unsafe", "manual"), "At most one rewrite a language is applied by --fix."),
            "only": _pattern,
        },
        ("text",),
    ),
)
_given: dict[str, Shape] = {
    "customer": Text("The customer's message."),
    "channel": Choice(CHANNELS),
    "kind": Choice(KINDS),
    "waited_hours": Whole(),
    "earlier": Text("A canned reply before this one in the library."),
}
_flag_case = Either(
    Text("A reply; the words to be flagged stand between << and >>."),
    Record({"reply": Text(), **_given, "rewrite": Text("The first suggestion's text.")}, ("reply",)),
)
_pass_case = Either(Text("A reply that must pass."), Record({"reply": Text(), **_given}, ("reply",)))
_rule_cases = Record({"flag": ListOf(_flag_case), "pass": ListOf(_pass_case)})
_signal_cases = Record({"found": ListOf(Text()), "absent": ListOf(Text())})


def _tests(cases: Shape) -> Record:
    return Record({"given": Record(dict(_given)), **dict.fromkeys(LANGUAGES, cases)})


RULE = Record(
    {
        "id": Text("The rule's name, for good: users write it in their configuration.", SLUG),
        "category": Choice(CATEGORIES),
        "severity": Choice(SEVERITIES),
        "passages": ListOf(Text(pattern="^[A-D][1-9][0-9]?$"), "The passages of the articles that the rule serves."),
        "summary": Text("One line for lists."),
        "message": Text("Why, in one sentence, for the report."),
        "why": Text("A paragraph for the rule's page."),
        "find": ListOf(_finder, "What to look for; each finder adds its findings."),
        "when": _when,
        "unless": ListOf(_excuse, "What takes a match back."),
        "yields_to": ListOf(Text(), "Rules that speak instead of this one about the same sentence."),
        "languages": ListOf(Choice(LANGUAGES), "Needed only where the finders do not tell."),
        "rewrites": MapOf(ListOf(_rewrite), LANGUAGES, "Words that can be sent instead, by language."),
        "tests": _tests(_rule_cases),
    },
    ("id", "category", "severity", "summary", "message", "why", "find", "rewrites", "tests"),
    "A tonecheck rule.",
)
CHANGE = Record(
    {
        "change": Text("The id of the rule to change."),
        "enabled": Flag("false switches the rule off."),
        "severity": Choice(SEVERITIES),
        "message": Text(),
        "find": ListOf(_finder, "Finders to add."),
        "unless": ListOf(_excuse, "Excuses to add."),
        "rewrites": MapOf(ListOf(_rewrite), LANGUAGES, "Rewrites that take the place of the rule's in their language."),
        "tests": _tests(_rule_cases),
    },
    ("change",),
    "A change to a rule of another pack.",
)
SIGNAL = Record(
    {
        "id": Text(pattern=SLUG),
        "on": Choice(("reply", "customer"), "Whose words it is looked for in."),
        "summary": Text(),
        "threshold": Whole("The weights of the different phrases found must add up to this; the default is 1.", 1),
        "cues": ListOf(
            Record(
                {
                    "phrases": _phrases,
                    "weight": Whole("The default is the threshold: one is enough.", 1),
                    "case": _case,
                    "edges": _edges,
                    "clitics": Flag(),
                },
                ("phrases",),
            )
        ),
        "unless": ListOf(_excuse, "What takes a cue back; within match or sentence."),
        "tests": _tests(_signal_cases),
    },
    ("id", "on", "summary", "cues", "tests"),
    "A tonecheck signal.",
)
VOCABULARY = Record(
    {
        "language": Choice((*LANGUAGES, "common")),
        "pieces": MapOf(_texts, doc="A name and its pattern, or the alternatives."),
    },
    ("language", "pieces"),
    "Named pieces that patterns use.",
)
PRESET = Record(
    {
        "id": Text(pattern=SLUG),
        "summary": Text(),
        "rules": MapOf(
            Record(
                {"severity": Choice((*SEVERITIES, "off")), "why": Text("Why it differs here.")}, ("severity", "why")
            ),
        ),
    },
    ("id", "summary", "rules"),
    "A tonecheck preset: which rules are on and how severe.",
)
PASSAGES = MapOf(Text(), doc="What each passage of the articles advises, in our words.")


SHAPES: dict[str, Shape] = {
    "rule": RULE,
    "change": CHANGE,
    "signal": SIGNAL,
    "vocabulary": VOCABULARY,
    "preset": PRESET,
    "passages": PASSAGES,
}


def json_schemas() -> dict[str, dict[str, object]]:
    """The JSON Schema of each kind of file in a rule pack, by the name of the kind."""
    head: dict[str, object] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {name: head | {"title": f"tonecheck {name} file"} | json_schema(shape) for name, shape in SHAPES.items()}
