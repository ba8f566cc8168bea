from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

import tonecheck.text
from tonecheck.text.mask import MASK_CHARACTERS
from tonecheck.text.normalise import canonical, fold, original_span

NUKTA_YA, COMPOSED_YA = "\u09af\u09bc", "\u09df"
LETTERS = st.characters(exclude_categories=["Cs"])
TYPICAL = "aZ .,'\"|:\r\n\t\u00a0\u2019\u201c\u2014\u2026\u200c\u200d\ufe0f\u00adßİﬁ\ue000\ufffc😊👩💻🏽é\u0301"
BENGALI = "কতথনমযরলসহড\u09df\u09dcািীেোৈৗঅআ়্ৎঁংঃ।৳০৫দুখ"
TEXTS = st.text(LETTERS) | st.text(st.sampled_from(TYPICAL + BENGALI))

# Compiled here: regex uses random while it compiles, which hypothesis does not allow in a strategy.
TRIPLED = regex.compile(r"([a-z])\1\1")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "i'm sorry -- it left today. {name}: 100% | 5 > 3",
        "off to the zoo, all good",
        "আমি জানি না। ৩.৫০ টাকা",
        "দুঃখিত, প্রিয়",
        "উৎপাদন",
        "উত্তর",
        "a|b",
        "১০:৩০",
    ],
)
def test_canonical_text_stays_as_it_is(text: str) -> None:
    assert fold(text) == (text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("It’s don`t", "it's don't", id="apostrophes"),
        pytest.param("“No” «no»", '"no" "no"', id="quotes"),
        pytest.param("so – no — no", "so - no - no", id="dashes"),
        pytest.param("a \t\r\n\u00a0b", "a b", id="white space run"),
        pytest.param("Sooooo", "so", id="lengthened letter"),
        pytest.param("well…", "well...", id="ellipsis"),
        pytest.param("STRASSE Straße ﬁne", "strasse strasse fine", id="case folding that grows"),
        pytest.param("im\u00adpos\u200bsible", "impossible", id="invisible characters"),
        pytest.param("\ue000\ue000\n\ue000\ue000 x\ufffc\ufffc\ufffc", "\ue000 \ue000 x\ufffc", id="masks"),
        pytest.param("দে" + COMPOSED_YA, "দে" + NUKTA_YA, id="composed letter"),
        pytest.param("হ" + "\u09af" + "া" + "\u09bc", "হ" + NUKTA_YA + "া", id="nukta after the sign"),
        pytest.param("ক\u09c7\u09be", "কো", id="two part vowel"),
        pytest.param("ক\u09be\u09c7", "কো", id="two part vowel backwards"),
        pytest.param("অামি", "আমি", id="vowel and sign"),
        pytest.param("নাাাা", "না", id="repeated sign"),
        pytest.param("হঠাত্ বিদ্যুত্\u200c", "হঠাৎ বিদ্যুৎ", id="final ta"),
        pytest.param("জানি না৷ হবে না|", "জানি না। হবে না।", id="danda"),
        pytest.param("দু:খিত, যাবেনঃ কাল", "দুঃখিত, যাবেন: কাল", id="visarga and colon"),
        pytest.param("র\u200d্যাব ক্\u200c", "র্যাব ক্", id="joiners"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text).text == folded
    assert fold(text, keep_case=True).text.casefold() == folded


def test_case_is_kept_when_asked() -> None:
    assert fold("STOP  It’s NOOOOO", keep_case=True).text == "STOP It's NO"


@pytest.mark.parametrize(
    ("text", "found", "original"),
    [
        ("😊 আমি জানি\u00a0 না।", "জানি না", "জানি\u00a0 না"),
        ("😊 দে\u09dfনি, STRAßE", "strasse", "STRAßE"),
        ("😊 আমি Sooo sorry", "so", "Sooo"),
        ("😊 র\u200d্যাব ভাই", "র্যাব", "র\u200d্যাব"),
        ("😊 হঠাত্\u200c শেষ", "হঠাৎ", "হঠাত্\u200c"),
        ("👩\u200d💻 আমি", "👩", "👩\u200d💻"),
        ("আমি 👍🏽 ok", "👍", "👍🏽"),
        ("আমি ❤\ufe0f ok", "❤", "❤\ufe0f"),
        ("😊 রিফান্ডের", "রিফান্ড", "রিফান্ডে"),
        ("😊 টাকাই দিব", "টাকা", "টাকা"),
        ("😊 আমার\u200bও", "আমার", "আমার"),
        ("😊 বলো…", "...", "…"),
        ("😊 আমি ß\u0301", "s", "ß\u0301"),
    ],
)
def test_original_span(text: str, found: str, original: str) -> None:
    folded = fold(text)
    at = folded.text.index(found)
    start, end = original_span(folded, at, at + len(found), text)
    assert text[start:end] == original


@pytest.mark.parametrize("at", [0, 2, 5, 6])
def test_an_empty_span_stays_empty(at: int) -> None:
    start, end = original_span(fold("😊 আমি"), min(at, 5), min(at, 5), "😊 আমি")
    assert start == end
    assert unicodedata.category(("😊 আমি" + "!")[start]) != "Mc"


def test_an_empty_text_has_an_empty_span() -> None:
    assert original_span(fold(""), 0, 0) == (0, 0)


@given(TEXTS, st.booleans())
def test_spans_are_in_order_and_inside(text: str, keep_case: bool) -> None:
    folded, starts, ends = fold(text, keep_case=keep_case)
    assert len(folded) == len(starts) == len(ends)
    assert list(starts) == sorted(starts)
    assert list(ends) == sorted(ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))


