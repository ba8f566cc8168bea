"""How mail programs mark what is not the writer's reply: one line (or a wrapped few) in, yes or no out.

Every function takes stripped text. Nothing here knows where in the draft a line stands: see ``lines``.
"""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import is_normalized, normalize

# All words here are in NFC and lower case, as ``composed`` gives them.
_SUBJECTS = frozenset({"subject", "বিষয়"})
_SENDERS = frozenset({"from", "প্রেরক"})
_RECIPIENTS = frozenset({"to", "cc", "bcc", "প্রাপক", "অনুলিপি"})
_OTHER_HEADERS = frozenset({"sent", "date", "reply-to", "importance", "attachments", "তারিখ", "পাঠানো হয়েছে"})
_HEADERS = _SUBJECTS | _SENDERS | _RECIPIENTS | _OTHER_HEADERS
_SUBJECT_MARKS = ("re:", "fw:", "fwd:", "aw:", "উত্তর:")

_FORWARD_MARKS = ("forwarded message", "original message", "original appointment", "ফরওয়ার্ড করা বার্তা", "মূল বার্তা")
_FORWARD_STARTS = frozenset("-\u2014_*Bb")
_DEVICE_STARTS = frozenset("SsGgআ")
_DEVICES = frozenset(
    "iphone ipad ipod android samsung galaxy blackberry huawei xiaomi redmi oppo vivo nokia pixel oneplus phone mobile "
    "smartphone tablet outlook mail windows yahoo gmail proton আইফোন আইপ্যাড অ্যান্ড্রয়েড মোবাইল ফোন ট্যাব".split()
)
_CONFIDENTIAL = (
    "confidential",
    "privileged",
    "intended solely",
    "intended only",
    "intended recipient",
    "in error",
    "গোপনীয়",
)
_FOOTERS = (
    *(f"this {noun}" for noun in ("e-mail", "email", "message", "communication", "mail and any")),
    *(
        "if you are not the intended",
        "if you have received this",
        "the information in this",
        "the contents of this",
        "the information contained in this",
    ),
    *("এই ই-মেইল", "এই ইমেইল", "এই মেইল", "এই বার্তা", "এ ই-মেইল", "এ ইমেইল"),
)
_FOOTER_TITLES = ("confidentiality notice", "disclaimer:", "legal notice", "গোপনীয়তা বিজ্ঞপ্তি")


def composed(text: str) -> str:
    """Lower case, one form of the Bengali letters."""
    return (text if is_normalized("NFC", text) else normalize("NFC", text)).lower()


def header_label(line: str) -> str:
    """The label of a header line such as ``Subject: …`` in lower case, ``""`` when it is none."""
    label, colon, _ = line[:40].partition(":")
    label = composed(label.strip(" *\t\u00a0"))
    return label if colon and label in _HEADERS else ""


def is_subject(label: str) -> bool:
    """Whether a header label is that of the subject."""
    return label in _SUBJECTS


def is_header_block(lines: Sequence[str], *, parted: bool = False) -> bool:
    """Whether neighbouring lines with header labels are a mail's header and not, say, opening hours.

    ``parted``: a blank line follows, so that the names of the recipients alone are enough.
    """
    labels = {header_label(line) for line in lines}
    if any(map(is_subject, labels)) or any("@" in line for line in lines):
        return True
    return parted and labels <= _RECIPIENTS and not any(char.isdigit() for line in lines for char in line)


def is_quoted_header_block(lines: Sequence[str]) -> bool:
    """Whether neighbouring lines are the header that Outlook puts above the message it quotes."""
    labels = {header_label(line) for line in lines}
    return len(labels) > 2 and not labels.isdisjoint(_SENDERS) and is_header_block(lines)


def subject_words(line: str) -> int:
    """Where the words of a subject line begin, after its label and the marks of a reply or forward."""
    at = line.index(":") + 1
    while True:
        at += len(line[at:]) - len(line[at:].lstrip())
        mark = next((mark for mark in _SUBJECT_MARKS if line[at : at + len(mark)].lower() == mark), "")
        if not mark:
            return at
        at += len(mark)


def is_forward_mark(line: str) -> bool:
    """Whether a line says that a forwarded or original message begins below it."""
    if line[:1] not in _FORWARD_STARTS:
        return False
    words = composed(line.strip(" -\u2014_*\u00a0"))
    if words in ("begin forwarded message:", "begin forwarded message"):
        return True
    return words in _FORWARD_MARKS and line.startswith(("--", "\u2014", "__", "**"))


def is_rule(line: str) -> bool:
    """Whether a line is the long rule that Outlook draws above the message it quotes."""
    return len(line) >= 20 and not line.strip("_")


def ends_attribution(line: str) -> bool:
    """Whether a line may be the last one of ``On …, … wrote:``."""
    line = line.rstrip(" *\t\u00a0")
    words = composed(line[-20:]) if line.endswith((":", "\u0983")) else ""
    return words.endswith(("wrote:", "wrote :", "লিখেছেন:", "লিখেছেন :", "লিখেছেন\u0983", "লিখেছে:"))


def names_writer(words: str) -> bool:
    """Whether an attribution holds an address in angle brackets and, outside of it, a digit."""
    before, bracket, rest = words.partition("<")
    address, closing, after = rest.partition(">")
    return bool(bracket and closing) and "@" in address and any(char.isdigit() for char in before + after)


def says_you(words: str) -> bool:
    """Whether an attribution is the agent's own ``You wrote:``."""
    return composed(words).rstrip(" *:\u0983").endswith(("you wrote", "আপনি লিখেছেন"))


def is_device_line(line: str) -> bool:
    """Whether a line is what a phone or mail program puts under what was written on it."""
    if len(line) > 80 or line[:1] not in _DEVICE_STARTS:
        return False
    words = composed(line).rstrip(" .।")
    if words.startswith("get outlook for "):
        return True
    english = words.startswith(("sent from ", "sent via ", "sent with ", "sent using "))
    bengali = words.startswith("আমার ") and words.endswith(("থেকে পাঠানো", "থেকে পাঠানো হয়েছে"))
    plain = "".join(char if char not in "-,()" else " " for char in words).split()
    return (english or bengali) and len(plain) <= 9 and not _DEVICES.isdisjoint(plain)


def is_footer(paragraph: str) -> bool:
    """Whether a paragraph is the legal text that a company puts under its mails."""
    words = composed(paragraph).lstrip(" *_\"'-")
    if words.startswith(_FOOTER_TITLES):
        return True
    return words.startswith(_FOOTERS) and any(word in words for word in _CONFIDENTIAL)
