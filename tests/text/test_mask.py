from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.text.lines import classify, quoted_message
from tonecheck.text.mask import MASK_CHARACTERS, apply_masks, find_masks
from tonecheck.text.normalise import fold


def masked(text: str) -> list[tuple[str, str]]:
    return [(mask.kind, text[mask.start : mask.end]) for mask in find_masks(text, classify(text))]


@pytest.mark.parametrize(
    "text",
    [
        "a < b and c > d",
        "I am 100% sure, 20%discount, 5 % s off",
        "He left it [sic], see [1] and [ ] and [x]",
        "[our order page](/help)",
        "[Save draft] keeps it, [Ticket 1044] is yours, press <Enter> or <b>this</b>",
        "{1} {} { } {a\nb}",
        "and/or, he/she, 24/7, a.m./p.m., Mr./Mrs. Roy, 12.5/2",
        "5 @ 10 taka, @৫০ টাকা, a@b",
        "don`t worry, it won`t",
        "one ` tick",
        "```\nnever closed",
        'a 15" screen and a 17" one',
        'he said "hello and left.\n\nThen "again',
        '"You are late, and this is all I say. 😊"',
        "“সব ঠিক আছে।”\n\n“কাল পাবেন।”",
        "the customers’ orders, it’s ok, ‘cause it’s theirs’ ",
        "” backwards “",
        "দাম ৫০০ টাকা, সময় ১০:৩০ 😊",
        "one { two {{ three [ four [[ five < six % seven",
        "XXL and XXXL, card XXXX-XXXX-XXXX-4521, XXXX 4521, 01711-XXXXXX, 880XXXXX, all my love xxx",
        "Tk xxxl 😊 দেখুন, love to you xxx on Friday",
        "😊 ভাই\n______\nsee ___this___ and a___b\r\n ____ ",
    ],
)
def test_prose_is_not_masked(text: str) -> None:
    assert masked(text) == []


@pytest.mark.parametrize(
    "placeholder",
    [
        "{{ticket.requester.first_name}}",
        "{{ contact.first_name || 'there' }}",
        '{{user.name|fallback:"there"}}',
        "{{{raw}}}",
        "{{নাম}}",
        "{%customer.firstName,fallback=there%}",
        "<%= @name %>",
        "<<First Name>>",
        "<OTRS_CUSTOMER_REALNAME>",
        "&lt;OTRS_CUSTOMER_SUBJECT[20]&gt;",
        '<attribute key="user.name" default="there"/>',
        '<attribute key="user.name"></attribute>',
        "#{ticket.customer.firstname}",
        "%{recipient.name.first}",
        "%{my_name,fallback:there}",
        "%7Brecipient.link%7D",
        "{!$User.FirstName}",
        "${name}",
        "[[MISSING TOKEN - PROPERTY NAME]]",
        "{name}",
        "{$ticket.id}",
        "{date:long}",
        "{নাম}",
        "%(name)s",
        "%s",
        "%1$s",
        "%filltext:name=who:default=you%",
        "%clipboard",
        "%FIRST_NAME%",
        "[ORDER NUMBER]",
        "[Customer Name]",
        "[insert date]",
        "[time]",
        "[…]",
        "[...]",
        "[শিক্ষার্থীর নাম]",
        "<<email>>",
        "<name>",
        "<PROJECT NAME>",
        "<Title>",
        "<Fill in the Order ID here>",
        "&lt;Your Name&gt;",
        "<লিংক বসবে>",
        "XXX",
        "XXXXXX",
        "________",
        "__",
        "[apnar nam]",
        "<tarikh>",
    ],
)
def test_placeholders(placeholder: str) -> None:
    text = f"প্রিয় 😊 {placeholder}, কাল পাবেন।"
    assert masked(text) == [("placeholder", placeholder)]


