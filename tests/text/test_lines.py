from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.text.lines import classify, quoted_message


def kinds(text: str) -> list[str]:
    return [line.kind for line in classify(text)]


def of_kind(text: str, kind: str) -> list[str]:
    return [text[line.start : line.end] for line in classify(text) if line.kind == kind]


EN_QUOTED = """Subject: Re: Second broken kettle

Hi Ruth,

I'm sorry, a second broken kettle is one too many. A new one leaves today and
you don't have to send the old one back.

Thanks,
Omar

--\x20
Omar Haddad | Kettles & Co
You must include your ticket number in every reply.

On Mon, 3 Mar 2025 at 10:02, Ruth Levy <ruth@example.com> wrote:
> This is the second broken kettle. You people are useless!
>
> On Fri, 28 Feb 2025, Kettles & Co wrote:
>> Your order has shipped.
"""

EN_FORWARD = """Hi team lead,

Customer below is wrong again, see his mail.

---------- Forwarded message ---------
From: Piet <piet@example.com>
Date: Tue, 4 Mar 2025 at 09:00
Subject: invoice 4411
To: <help@example.com>

I was charged twice and nobody answers.

Sent from my iPhone
"""

BN_QUOTED = """প্রিয় ফারহানা,

আপনার টাকা ফেরত দিতে দেরি হওয়ায় আমি দুঃখিত। আজ পাঠানো হয়েছে।

শুভেচ্ছান্তে,
রাশেদ
--\x20
রাশেদ খান | গ্রাহক সেবা

সোম, ৩ মার্চ, ২০২৫ তারিখে ১০:০২ AM টায় Farhana <f@example.com> লিখেছেন:
> তিন সপ্তাহ হয়ে গেল, টাকা কোথায়? আপনারা কি ঘুমাচ্ছেন?

আমার iPhone থেকে পাঠানো
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- item\n--x\n- another\n---", id="lists and rules"),
        pytest.param("Our hours:\nFrom: 5 pm on Monday\nTo: 6 pm on Friday", id="hours"),
        pytest.param("From: 5 pm on we are closed.", id="hours at the top"),
        pytest.param("From: 5 pm\nTo: 6 pm\n\nSee you", id="hours as the first lines"),
        pytest.param("On Monday you wrote to us.\nI wrote:\nall is well", id="wrote, no quote"),
        pytest.param("On 3 March you wrote: it is broken.", id="wrote in a sentence"),
        pytest.param("আপনি লিখেছেন:\nটাকা পাইনি 😊", id="you wrote, Bengali"),
        pytest.param("৩ মার্চ আপনি লিখেছেন:\nটাকা পাইনি", id="you wrote with a date, Bengali"),
        pytest.param("| a | b |\n| 1 | 2 |", id="table"),
        pytest.param("| one bar", id="one bar"),
        pytest.param(">:( that is sad", id="angry face"),
        pytest.param("Hi\nSent from our warehouse today.", id="sent from elsewhere"),
        pytest.param("আমার অফিস থেকে পাঠানো হয়েছে", id="sent, Bengali"),
        pytest.param("--\nHi Ruth", id="dashes at the top"),
        pytest.param("This email is confidential, please do not pass it on.", id="only paragraph"),
        pytest.param("Date: to be agreed\nI will call.", id="date is no header"),
        pytest.param("Note: the forwarded message\nis attached", id="words of a forward"),
    ],
)
def test_prose_stays_prose(text: str) -> None:
    assert set(kinds(text)) == {"prose"}


def test_english_reply_with_quote() -> None:
    assert of_kind(EN_QUOTED, "subject") == ["Subject: Re: Second broken kettle"]
    assert of_kind(EN_QUOTED, "attribution") == ["On Mon, 3 Mar 2025 at 10:02, Ruth Levy <ruth@example.com> wrote:"]
    assert of_kind(EN_QUOTED, "signature")[:2] == ["-- ", "Omar Haddad | Kettles & Co"]
    assert len(of_kind(EN_QUOTED, "quoted")) == 4
    assert of_kind(EN_QUOTED, "prose")[-2] == "Omar"
    message = quoted_message(EN_QUOTED, classify(EN_QUOTED))
    assert message == "This is the second broken kettle. You people are useless!"


def test_forward() -> None:
    assert of_kind(EN_FORWARD, "forward")[0] == "---------- Forwarded message ---------"
    assert of_kind(EN_FORWARD, "forward")[-1] == "Sent from my iPhone"
    assert of_kind(EN_FORWARD, "prose") == ["Hi team lead,", "", "Customer below is wrong again, see his mail.", ""]
    assert quoted_message(EN_FORWARD, classify(EN_FORWARD)) == "I was charged twice and nobody answers."


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_bengali_reply_with_quote(line_break: str) -> None:
    text = BN_QUOTED.replace("\n", line_break)
    assert of_kind(text, "attribution")[0].startswith("সোম, ৩ মার্চ")
    assert of_kind(text, "signature") == ["-- ", "রাশেদ খান | গ্রাহক সেবা", "", "আমার iPhone থেকে পাঠানো"]
    message = quoted_message(text, classify(text))
    assert message == "তিন সপ্তাহ হয়ে গেল, টাকা কোথায়? আপনারা কি ঘুমাচ্ছেন?"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("> Where is it?\nIt left.\n> And the bill?\nAttached.", "qpqp", id="interleaved"),
        pytest.param(">> old\n> > older\n> new\n\nHi", "qqqpp", id="depths"),
        pytest.param("| Where is it?\n| Well?\nIt left.", "qqp", id="bars"),
        pytest.param("Hi\n\nOn 14 May P. Lindgren wrote:\n> Bad.", "ppaq", id="no address"),
        pytest.param("Hi\nP. Lindgren wrote:\n\n> Bad.", "papq", id="no date"),
        pytest.param("Hi\nYou wrote:\n> Bad.", "ppq", id="the agent's own introduction"),
        pytest.param("Hi\nOn Mon, 3 Mar 2025\nRuth Levy\n<r@example.com>\nwrote:\n> Bad.", "paaaaq", id="wrapped"),
        pytest.param("Hi\n৩ মার্চ তারিখে ১০ টায়\nFarhana <f@example.com> লিখেছেন:\n> কই?", "paaq", id="wrapped, Bengali"),
        pytest.param("Hi\n\nOn 3 Mar, Ruth <r@example.com> wrote:\n\nBad.\n\nRuth", "ppaqqqq", id="quote not marked"),
        pytest.param("On 3 Mar, R <r@example.com> wrote:\n> Bad.\n\nI'm sorry.", "aqpp", id="answer below"),
        pytest.param("> " + "bad " * 20 + "and\nworse than that.\nI'm sorry.", "qqp", id="wrapped quote"),
        pytest.param("Hi\n--\nOmar\n\n> Bad.\n\nI'm sorry.", "psssqpp", id="signature ends at a quote"),
        pytest.param("Hi\n\nGet Outlook for iOS", "pps", id="device"),
        pytest.param("To: Ruth Levy\nSubject: Kettle\n\nHi", "hupp", id="header"),
        pytest.param("বিষয়: কেটলি\n\nপ্রিয় রুথ 😊", "upp", id="subject, Bengali"),
        pytest.param("বিষ\u09df: কেটলি\n\nপ্রিয় রুথ 😊", "upp", id="subject, composed letters"),
        pytest.param("Hi\n\nFrom: Piet\nSent: Monday\nTo: Us\nSubject: Bill\n\nBad.", "ppffffff", id="Outlook"),
        pytest.param("Hi\n" + "_" * 32 + "\nFrom: P <p@x.com>\nSent: Monday\nTo: Us\n\nBad.", "pffffff", id="ruled"),
        pytest.param("দেখুন\n\n----- ফরওয়ার্ড করা বার্তা -----\nটাকা কই? 😡", "ppff", id="forward, Bengali"),
        pytest.param("Hi\nBegin forwarded message:\n\n> From: P\n> Bad.", "pffff", id="Apple"),
        pytest.param("Hi\n\nThis e-mail is confidential and\nfor you alone.", "ppoo", id="footer"),
        pytest.param("প্রিয় 😊\n\nএই ইমেইলের তথ্য গোপনীয়।", "ppo", id="footer, Bengali"),
    ],
)
def test_kinds(text: str, expected: str) -> None:
    letters = {"attribution": "a", "subject": "u", "footer": "o"}
    assert "".join(letters.get(kind, kind[0]) for kind in kinds(text)) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Hi Ruth", None),
        ("Hi\n>\n> ", None),
        ("> Where is it? 😡\nIt left.\n> টাকা কই?", "Where is it? 😡\n\nটাকা কই?"),
        ("> One\n> two\n>> three", "One\ntwo"),
        (">> deep only", None),
        ("Hi\n\nOn 3 Mar, Ruth <r@example.com> wrote:\n\nBad.\n\nRuth", "Bad.\n\nRuth"),
        ("Hi\nBegin forwarded message:\n\n> From: P <p@x.com>\n> Subject: Bill\n>\n> Bad. 😡", "Bad. 😡"),
        ("Hi\n\nFrom: Piet\nSent: Monday\nTo: Us\nSubject: Bill\n\nখারাপ 😡\n\n--\nPiet", "খারাপ 😡"),
    ],
)
def test_quoted_message(text: str, message: str | None) -> None:
    assert quoted_message(text, classify(text)) == message


@given(st.text(st.sampled_from("ab >|-:\r\n\u2028\x85\x0bআি😊")))
def test_lines_cover_the_text(text: str) -> None:
    lines = classify(text)
    joined = "".join(text[line.start : line.end] for line in lines)
    assert joined == text.replace("\r", "").replace("\n", "")
    assert [text[line.start : line.end] for line in lines] == _reference(text)


def _reference(text: str) -> list[str]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines if lines[-1] else lines[:-1]
