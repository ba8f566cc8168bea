from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tonecheck.model import Channel, Kind, Reply
from tonecheck.text.document import read

LINE_KINDS = {"quoted", "attribution", "signature", "forward", "header", "footer"}

PIECES = st.sampled_from(
    [
        "আপনার টাকা", "হয়েছে।", "দু:খিত", "না|", "Hi Rina,", "Kind regards,", "Omar", "No. ", "e.g. ", "We can't", "...", "…", "!?",
        "🙏🏽", "👨‍👩‍👧", "❤️", ":)", "\n", "\n\n", "\r\n", "\r", " ", "\u00a0", "> ", "- ", "1. ", "১। ", "{{name}}", "https://a.example/b",
        "a@b.example", "“no.”", '"', "`x.y`", "--", "On 3 March Rina <r@example.com> wrote:", "Subject: ", "ß", "İ", "é", "e\u0301",
        "\u09bc", "ক\u200cখ", "ত্", "\u200b", "Ａ", "naaaa", "P.S. ", "\ue000", "\ufffc", "Mr. ", "V. ", "।", "|",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=80))


@given(TEXTS)
@example("")
@example(" \r\n ")
@example("> আপনার টাকা 🙂")
@example("Subject:\n")
@example("Thanks,\n\n\n[Agent]")
def test_any_text_is_read(text: str) -> None:
    document = read(Reply(text, customer=text))
    last = 0
    for sentence in document.sentences:
        assert last <= sentence.start < sentence.end <= len(text)
        last = sentence.end
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        for folded in (sentence.folded, sentence.cased):
            assert len(folded.text) == len(folded.starts) == len(folded.ends)
            assert list(folded.starts) == sorted(folded.starts)
            assert list(folded.ends) == sorted(folded.ends)
            assert all(
                sentence.start <= start < end <= sentence.end
                for start, end in zip(folded.starts, folded.ends, strict=True)
            )
        for mask in document.masks:
            assert mask.kind not in LINE_KINDS or mask.end <= sentence.start or mask.start >= sentence.end
    assert list(document.masks) == sorted(document.masks)
    assert all(one.end <= other.start for one, other in zip(document.masks, document.masks[1:], strict=False))
    for place in (document.greeting_at, document.opening_at, document.closing_at):
        assert 0 <= place <= len(text)
    assert all(0 <= sentence.start < sentence.end <= len(text) for sentence in document.customer)


def test_a_folded_sentence_leads_back_to_the_words_of_the_reply() -> None:
    text = "Hi 🙂,\n\n“Oh”… Bengali: দু:খিত, কর\u200cবেন না। NOOO way."
    document = read(Reply(text))
    sentence = next(sentence for sentence in document.sentences if "দু" in sentence.folded.text)
    at = sentence.folded.text.index("না")
    assert text[sentence.folded.starts[at] : sentence.folded.ends[at + 1]] == "না"
    last = document.sentences[-1]
    assert (last.folded.text, last.cased.text) == ("no way.", "NO way.")
    assert text[last.folded.starts[0] : last.folded.ends[-1]] == "NOOO way."


DRAFT = "Hi রিনা 🙂,\n\nআপনার টাকা কাল যাবে।\nIt leaves at 5 pm.\n\nThanks,\nOmar\n\n> কোথায় টাকা? I am angry."


def test_the_places_of_what_is_missing() -> None:
    document = read(Reply("Subject: টাকা 🙂\n\n" + DRAFT))
    text = document.reply.text
    assert text[document.greeting_at :].startswith("Hi রিনা")
    assert text[document.opening_at :].startswith("আপনার টাকা")
    assert text[: document.closing_at].endswith("5 pm.")


@pytest.mark.parametrize(
    ("text", "greeting_at", "opening_at", "closing_at"),
    [
        ("", 0, 0, 0),
        ("  \n", 0, 0, 0),
        ("> কোথায়? 🙂", 0, 0, 0),
        ("হবে না 🙂\n", 0, 0, 8),
        ("Hi রিনা,\n", 0, 8, 8),
        ("Hi রিনা,\n\n> কোথায়? 🙂", 0, 8, 8),
        ("{{greeting}}\n", 0, 0, 12),
    ],
)
def test_the_places_in_a_reply_of_little(text: str, greeting_at: int, opening_at: int, closing_at: int) -> None:
    document = read(Reply(text))
    assert (document.greeting_at, document.opening_at, document.closing_at) == (greeting_at, opening_at, closing_at)


def test_the_customer_is_who_is_given_else_who_is_quoted() -> None:
    quoted = read(Reply(DRAFT)).customer
    assert [sentence.folded.text for sentence in quoted] == ["কোথায় টাকা?", "i am angry."]
    given_ = read(Reply(DRAFT, customer="কেন? 🙂 WHY")).customer
    assert [(sentence.cased.text, sentence.start, sentence.zone) for sentence in given_] == [
        ("কেন? 🙂", 0, "body"),
        ("WHY", 7, "body"),
    ]
    assert read(Reply("হবে না 🙂")).customer == ()
    assert read(Reply(DRAFT, customer="")).customer == ()


def test_a_placeholder_in_the_signature_stays_one() -> None:
    text = "আপনার টাকা কাল যাবে 🙂\n\nRegards,\nOmar [Team] Ltd"
    masks = {text[mask.start : mask.end]: mask.kind for mask in read(Reply(text)).masks}
    assert masks == {"Omar ": "signature", "[Team]": "placeholder", " Ltd": "signature"}


TWENTY = "We looked at it. " + "word " * 15 + "end."
NINETEEN = "We looked at it. " + "word " * 14 + "end."
FIFTEEN = "আমরা দেখেছি। " + "কথা " * 12 + "শেষ।"
FOURTEEN = "আমরা দেখেছি। " + "কথা " * 11 + "শেষ।"


@pytest.mark.parametrize(
    ("text", "channel", "kind", "complete"),
    [
        (NINETEEN, "email", "draft", False),
        ("word " * 40, "email", "draft", False),
        (TWENTY, "chat", "draft", False),
        (TWENTY, "social", "draft", False),
        (FOURTEEN, "email", "draft", False),
        (f"Hi Rina 🙂,\n\n{NINETEEN}\n\nKind regards,\nOmar", "email", "draft", False),
        (f"Thanks for writing to us.\n\n{NINETEEN}", "email", "draft", False),
        (f"{NINETEEN}\n\n> একটি দুটি তিনটি", "email", "draft", False),
        (TWENTY, "email", "draft", True),
        (TWENTY, "chat", "canned", True),
        (TWENTY, "social", "canned", True),
        (FIFTEEN, "email", "draft", True),
        (f"Hi Rina 🙂,\n\n{TWENTY}\n\nKind regards,\nOmar", "email", "draft", True),
    ],
)
def test_complete(text: str, channel: Channel, kind: Kind, complete: bool) -> None:
    assert read(Reply(text, channel=channel, kind=kind)).complete is complete


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("We don't re-send it.", 4),
        ("আপনার ই-মেইল পাইনি 🙂", 3),
        ("Hi রিনা,\n\nIt is done.\n\nThanks,\nOmar", 3),
        ("See https://example.com/a/b and {{name}} now.", 3),
    ],
)
def test_words(text: str, words: int) -> None:
    assert read(Reply(text)).words == words


def test_a_large_text_is_read_in_seconds() -> None:
    text = "আপনার টাকা কাল যাবে 🙂 It leaves today, Rina. We can't say more.\n\n" * 15_000
    document = read(Reply(text))
    assert len(text) > 900_000
    assert len(document.sentences) == 45_000
