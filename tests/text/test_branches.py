"""Branches of a template: what must never be read as one sentence comes first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.model import Reply
from tonecheck.text.document import is_fragment, read
from tonecheck.text.normalise import original_span


def sentences(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in read(Reply(text, kind="canned")).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "{% if a %}AA{% elsif b %}BB{% else %}CC{% endif %}",
        "{%- if a -%}\nAA\n{%- elif b -%}\nBB\n{%- else -%}\nCC\n{%- endif -%}",
        "{% case x %}{% when 1 %}AA{% when 2 %}BB{% else %}CC{% endcase %}",
        "{% unless a %}AA{% endunless %}{% for a in b %}BB{% endfor %}\nCC",
        "{{#if a}}AA{{else if b}}BB{{else}}CC{{/if}}",
        "{{#each a}}AA{{^}}BB{{/each}}\nCC",
        "{{#a}}AA{{/a}}{{^a}}BB{{/a}}{{#b}}CC{{/b}}",
        "<% if x %>AA<% elsif y %>BB<% else %>CC<% end %>",
        "<% a.each do |b| %>AA<% end %>\n<%- if y -%>BB<%- end -%>\nCC",
        "<% if (x) { %>AA<% } else { %>BB<% } %>\nCC",
    ],
)
@pytest.mark.parametrize("words", [("আজ 😊 পাবেন", "কাল পাবেন না", "হবে না"), ("We ship today", "It is late", "no 😊 way")])
def test_branches_are_never_joined(text: str, words: tuple[str, str, str]) -> None:
    for mark, own in zip(("AA", "BB", "CC"), words, strict=True):
        text = text.replace(mark, own)
    found = sentences(text)
    assert all(sum(own in sentence for own in words) <= 1 for sentence in found)
    for own in words:
        assert all(any(part in sentence for sentence in found) for part in own.split())
    assert not any(mark in sentence for sentence in found for mark in ("{%", "{{", "<%"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("😊 Order {% if a %}is ready{% else %}is late{% endif %}. না।", ["is ready", "is late"]),
        ("Refundable: {% if a %}Yes 😊{% else %}No{% endif %}", ["Yes 😊", "No"]),
        ("অর্ডার {{#a}}আজ{{/a}}{{^a}}কাল{{/a}} পাবেন 😊", ["আজ", "কাল", "পাবেন 😊"]),
        ("{% if a %}আজ 😊।{% else %}না।{% endif %} কাল আসুন।", []),
        ("{% if a %}Dear {{name}}{% else %}Dear customer{% endif %},\nকাল 😊", []),
        ("We sent it 😊 {% if a %}Yes.{% else %}No.{% endif %}", []),
    ],
)
def test_pieces_of_a_cut_sentence_are_known(text: str, expected: list[str]) -> None:
    pieces = [sentence for sentence in read(Reply(text, kind="canned")).sentences if is_fragment(sentence)]
    assert [text[piece.start : piece.end].strip(".") for piece in pieces] == expected


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Your order{% if many %}s{% endif %} leave today 😊.", "your orders leave today 😊."),
        ("আপনার বই{{#a}}গুলো{{/a}} আজ পাবেন 😊", "আপনার বইগুলো আজ পাবেন 😊"),
        ("Your {# note 😊 #}order{% assign a = 1 %} left.", "your order left."),
        ("{% assign a = 'না 😊' %}Dear customer,", "dear customer,"),
        ("{% assign a = ticket.requester.first_name | default: 'না 😊' %}\nDear customer,", "dear customer,"),
        ("😊 {% include 'ok' %} না", "😊 \ufffc না"),
    ],
)
def test_what_shows_nothing_is_gone_and_one_branch_stays_in_its_sentence(text: str, folded: str) -> None:
    assert " ".join(sentence.folded.text for sentence in read(Reply(text, kind="canned")).sentences) == folded


@pytest.mark.parametrize(
    "comment", ["{{! AA }}", "{{!-- AA --}}", "{# AA #}", "<%# AA %>", "{% comment %}AA{% endcomment %}"]
)
def test_comments_are_no_prose(comment: str) -> None:
    comment = comment.replace("AA", "stupid 😊.\n\nDear customer,\nবাজে কথা।")
    assert sentences(f"আজ 😊 পাবেন।\n{comment}\nWe sent it.") == ["আজ 😊", "পাবেন।", "We sent it."]


@pytest.mark.parametrize(
    ("text", "before", "behind"),
    [
        ("{% if a %}\nহবে 😊 না।\n{% else %}\nকাল পাবেন।\n{% endif %}\n\nBest,\nRuth", "", "\n\nBest,\nRuth"),
        ("Hi Ruth,\n\n{{#if a}}Ok 😊.{{#if b}}না।{{/if}}{{/if}}", "Hi Ruth,\n\n", ""),
        ("{% if a %}Ok 😊.{% endif %} কাল পাবেন।", "", ""),
    ],
)
def test_what_is_missing_belongs_in_no_branch(text: str, before: str, behind: str) -> None:
    document = read(Reply(text, kind="canned"))
    assert (text[: document.opening_at], text[document.closing_at :]) == (before, behind)


PIECES = (
    "{% if a %}",
    "{% else %}",
    "{% endif %}",
    "{{#a}}",
    "{{/a}}",
    "<% end %>",
    "{# না #}",
    "{{a}}",
    "না ",
    "no. ",
    "😊",
    "\n",
    "কি",
    ",",
)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_positions_stay_true(text: str) -> None:
    document = read(Reply(text, kind="canned"))
    done = 0
    for sentence in document.sentences:
        assert done <= sentence.start < sentence.end <= len(text)
        done = sentence.end
        for at in range(len(sentence.folded.text)):
            start, end = original_span(sentence.folded, at, at + 1, text)
            assert sentence.start <= start <= end <= sentence.end
    for at in (document.greeting_at, document.opening_at, document.closing_at):
        assert 0 <= at <= len(text)
        assert not any(mask.start < at < mask.end for mask in document.masks)
