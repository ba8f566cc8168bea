"""What is missing goes into the right place of every kind of file: whole files before and after, by the built-in rules."""

from __future__ import annotations

import io
from functools import cache

import pytest

from tonecheck import Linter
from tonecheck.fixing import fix_stretch
from tonecheck.model import Kind
from tonecheck.sources import source_for
from tonecheck.sources.profile import at_paths
from tonecheck.sources.source import Context, Stretch
from tonecheck.sources.write_back import Change, splice

OFFER = "If anything is still unclear, write back here and I'll gladly go through it with you."
BN_OFFER = "আর কিছু জানার থাকলে এই মেইলেই লিখবেন, আমি খুশি মনে দেখে দেব।"
LATN_OFFER = "Ar kichu janar thakle ei mail ei likhben, ami khushi mone dekhe dibo."
HELLO = "Hello, and thank you for writing to us."
BN_HELLO = "শুভেচ্ছা নেবেন, আমাদের লেখার জন্য ধন্যবাদ।"
SORRY = "I'm truly sorry about this; it is not what you should have had from us."
BN_SORRY = "আপনার যে ভোগান্তি হলো, তার জন্য আমি আন্তরিকভাবে ক্ষমা চাইছি।"

ONE, TWO = (
    "Your new card was posted this morning 😀.",
    "The old one stops working on Thursday, so please keep it until then.",
)
BN = "আপনার নতুন কার্ডটি আজ সকালে ডাকে পাঠানো হয়েছে, বৃহস্পতিবারের মধ্যে হাতে পাবেন 😀। পুরোনো কার্ডটি সেদিন থেকে আর কাজ করবে না।"
LATN = "Apnar notun card ta aj sokale post kora hoyeche 😀, Brihospotibar er moddhe hate paben. Purono card ta shei din theke ar kaj korbe na, tai rekhe din."


@cache
def linter(rule: str) -> Linter:
    return Linter(preset="strict", select=[rule])


def fixed(rule: str, path: str, text: str, kind: Kind = "draft") -> str:
    profile = {"csv": at_paths(("content",)), "json": at_paths(("[].html",), "html")}.get(path.rpartition(".")[2])
    changes = []
    for stretch in source_for(path)(path, io.BytesIO(text.encode()), Context(kind=kind, profile=profile)):
        assert isinstance(stretch, Stretch)
        new = fix_stretch(linter(rule).examine, stretch, unsafe=True).text
        changes.append(Change(stretch.offset, len(stretch.text), new))
    return "".join(splice([text], changes))


