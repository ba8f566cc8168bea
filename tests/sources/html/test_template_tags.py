from __future__ import annotations

import pytest

from tonecheck.sources.html.template_tags import MASK, find_template_tags, is_statement, mask
from tonecheck.sources.html.template_text import layer
from tonecheck.sources.layers import apply_edits
from tonecheck.sources.source import Edit, Unwritable


@pytest.mark.parametrize(
    "page",
    [
        "ক < খ 😀 > গ",
        "<P>ক</P> <B>😀</B> <title>খ</title> <time> <Link> <BR/>",
        "&lt;OTRS_X&gt; 😀 &lt;Your name&gt;",
        "{#ক 😀",
        "<% ক 😀",
        "{{!ক 😀 {{",
        "{name <b>ক</b>} 😀",
        "{{ ক <br></p><p class='x'>😀 }}",
    ],
)
def test_what_is_no_template_tag(page: str) -> None:
    assert find_template_tags(page) == []


@pytest.mark.parametrize(
    "tag",
    """
    {{ticket.requester.first_name}}
    {% if a<b %}
    {%- endif -%}
    {%customer.firstName,fallback=there%}
    {{#if x}}
    {{/if}}
    {{^x}}
    {{{raw}}}
    {{> part}}
    {{ a {b} c }}
    <%= x < "<p>" %>
    <% if a > b -%>
    <OTRS_CUSTOMER_REALNAME>
    <OTOBO_X[20]>
    <attribute key="user.name" default="there"/>
    <attribute key="a"></attribute>
    #{ticket.customer.firstname}
    %{recipient.name}
    %%7Brecipient.ticket_link%7D
    %{my_name,fallback:there}
    {!Contact.FirstName}
    {!$User.FirstName}
    ${name}
    [[sn.org.x]]
    [[MISSING TOKEN - NAME]]
    {name}
    {date:long}
    {$ticket.id}
    {session.x.y}
    %(name)s
    %s
    %1$s
    %filltext:name=X:default=Y%
    %clipboard%
    %FIRST_NAME%
    [ORDER NUMBER]
    [your name]
    [নাম]
    <Your name>
    {{user.name|fallback:"there"}}
    """.strip().split("\n    "),
)
def test_a_template_tag_is_found_whole(tag: str) -> None:
    page = f"প্রিয় 😀 {tag} আপনি"
    assert [(page[start:end], comment) for start, end, comment in find_template_tags(page)] == [(tag, False)]
    assert mask(page, find_template_tags(page)) == f"প্রিয় 😀 {MASK * len(tag)} আপনি"


@pytest.mark.parametrize(
    "comment",
    ["{# ক {{x}} 😀\n #}", "{#-" + " দীর্ঘ" * 200 + "#}", "{{! ক 😀 }}", "{{!-- {{x}} 😀 --}}", "<%# ক > 😀 %>", "<%-- %> ক --%>", "{%- comment 'ক' -%}{% if x %}😀{% endcomment %}"],
)  # fmt: skip
def test_a_comment_is_found_whole(comment: str) -> None:
    page = f"প্রিয় 😀 {comment} আপনি"
    assert [(page[start:end], hidden) for start, end, hidden in find_template_tags(page)] == [(comment, True)]


def test_no_tag_reaches_beyond_the_end() -> None:
    page = "ক 😀 <<Name>"
    assert [page[start:] for start, *_ in find_template_tags(page)] == ["<<Name>"]
    assert len(mask(page, find_template_tags(page))) == len(page)


def test_statements_are_told_from_placeholders() -> None:
    tags = ["{% if x %}", "{{#if x}}", "{{else}}", "{{/if}}", "{{^x}}", "<% end %>", "{{ x }}", "<%= x %>", "[নাম]"]
    assert [is_statement(tag) for tag in tags] == [True] * 6 + [False] * 3


@pytest.mark.parametrize(("start", "end"), [(0, 9), (3, 8)])
def test_an_edit_over_a_comment_of_a_plain_template_is_refused(start: int, end: int) -> None:
    read = layer("প্রিয় {# x #}😀 {{name}}")
    with pytest.raises(Unwritable, match="a comment stands between"):
        read.write(Edit(start, end, "ক"))


def test_a_plain_template_is_read_without_its_comments() -> None:
    source = "{# ক #}প্রিয় <b>{# 😀 #} {{name}},\n\n&amp; ভুল 😀 {# x #}"
    read = layer(source)
    assert read.text == "প্রিয় <b> {{name}},\n\n&amp; ভুল 😀 "
    assert all(source[start] == character for start, character in zip(read.where.starts, read.text, strict=True))
    at = read.text.index("ভুল")
    after = apply_edits(source, [read.write(Edit(at, at + 3, "ঠিক & ভালো")), read.write(Edit(0, 0, "😀"))])
    assert after == "{# ক #}😀প্রিয় <b>{# 😀 #} {{name}},\n\n&amp; ঠিক & ভালো 😀 {# x #}"
    assert layer("{# ক 😀 #}").text == ""
