from __future__ import annotations

import pytest

from tonecheck.model import Reply
from tonecheck.text.document import read
from tonecheck.text.language import is_romanised, sentence_language

EVERY = {"en", "bn", "bn-Latn"}
LATIN = {"en", "bn-Latn"}


@pytest.mark.parametrize(
    "text",
    [
        "The ETA is 5 pm and the COD fee is NA.",
        "We raise the noise with the bikini team in Karachi.",
        "Your order has shipped.",
        "I'll ring you on Monday.",
        "Sorry.",
        "No.",
        "Thanks!",
        "Please take the taxi or go on to the more modern one.",
    ],
)
def test_plain_english_is_not_read_as_romanised_bengali(text: str) -> None:
    label, reads = sentence_language(text)
    assert label == "en"
    assert set(reads) == {"en"}


@pytest.mark.parametrize(
    ("text", "label", "reads"),
    [
        ("আপনার টাকা ফেরত দেওয়া হয়েছে।", "bn", {"bn"}),
        ("আপনার NID আর OTP লাগবে।", "bn", EVERY),
        ("আপনার device আমাদের lab-এ আছে, screen বদলানো হচ্ছে।", "mixed", EVERY),
        ("Dear রাইয়ান,", "mixed", EVERY),
        ("Apnar taka ferot deya hoyeche.", "bn-Latn", LATIN),
        ("apni ektu dekhben kobe", "bn-Latn", {"bn-Latn"}),
        ("Na.", "bn-Latn", {"bn-Latn"}),
        ("Hobena vai", "bn-Latn", {"bn-Latn"}),
        ("EKHON HOBE NA", "bn-Latn", {"bn-Latn"}),
        ("Janina vai", "mixed", LATIN),
        ("Not possible vaia.", "mixed", LATIN),
        ("Sorry sir, eta amader policy te nei", "bn-Latn", LATIN),
        ("Kindly pay, the bill ta ekhono baki, and it is due.", "mixed", LATIN),
        ("We shipped it, vai, and your refund is on the way.", "en", LATIN),
        ("Great question", "en", {"en"}),
        ("Refund status", "en", LATIN),
        ("Main kya karna nahi hai aap", "en", LATIN),
        ("Company'r rules e eta nai.", "bn-Latn", LATIN),
        ("৫০০ 🙂", "en", EVERY),
        ("", "en", EVERY),
    ],
)
def test_sentence_language(text: str, label: str, reads: set[str]) -> None:
    found, read_by = sentence_language(text)
    assert found == label
    assert set(read_by) == reads


def test_an_acronym_counts_when_the_whole_sentence_is_in_capitals() -> None:
    assert sentence_language("NA")[0] == "bn-Latn"
    assert sentence_language("NA means not available")[1] == {"en"}


@pytest.mark.parametrize("word", ["korbo", "pathaitesi", "bolechilen", "apnar", "vaia", "jinishgulo"])
def test_words_of_romanised_bengali_are_known_by_list_or_ending(word: str) -> None:
    assert is_romanised(word)


@pytest.mark.parametrize("word", ["kitchen", "combo", "islam", "ambulance", "turbo", "mini", "update", "nothing"])
def test_english_words_are_not_taken_for_bengali_endings(word: str) -> None:
    assert not is_romanised(word)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dear Rina,\n\nApnar parcel kal sokale pathano hobe.\n\nKind regards,\nThe Support Team", "bn-Latn"),
        ("আসসালামু আলাইকুম,\n\nYour order has shipped and will be with you on Monday.\n\nধন্যবাদান্তে,\nরিনা", "en"),
        ("প্রিয় রাইসা,\n\nআপনার order confirm করা হয়েছে, tracking number এখানে।\n\nRegards,\nOmar", "bn"),
        ("No problem at all! Parcel ekhono warehouse e, so there's no need to place a new order.", "bn-Latn"),
        ("We can't wait to see it on the bride, আপু 💛 and thank you for the lovely photo.", "en"),
        ("Hi Rina,", "en"),
        ("নমস্কার 🙂", "bn"),
        ("", "en"),
        ("> আপনার টাকা", "en"),
    ],
)
def test_dominant_language_is_that_of_the_prose(text: str, language: str) -> None:
    assert read(Reply(text)).language == language


def test_a_language_that_is_given_wins() -> None:
    assert read(Reply("Your order has shipped.", language="bn")).language == "bn"