# Where «» stands, the words go in.
@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("a.txt", f"Hi Maya 😀,\n\n{ONE} {TWO}«\n\n»\n\nRegards,\nTom\n", OFFER),
        ("a.txt", f"Hi Maya 😀,\r\n\r\n{ONE} {TWO}«\r\n\r\n»\r\n\r\nRegards,\r\nTom\r\n", OFFER),
        ("a.txt", f"Hi Maya 😀,\n{ONE} {TWO}« »\nRegards,\nTom", OFFER),
        ("a.txt", f"Hi Maya, {ONE} {TWO}« »", OFFER),
        ("a.txt", f"Hi Maya, {ONE} {TWO[:-1]}«. »", OFFER),
        ("a.txt", f"Hi Maya,\n\n{ONE} {TWO} Bring:\n- the card 😀\n- the letter«\n\n»\n\nRegards,\nTom\n\nOn Monday Maya wrote:\n> Where is it?\n", OFFER),
        ("a.txt", f"Hi Maya,\n{ONE} {TWO} Bring:\n1. the card 😀\n2. the letter«\n\n»\nRegards,\nTom", OFFER),
        ("a.txt", f"প্রিয় রুমা,\n\n{BN}«\n\n»\n\nশুভেচ্ছান্তে,\nতপন\n", BN_OFFER),
        ("a.txt", f"Priyo Ruma,\n\n{LATN}«\n\n»\n\nShuvechchante,\nTopon\n", LATN_OFFER),
        ("a.md", f"Hi Maya,\n\n**{ONE}** {TWO}«\n\n»\n\nRegards,  \n_Tom_\n", OFFER),
        ("a.md", f"প্রিয় রুমা,\n\n{BN}«\n\n»\n\nশুভেচ্ছান্তে,  \nতপন\n", BN_OFFER),
        ("a.html", f'<p>Hi Maya,</p>\n<p>{ONE}</p>\n<p class="x">{TWO}</p>«\n<p class="x">»</p>»\n<p>Regards,<br>Tom</p>\n', OFFER),
        ("a.html", f"<p>Hi Maya,</p><p id='a'>{ONE} <b>{TWO}</b></p>«<p>»</p>»<p>Regards,<br>Tom</p>", OFFER),
        ("a.html", f"<p>প্রিয় রুমা,</p>\n<p>{BN}</p>«\n<p>»</p>»\n<p>শুভেচ্ছান্তে,<br>তপন</p>\n", BN_OFFER),
        ("a.html", f"<p>Hi Maya,</p>\n<p>{ONE} {TWO} Bring:</p>\n<ul>\n <li>the card</li>\n <li>the <i>letter.</i></li>\n</ul>«\n<p>»</p>»\n<p>Tom</p>\n", OFFER),
        ("a.html", f"<div>Hi Maya,</div><div><br></div><div>{ONE} {TWO}«<br><br>»</div><div><br></div><div>Regards,<br/>Tom</div>", OFFER),
        ("a.html", f"Hi Maya,<br /><br />{ONE} {TWO}«<br /><br />»<br /><br />Regards,<br />Tom", OFFER),
        ("c.jsonl", f'{{"text": "প্রিয় রুমা,\\n\\n{BN}«\\n\\n»\\n\\nশুভেচ্ছান্তে,\\nতপন"}}\n', BN_OFFER),
        ("m.json", f'[{{"html": "<p class=\\"x\\">Hi Maya,</p><p class=\\"x\\">{ONE} {TWO}</p>«<p class=\\"x\\">»</p>»<p>Tom</p>"}}]', OFFER),
        ("m.yml", f'matches:\n  - trigger: ":a"\n    replace: |\n      Hi Maya 😀,\n\n      {ONE} {TWO}«\n\n      »\n\n      Regards,\n      Tom\n  - trigger: ":b"\n    replace: ok 😀\n', OFFER),
        ("m.yml", f'matches:\n  - trigger: ":a"\n    replace: >-\n      Hi Maya 😀, {ONE}\n      {TWO}« »\n', OFFER),
        ("m.csv", f'id,content\r\n1,"Hi Maya,\r\n\r\n{ONE} {TWO}«\r\n\r\n»\r\n\r\nRegards,\r\nTom"\r\n2,ok 😀\r\n', OFFER),
        ("m.csv", f"id;content\n1;{BN}« »\n", BN_OFFER),
    ],
)  # fmt: skip
def test_an_offer_goes_in_before_the_sign_off(path: str, text: str, words: str) -> None:
    check("missing-closing-offer", path, text, words, "canned" if path[-3:] in ("yml", "csv") else "draft")


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("a.txt", f"«»\n\n»{ONE} {TWO}\n\nPlease write to me.\n\nRegards,\nTom\n", HELLO),
        ("a.txt", f"Subject: Your card\n\n«»\n\n»{ONE} {TWO}\n\nRegards,\nTom\n", HELLO),
        ("a.txt", f"«» »{ONE} {TWO}\nRegards,\nTom\n", HELLO),
        ("a.txt", f"«»\n\n»{BN}\n\nশুভেচ্ছান্তে,\nতপন\n", BN_HELLO),
        ("a.md", f"«»\n\n»**{ONE}**\n\n{TWO}\n\nRegards,  \nTom\n", HELLO),
        ("a.md", f"- {ONE}\n- {TWO}\n\nRegards,  \nTom\n", HELLO),
        ("a.html", f"<body>\n<p class='a'>«»</p>\n<p class='a'>»{ONE}</p>\n<p>{TWO}</p>\n<p>Regards,<br>Tom</p>\n", HELLO),
        ("a.html", f"<p>«»</p><p>»<b>{ONE}</b></p><p>{TWO}</p><p>Tom</p>", HELLO),
        ("a.html", f"«»<br><br>»{BN}<br><br>শুভেচ্ছান্তে,<br>তপন", BN_HELLO),
    ],
)  # fmt: skip
def test_a_greeting_goes_in_at_the_top(path: str, text: str, words: str) -> None:
    check("missing-greeting", path, text, words, "draft")


WRONG = "sent you the wrong size 😀. The right one leaves tonight."


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("a.txt", f"Hi Maya,\n\n«» »We {WRONG}\n\nRegards,\nTom\n", SORRY),
        ("a.txt", "«» »প্যাকেটে ভুল সাইজ চলে গেছে 😀। ঠিকটা আজ রাতে যাবে।", BN_SORRY),
        ("a.html", f"<p>Hi Maya,</p><p>«» »<b>We {WRONG}</b></p>", SORRY),
        ("a.md", f"Hi Maya,\n\n«» »**We {WRONG}**\n", SORRY),
        ("c.jsonl", f'{{"text": "Hi Maya, «» »We {WRONG}"}}\n', SORRY),
    ],
)  # fmt: skip
def test_an_apology_opens_the_reply(path: str, text: str, words: str) -> None:
    check("missing-apology", path, text, words, "draft")


def test_what_went_on_behind_the_greeting_begins_a_sentence_then() -> None:
    assert fixed("missing-apology", "a.txt", f"Hi Maya 😀, we {WRONG}") == f"Hi Maya 😀, {SORRY} We {WRONG}"
    assert fixed("missing-apology", "a.txt", f"Hi Maya,\nwe {WRONG}") == f"Hi Maya,\n{SORRY} We {WRONG}"


def check(rule: str, path: str, text: str, words: str, kind: Kind) -> None:
    """``«x»y»`` are words put in between ``x`` and ``y``."""
    before = text.partition("«")[0] + text.rpartition("»")[2]
    gap, _, behind = text.partition("«")[2].rpartition("»")[0].partition("»")
    after = before if "«" not in text else f"{text.partition('«')[0]}{gap}{words}{behind}{text.rpartition('»')[2]}"
    assert fixed(rule, path, before, kind) == after
    assert fixed(rule, path, after, kind) == after