@pytest.mark.parametrize(
    ("kind", "words", "text"),
    [
        ("url", "https://example.com/a_(b)?c=d#e", "😊 (দেখুন https://example.com/a_(b)?c=d#e)."),
        ("url", "http://example.com", "লিংক: http://example.com। কাল পাবেন 😊"),
        ("url", "www.example.com.bd", "😊 www.example.com.bd-এ দেখুন"),
        ("url", "example.com/x", "😊 দেখুন example.com/x, ok"),
        ("url", "https://example.com/orders/{order_id}", "😊 GET https://example.com/orders/{order_id} না"),
        ("url", "http://x.com", "😊 [link](http://x.com) না"),
        ("url", "https://example.com", "😊 <https://example.com> না"),
        ("address", "ruth.levy+a@example.co.uk", "😊 Ruth <ruth.levy+a@example.co.uk>. না"),
        ("address", "help@rail.example", "😊 help@rail.example-এ লিখুন"),
        ("address", "@care_team", "😊 @care_team, না"),
        ("address", "@রহিম", "😊 @রহিম, না"),
        ("anonymised", "<email>", "😊 কপি <email>-এ গেছে, <email"),
        ("anonymised", "<phone>", "😊 <phone> না"),
        ("url", "https://example.com/a?id=1-<phone>&b=2", "😊 https://example.com/a?id=1-<phone>&b=2 না"),
        ("url", "https://<email>/a", "😊 https://<email>/a না"),
        ("code", "`{order_id}`", "😊 `{order_id}`-এ না"),
        ("placeholder", "XXXX", "😊 ফেরত নম্বর RT-XXXX, না"),
        ("placeholder", "____", "😊 নম্বর: ____"),
        ("placeholder", "xxx", "😊 আপনার xxx টাকা, love xxx"),
        ("placeholder", "xxxx", "😊 order xxxx, না"),
        ("code", "``a ` b``", "😊 ``a ` b`` না"),
        ("code", "```sh\nrm > x\n```", "😊 না\n```sh\nrm > x\n```\nok"),
        ("quotation", '"ফালতু সার্ভিস"', '😊 আপনি লিখেছেন "ফালতু সার্ভিস", না'),
        ("quotation", '"দোকানি"', '😊 নতুন "দোকানি"র দাম'),
        ("quotation", "“you are\nuseless”", "😊 না, “you are\nuseless” ok"),
        ("quotation", "«no»", "😊 না «no» ok"),
        ("quotation", "‘ক্যাশ অন ডেলিভারি’", "😊 ‘ক্যাশ অন ডেলিভারি’ সার্ভিস"),
        ("quotation", "‘don’t call’", "😊 না ‘don’t call’ ok"),
        ("quotation", '"Dear {{name}}, see https://x.com"', '😊 না "Dear {{name}}, see https://x.com" ok'),
        ("unseen", "{# note #}", "😊 না {# note #} ok"),
        ("branch", "{% if ticket.id < 5 %}", "😊 না।\n{% if ticket.id < 5 %}\nকাল"),
        ("placeholder", '{{ link | default: "https://x.com" }}', '😊 না {{ link | default: "https://x.com" }} ok'),
    ],
)
def test_inline_masks(kind: str, words: str, text: str) -> None:
    assert masked(text) == [(kind, words)]


def test_lines_of_one_kind_are_one_mask() -> None:
    text = "Subject: Re: কেটলি\n\nদুঃখিত 😊\n\n--\nOmar\nKettles\n\n> bad\n> worse"
    assert masked(text) == [
        ("header", "Subject: Re: "),
        ("signature", "--\nOmar\nKettles\n"),
        ("quoted", "> bad\n> worse"),
    ]


def test_applied_masks_keep_length_and_line_breaks() -> None:
    text = "😊 দেখুন {{name}}\r\n> bad\r\n> না"
    crossed_out = apply_masks(text, find_masks(text, classify(text)))
    assert crossed_out == "😊 দেখুন " + "\ufffc" * 8 + "\r\n" + "\ue000" * 5 + "\r\n" + "\ue000" * 4


@given(st.text(st.sampled_from('ab {}[]<>%"“”‘’`@/.:-\r\n|1') | st.sampled_from("আিনা।😊\u200d")))
def test_masks_are_in_order_and_apart(text: str) -> None:
    masks = find_masks(text, classify(text))
    done = 0
    for mask in masks:
        assert done <= mask.start < mask.end <= len(text)
        done = mask.end
    crossed_out = apply_masks(text, masks)
    assert len(crossed_out) == len(text)
    for at, char in enumerate(crossed_out):
        inside = [mask for mask in masks if mask.start <= at < mask.end]
        assert char == (MASK_CHARACTERS[inside[0].kind] if inside and text[at] not in "\r\n" else text[at])


HOSTILE = (
    "{",
    "{{",
    "{{{ ",
    "{% a",
    "{#",
    "{{!--",
    "{% comment %}",
    "{% if a %}",
    "a{% if a %}b",
    "{{#a}}b{{/a}}",
    "{n, plural, ",
    "<%# ",
    "<",
    "<<",
    "<%",
    "&lt;",
    "[",
    "[[",
    "%",
    "%(",
    "%A",
    '"',
    '"a ',
    '"a\n',
    "“a ",
    "‘a ",
    "‘’a",
    "`a",
    "``a`",
    "www.",
    "http://",
    "a.b/",
    "@a",
    "a@",
    ">\n",
    "| a\n",
    "\n",
    "\r",
    "--\n",
    "From:\n",
    "From: a@b\n",
    "wrote:\n",
    "On 3 a\nwrote:\n",
    "On 3 <a@b> wrote:\nb\n",
    "_" * 30 + "\n",
)


@pytest.mark.parametrize("ending", ["", ' }} %} %> % ] ]] > &gt; " ’ ` না 😊\n> a'], ids=["open", "closed"])
@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_hostile_text_is_not_slow(piece: str, ending: str) -> None:
    text = (piece * 100_000)[:100_000] + ending
    begin = process_time()
    lines = classify(text)
    masks = find_masks(text, lines)
    fold(apply_masks(text, masks))
    quoted_message(text, lines)
    assert process_time() - begin < 2  # 0.1 to 0.4 s on a quiet machine; a quadratic scan takes minutes
