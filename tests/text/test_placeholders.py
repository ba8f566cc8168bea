"""The placeholders of helpdesks, snippet tools and template engines, and what only looks like one."""

from __future__ import annotations

import pytest

from tonecheck.text.placeholders import find_placeholders

LOOKALIKES = r"""
100% sure
100%|x
20%discount and 5 % s off
50%-60%, 100% d
rate of 5%/day, a%20b, %20
১০০% নিশ্চিত, ৫০%ছাড়
a < b and c > d
I <3 you > me
<3 <3 <- -> >>
<b>name</b><br/><p>
Press <Enter>
[link](http://x)
[your order page](/help)
[sic] [1] [x] [ ] [RESOLVED] [Ticket 1044]
[Save draft]
{off} {yes} {soon}
{1} {} { } {1, 2, 3}
{a b c d e f}
{well, that is all}
{a, b}
\{name\}
f(x) = {x | x > 0}
$5 and $10, #1 and #2, $50{
:) {-: :-}
{{ never closed
{% never closed
{# never closed
}} %} #}
{n, plural, one {# day}
""".strip().split("\n")

PLACEHOLDERS = r"""
{{ticket.requester.first_name}}
{{ contact.first_name || 'friend' }}
{{user.name|fallback:"there"}}
{{user.name}}
{{invoice.date|strftime("%d %b")}}
{{ ticket.created_at | date: "%B %d, %Y" }}
{{customer.name|default("প্রিয় গ্রাহক 😊")}}
{{{raw}}}
{{&raw}}
{{> part}}
{{#if a}}
{{~#if a~}}
{{else}}
{{/if}}
{{^inverted}}
{{#each items}}
{{! note }}
{{!-- a }} note --}}
{{নাম}}
{{event.payload["a"]}}
{% if ticket.id < 5 %}
{%- if a > b -%}
{% assign a = "b" %}
{% raw %}
{%customer.firstName,fallback=there%}
{# comment #}
{#- comment -#}
<%= x %>
<%- x -%>
<%# note %>
<%-- a %> b --%>
<% if a > b %>
<OTRS_CUSTOMER_REALNAME>
<OTOBO_AGENT_UserFirstname>
<KIX_TICKET_TicketNumber>
<ZNUNY_CONFIG_X>
&lt;OTRS_CUSTOMER_SUBJECT[20]&gt;
<attribute key="user.name" default="there"/>
<attribute key="user.name" default="there"></attribute>
#{ticket.customer.firstname}
%{recipient.name.first}
%{my_name,fallback:there}
%7Brecipient.link%7D
{!Contact.FirstName}
{!$User.FirstName}
{!IF(Contact.Name = "", "there", Contact.Name)}
${name}
${name:-there}
[[MISSING TOKEN - PROPERTY NAME]]
[[customer.name|there]]
{name}
{$ticket.id}
{date:long}
{date "MMM d, yyyy"}
{amount, number, currency}
{n, plural, one {# day} other {# days}}
{কত, plural, =0 {না} other {# টা 😊}}
{gender, select, male {He} other {They}}
%(name)s
%(amount).2f
%s
%1$s
%filltext:name=X:default=Y%
%fillpopup:name=x:one:default=two%
%clipboard
%snippet:abc%
%FIRST_NAME%
[ORDER NUMBER]
[নাম]
&lt;Fill in the Order ID here&gt;
""".strip().split("\n")

LONG = "না 😊 }} a\n" * 200


@pytest.mark.parametrize("text", LOOKALIKES)
def test_lookalikes_are_none(text: str) -> None:
    assert find_placeholders(f"প্রিয় 😊 {text}, কাল পাবেন।") == []


@pytest.mark.parametrize(
    "placeholder",
    [
        *PLACEHOLDERS,
        f"{{# {LONG} #}}",
        f"{{{{!-- {LONG} --}}}}",
        f"{{% comment %}}{{{{ a }}}} {LONG}{{%- endcomment -%}}",
        f"<%# {LONG} %>",
        "{% liquid\n" + "assign name = ticket.requester.first_name\n" * 30 + "%}",
    ],
    ids=lambda placeholder: placeholder[:40],
)
def test_the_whole_placeholder_is_found(placeholder: str) -> None:
    text = f"প্রিয় 😊 {placeholder}, কাল পাবেন।"
    assert [text[start:end] for start, end in find_placeholders(text)] == [placeholder]


def test_the_words_of_a_raw_block_are_prose() -> None:
    text = "😊 {% raw %}কাল\n{{ name }} পাবেন{% endraw %}"
    assert [text[start:end] for start, end in find_placeholders(text)] == ["{% raw %}", "{{ name }}", "{% endraw %}"]