@given(TEXTS, st.data())
def test_an_original_span_holds_what_was_found(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = original_span(folded, start, end, text)
    assert 0 <= first <= last <= len(text)
    if start < end:
        assert first <= folded.starts[start]
        assert last >= folded.ends[end - 1]
        # A final visarga is folded to the colon that it was typed for, so it is none of the word's marks.
        assert last == len(text) or unicodedata.category(text[last])[0] != "M" or text[last] == "\u0983"


@given(st.text(st.sampled_from(BENGALI + " |:x😊\u200d\u200c")))
def test_both_forms_of_a_bengali_text_fold_alike(text: str) -> None:
    composed = fold(unicodedata.normalize("NFC", text)).text
    decomposed = fold(unicodedata.normalize("NFD", text)).text
    assert composed == decomposed
    assert unicodedata.is_normalized("NFC", composed)


@given(st.text(st.sampled_from("abcxyz,.'-019|<>{}")).filter(lambda text: not TRIPLED.search(text)))
def test_plain_english_is_its_own_fold(text: str) -> None:
    assert fold(text).text == text


@given(
    st.text(st.sampled_from("aB😊আািকয়ত্ " + "\u200d\u2019")),
    st.sampled_from(sorted({*MASK_CHARACTERS.values()} - {MASK_CHARACTERS["unseen"]})),
)
def test_a_mask_is_one_character(text: str, mark: str) -> None:
    folded = fold(f"😊 না {mark * 9} {text}")
    start, end = original_span(folded, 5, 6)
    assert (folded.text[5], start, end) == (mark, 5, 14)


def test_what_a_template_shows_nobody_is_gone() -> None:
    folded = fold(f"😊 না {MASK_CHARACTERS['unseen'] * 9} কাল")
    assert (folded.text, folded.starts[5], folded.ends[-1]) == ("😊 না কাল", 15, 18)


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bcan(?:no|')t\s{0,3}(?=help|[^a-z\]]+)(?P<x>a|b)*?",
        r"না\b(?:হ)?{bn_clitic}$",
        r"কর(?:ি|ে|েন)",
        "[ািে]{2}",
        "[কখ][গঘ]",
        "উত্[তথ]",
        "উত্?তর",
        "উত্(?:তর|স)",
        "দুঃখ(?:িত)?",
        "Aaaa  b",
        "\\[…"[:2],
    ],
)
def test_the_syntax_of_a_pattern_is_left_alone(pattern: str) -> None:
    assert canonical(pattern) == pattern


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("can’t", "can't"),
        ("“no”", '"no"'),
        ("so – no", "so - no"),
        ("a[–—x]b", "a-b"),
        ("a[+–z]b", "azb"),
        ("a\u00a0b", "a  b"),
        ("well…", "well…"),
        ("well…?$", "well"),
        ("দে\u09df", "দেয়"),
        ("কা\u09c7", "কো"),
        ("র\u200d?্যাব", "র\u200d্যাব"),
        ("র[\u200c\u200d]?্যাব", "র্যাব"),
        ("(?:হঠাত্|সহসা) বলা", "হঠাত্ বলা"),
        ("বিদ্যুত্", "বিদ্যুৎ"),
        ("দু:খিত", "দুঃখিত"),
        ("(?:যাবেনঃ)", "যাবেনঃ কাল"),
    ],
)
def test_a_canonical_pattern_finds_the_folded_text(pattern: str, text: str) -> None:
    assert regex.search(canonical(pattern), fold(text).text)


@pytest.mark.parametrize(("pattern", "text"), [("well…", "well and good"), ("a[+–z]b", "a,b")])
def test_a_canonical_pattern_finds_no_more(pattern: str, text: str) -> None:
    assert not regex.search(canonical(pattern), fold(text).text)


@pytest.mark.parametrize("path", sorted(Path(tonecheck.text.__path__[0]).glob("*.py")), ids=lambda path: path.stem)
def test_word_lists_are_in_the_form_of_folded_text(path: Path) -> None:
    assert unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8"))
