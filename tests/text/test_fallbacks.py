"""The words that placeholders fall back to, and the way back to where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.text.fallbacks import original_span, other_reading, touches_fallback
from tonecheck.text.placeholders import find_placeholders, may_fall_back


@pytest.mark.parametrize(
    "placeholder",
    [
        "{{name}}",
        '{{name|fallback:""}}',
        "{{ name | default: ' ' }}",
        "{{ a || b }}",
        '{{ date | date: "%B" }}',
        "{{ a | default: b.c }}",
        "%filltext:name=X:default=%",
        "%filltext:name=X%",
        '<attribute key="default"/>',
        "{{order or ticket}}",
    ],
)
def test_no_fallback_words(placeholder: str) -> None:
    text = f"প্রিয় 😊 {placeholder}, কাল"
    assert find_placeholders(text)
    assert other_reading(text, find_placeholders(text)) is None


@pytest.mark.parametrize(
    ("placeholder", "words"),
    [
        ('{{user.name|fallback:"there"}}', "there"),
        ('{{name|fallback:"Valued Customer"}}', "Valued Customer"),
        ("{{ contact.first_name || 'friend' }}", "friend"),
        ("{{ contact.first_name ?? 'বন্ধু' }}", "বন্ধু"),
        ('<attribute key="user.name" default="there"></attribute>', "there"),
        ('{{name|default("সম্মানিত গ্রাহক 😊")}}', "সম্মানিত গ্রাহক 😊"),
        ('{{ name | default: "there" | capitalize }}', "there"),
        ("{{ name | default(' there ', true) }}", "there"),
        ('{{ name or "there" }}', "there"),
        ("%{my_name,fallback:there}", "there"),
        ("{%customer.firstName,fallback=dear customer%}", "dear customer"),
        ("%filltext:name=X:default=সুধী%", "সুধী"),
        ("%filltext:name=X:default=Y:width=20%", "Y"),
        ("${name:-there}", "there"),
        ('{{ name | default: "it\'s you" }}', "it's you"),
    ],
)
def test_fallback_words(placeholder: str, words: str) -> None:
    text = f"প্রিয় 😊 {placeholder}, কাল {{{{x}}}}"
    reading = other_reading(text, find_placeholders(text))
    assert reading is not None
    assert may_fall_back(text)
    assert reading.text == f"প্রিয় 😊 {words}, কাল {{{{x}}}}"
    at = reading.text.index(words)
    start, end = original_span(reading, at, at + len(words))
    assert text[start:end] == words


TEXT = 'Hi 😊 {{a|fallback:"প্রিয় ক"}}{{b|fallback:"there"}}, না'


@pytest.mark.parametrize(
    ("seen", "original", "touches"),
    [
        ("Hi", "Hi", False),
        ("Hi 😊 ", "Hi 😊 ", False),
        (", না", ", না", False),
        ("প্রিয়", "প্রিয়", True),
        ("ক", "ক", True),
        ("there", "there", True),
        ("😊 প্রিয় ক", '😊 {{a|fallback:"প্রিয় ক"}}', True),
        ("Hi 😊 প্রিয়", 'Hi 😊 {{a|fallback:"প্রিয় ক"}}', True),
        ("কthere", '{{a|fallback:"প্রিয় ক"}}{{b|fallback:"there"}}', True),
        ("re, না", '{{b|fallback:"there"}}, না', True),
    ],
)
def test_spans_go_back(seen: str, original: str, touches: bool) -> None:
    reading = other_reading(TEXT, find_placeholders(TEXT))
    assert reading is not None
    at = reading.text.index(seen)
    start, end = original_span(reading, at, at + len(seen))
    assert TEXT[start:end] == original
    assert touches_fallback(reading, at, at + len(seen)) is touches


PIECES = (
    '{{a|fallback:"না 😊"}}',
    "{{ a || 'x' }}",
    "%{a,fallback:কি}",
    "{{a}}",
    "{% if a %}",
    "না",
    "😊",
    " ",
    ",",
    "\n",
)


@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join), st.data())
def test_every_span_goes_back_in_order_and_cuts_no_placeholder(text: str, data: st.DataObject) -> None:
    reading = other_reading(text, find_placeholders(text))
    if reading is None:
        return
    start = data.draw(st.integers(0, len(reading.text)))
    end = data.draw(st.integers(start, len(reading.text)))
    first, last = original_span(reading, start, end)
    assert 0 <= first <= last <= len(text)
    if not touches_fallback(reading, start, end):
        assert text[first:last] == reading.text[start:end] or start == end
    for slot in reading.slots:
        inside = slot.first <= first <= last <= slot.last
        assert inside or (first <= slot.start and slot.end <= last) or last <= slot.start or first >= slot.end
