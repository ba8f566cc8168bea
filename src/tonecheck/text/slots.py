"""Whether words in brackets name what belongs in their place, as against an aside, a key or a tag."""

from __future__ import annotations

LONGEST_SLOT = 60

ANONYMISED = ("<email>", "<phone>", "<url>")
"""What an anonymiser leaves where an address or a number was."""

_FIELDS = frozenset(
    """
    name firstname lastname surname title email e-mail mail phone telephone mobile number id date time hours amount
    price sum total link url address city order ticket case invoice reference ref tracking product item company
    store brand agent customer client user username account reason
    details location department team password code placeholder role
    nam naam tarikh somoy shomoy taka poriman thikana grahok karon nombor nambar
    নাম নম্বর নাম্বার অর্ডার তারিখ সময় টাকা পরিমাণ লিংক ঠিকানা ফোন মোবাইল ইমেইল পণ্য গ্রাহক কারণ কোম্পানি এজেন্ট
    """.split()
)
_COMMANDS = frozenset(("insert", "fill", "enter", "your", "add", "type", "আপনার", "apnar"))
# Words in braces that are none: an answer, a stage direction.
_ASIDES = frozenset("off on yes no ok sic soon new old really laughs smiles".split())
# ICU: {amount, number, currency}
_FORMATS = ("number", "date", "time", "plural", "select", "ordinal", "spellout", "duration", "fallback", "default")
_KEYS_AND_TAGS = frozenset(
    """
    enter return tab esc escape shift ctrl control alt option cmd command space delete del backspace home end insert
    address details summary pre div span table code img font body head html style script strong sub sup small
    """.split()
)
_LABELS = frozenset("SIC SOLVED RESOLVED CLOSED OPEN URGENT UPDATE UPDATED FYI EXTERNAL SPAM NOTE WARNING DONE".split())


def is_field(words: str) -> bool:
    """Whether the words between two braces are the name of a field, perhaps with a format or a fallback."""
    if words in _ASIDES or words.endswith("\\") or " > " in words or " < " in words:
        return False
    name = words.partition(":")[0].partition("|")[0].rstrip()
    plain, comma, format = name.partition(",")
    if comma and '"' not in plain and not format.strip().startswith(_FORMATS):
        return False
    return _begins_name(words) and len(name.split()) <= 4 and not name.endswith((".", "!", "?"))


def is_marked_field(words: str) -> bool:
    """The same where a sign such as ``#`` or ``%`` before the braces says that it is one."""
    return _begins_name(words.lstrip("!$"))


def is_fill_in(words: str, *, angle: bool) -> bool:
    """Whether the words between two brackets, angle or square, are to be replaced by the agent."""
    if not _begins_name(words) or words != words.strip() or len(words) > LONGEST_SLOT:
        return False
    if not all(char.isalnum() or char in " _-'/.#" or char > "\u02ff" for char in words):
        return False
    parts = words.lower().replace("_", " ").replace("/", " ").split()
    if not parts or any(part.isdigit() for part in parts):  # [Ticket 1044] is filled
        return False
    if len(parts) == 1 and angle:
        if parts[0] in _KEYS_AND_TAGS:
            return False
        if words[0].isupper() and words.isalpha():
            return True
    if parts[0] in _COMMANDS and len(parts) > 1:
        return True
    if len(parts) <= 5 and any(part in _FIELDS or part.removesuffix("s") in _FIELDS for part in (parts[0], parts[-1])):
        return True
    return words.isupper() and len(words) > 2 and words not in _LABELS


def is_blank(words: str) -> bool:
    """Whether there are only dots or underscores between two brackets."""
    return not words.strip("._ \u2026") and words.strip() not in ("", ".")


def _begins_name(words: str) -> bool:
    return "\n" not in words and (words[:1].isalpha() or words[:1] == "_")
