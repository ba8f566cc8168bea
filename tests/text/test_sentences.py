from __future__ import annotations

import time

import pytest

from tonecheck.text.lines import classify
from tonecheck.text.mask import apply_masks, find_masks
from tonecheck.text.sentences import split


def sentences(text: str) -> list[str]:
    masked = apply_masks(text, find_masks(text, classify(text)))
    return [text[start:end] for start, end, _ in split(masked)]


@pytest.mark.parametrize(
    "text",
    [
        "It costs ৩.৫০ or 3.50 at 5.30 in version 2.1 today.",
        "Ask Mr. Hale, Mrs. Roy, Dr. Sen or Ms. Falk.",
        "Bring a bill, e.g. for gas, i.e. the last one.",
        "Pens, paper etc. are in the box.",
        "Your order No. 5593 is at counter no. 12.",
        "It takes approx. five days vs. ten by post.",
        "We open at 9 a.m. every day.",
        "মোঃ করিম ও ড. সেন আছেন।",
        "মো. করিম ৫০০ Tk. 50 দেবেন।",
        "টিকিট নং. ৫৫ তৈরি।",
        "Please write to V. Rao about it.",
        "Write to S. M. Rahman about it.",
        "Well... maybe it works… we will see.",
        "Open report.pdf in Node.js or booking.com now.",
        "See https://example.com/a.b?c=d for it.",
        'She asked "why?" and left.',
        "Is it (really?) so?",
        "a -> b → c; then d",
        "I ❤️ it so much",
        "A wrapped line of a mail that goes on and on for long\nand ends Here where it ends.",
        "We are new here and do not\nknow what to do.",
        "Price | size",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No. We are closed.", ["No.", "We are closed."]),
        ("না। হবে না।কাল আসুন", ["না।", "হবে না।", "কাল আসুন"]),
        ("হবে না| কাল আসুন", ["হবে না|", "কাল আসুন"]),
        ("গেছে | কাল আসুন", ["গেছে |", "কাল আসুন"]),
        ("দেন৷ কাল জানাব।", ["দেন৷", "কাল জানাব।"]),
        ("Sorry. we will check. ok?", ["Sorry.", "we will check.", "ok?"]),
        ("We open at 9 a.m. Bring a bill.", ["We open at 9 a.m.", "Bring a bill."]),
        ("We close at 5 pm. come early.", ["We close at 5 pm.", "come early."]),
        ("So do I. We like plan B. You too.", ["So do I.", "We like plan B.", "You too."]),
        ("Hmm… Let me see... Yes.", ["Hmm…", "Let me see...", "Yes."]),
        ("What?! Never!! হবে না!!!", ["What?!", "Never!!", "হবে না!!!"]),
        ("হবে না!কাল আসুন", ["হবে না!", "কাল আসুন"]),
        ('He said "no." We did not.', ['He said "no." We did not.']),
        ("(It is done.) We left.", ["(It is done.)", "We left."]),
        ("Thanks! 🙏🏽 Kal paben", ["Thanks! 🙏🏽", "Kal paben"]),
        ("Great 🎉 We did it 🙂 কাল আসুন ❤️", ["Great 🎉", "We did it 🙂", "কাল আসুন ❤️"]),
        ("All done :) We sent it.", ["All done :)", "We sent it."]),
        ("Line: https://example.com/class7 । কাল আসুন।", ["Line: https://example.com/class7 ।", "কাল আসুন।"]),
        (
            "Steps:\n\n1. Open it\n2) Press it\n- Wait\n* Smile\n• Go\n১. খুলুন\n(a) End",
            ["Steps:", "Open it", "Press it", "Wait", "Smile", "Go", "খুলুন", "End"],
        ),
        ("# Returns\nyou have ten days", ["Returns", "you have ten days"]),
        ("Hi Rina,\nwe are closed.", ["Hi Rina,", "we are closed."]),
        ("Hi Rina, we are closed.", ["Hi Rina,", "we are closed."]),
        ("Hi there - we are closed.", ["Hi there -", "we are closed."]),
        ("নমস্কার রুদ্র, কাল আসুন।", ["নমস্কার রুদ্র,", "কাল আসুন।"]),
        ("Order ta peyechi\nKal pathabo\nJanaben", ["Order ta peyechi", "Kal pathabo", "Janaben"]),
        ("হবে না\nকাল আসুন", ["হবে না", "কাল আসুন"]),
        ("hobe na\nkal asben", ["hobe na", "kal asben"]),
        ("We did it,\nRina and I.", ["We did it,\nRina and I."]),
        ("It is done and paid for.\r\n\r\nআর কিছু?\rকাল", ["It is done and paid for.", "আর কিছু?", "কাল"]),
        (
            "We wrote and paid and called and waited for you\nthx",
            ["We wrote and paid and called and waited for you", "thx"],
        ),
        ("With love from us all,\nPetronella", ["With love from us all,", "Petronella"]),
        ("Before\n> quoted text. More.\nAfter", ["Before", "After"]),
        ("Done.\n\n--\nOmar. Support.", ["Done."]),
        ("🙂\n\n---\n\n...", []),
        ("!!", ["!!"]),
        ("", []),
        (" \n\t\r\n", []),
    ],
)
def test_split(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_paragraphs_are_counted_by_blank_lines_and_masked_lines() -> None:
    text = "One. দুই।\n\nThree 🙂\n> four\nFive"
    masked = apply_masks(text, find_masks(text, classify(text)))
    assert [(text[start:end], paragraph) for start, end, paragraph in split(masked)] == [
        ("One.", 0),
        ("দুই।", 0),
        ("Three 🙂", 1),
        ("Five", 2),
    ]


@pytest.mark.parametrize(
    "piece", [".", "!", "🙏 ", " ", "\n", "- ", "Mr. ", '!"', "a,\n", "Hi,\n", "ক।", "...A", "(1) ", "a 🙏 "]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = time.process_time()
    split(text)
    assert time.process_time() - started < 3
