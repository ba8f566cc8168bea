from __future__ import annotations

import time
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.sources.html.body import layer
from tonecheck.sources.html.lines import MADE
from tonecheck.sources.html.tags import find_tags
from tonecheck.sources.html.template_tags import find_template_tags, mask
from tonecheck.sources.html.words import read_words
from tonecheck.sources.layers import apply_edits, outer_span
from tonecheck.sources.source import Edit, Unwritable

# Pieces of pages that every reader of HTML reads alike.
PIECES = (
    "আমরা|দুঃখিত।|😀| |\n|  \t|word|It&#39;s|&rsquo;|&nbsp;|&amp;|&lt;b&gt;|&notit;|&copy|&#2404;|&#x1F600;|&bogus;|& "
    "|3 < 5|<b>|</b>|<p>|</p>|<P CLASS=x>|<br>|<br/>|<BR />|<div>|</div>|<div lang='bn' title=\"a > b\">|</a>|<a href='x\"y'>"
    "|<!-- c <b> -->|<!--[if mso]><p>x</p><![endif]-->|<!doctype html>|<style>p { a:b > c } </style>|<hr>|</ p>|</>"
    "|<script>if (a<b) '</p>'</script>|<title>T &amp; x</title>|<head>|</head>|<body>|<pre>|</pre>|<code>|</code>"
    "|<blockquote>|</blockquote>|<div class='a gmail_quote'>|<li>|</li>|<ul>|<textarea>x</textarea>|{{ticket.name}}"
    "|{% if a %}|{% else %}|{% endif %}|[order number]|#{user.name}|<img src=a.png>"
).split("|")
HOSTILE = (
    "<b|<|</|<!|<!--|-->|>|\"|'|=|&|&#|&#x|&lt|<?php |<![CDATA[|]]>|\0|<a b=\"|<a b='|{{|}}|{%|%}|{#|#}|<%|%>|[[|]]|{|}|/"
    "|<script>|<style|<title>|</title|{{ a < b }}|&lt;OTRS_X&gt;|<OTRS_X>|<Name>|%(a)s|XXX|__|{!Contact.X}|<b\n|\r|\xa0|&#10;|&Tab;"
    "|&NotEqualTilde;|<svg/>|<b/>|&#১;|<a b='<p>'"
).split("|")
WORDS = (
    "আপনার|দুঃখিত|😀|\"|'|’|&|<|>|\n|\n\n| |x|we are|{{ticket.name}}|{{|}}|{|}|%}|<b>|<br>|&amp;|;|#|amp;|lt|\0|\t|\r|\u2028"
    "|\xa0|।|[order number]|-->|/|<OTRS_X>|{#|  |é|[|%s|p>"
).split("|")

pages = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
hostile_pages = st.lists(st.sampled_from([*PIECES, *HOSTILE]), max_size=14).map("".join)
new_words = st.lists(st.sampled_from(WORDS), max_size=4).map("".join)


def edited(page: str, old: str, new: str) -> str:
    """The page after ``new`` was put for the first ``old`` of its words."""
    read = layer(page)
    start = read.text.index(old)
    return apply_edits(page, [read.write(Edit(start, start + len(old), new))])


@pytest.mark.parametrize(
    ("page", "old", "new", "reason"),
    [
        ("<b>আপনি ভুল</b> করেছেন 😀", "ভুল করেছেন", "ঠিক", "the tag </b> stands between"),
        ("😀 you <em class='x>y'>failed</em> to", "you failed", "we", "the tag <em> stands between"),
        ("😀 you <!-- <b> -->failed", "you failed", "we", "a comment stands between"),
        ("ক {# কিছু #}খ 😀", "ক খ", "গ", "a comment stands between"),
        ("<p>ক 😀</p><p>খ</p>", "😀\n\nখ", "গ", "more than one line"),
        ("ক 😀<br>খ", "😀\nখ", "😀 খ", "more than one line"),
        ("চালান <code>rm</code> এখন 😀", "\ufffc এখন", "না", "a piece of code"),
        ("😀 প্রিয় {{ticket.name}},", "ticket.name", "name", "only a part of a placeholder"),
        ("😀 ক &NotEqualTilde; খ", "\u0338", "গ", "only a part of a placeholder"),
        ("<p>ক 😀</p><p>খ</p>", "খ", "", "at the edge of a paragraph"),
        ("<p>ক 😀</p>", "ক", " ক", "no spaces at the edge"),
        ("<p>ক 😀 খ</p>", "ক", "ক ", "no more than one space"),
        ("<p>ক 😀 {{name}} খ</p>", "ক", "{{ গ", "would not be read as they are meant"),
        ("<p>ক 😀 x</p>", "x", "{# y #}", "would not be read as they are meant"),
        ("<p></p>", "", "ক", "has no words"),
    ],
)
def test_what_cannot_be_written_is_refused(page: str, old: str, new: str, reason: str) -> None:
    with pytest.raises(Unwritable, match=reason):
        edited(page, old, new)


@pytest.mark.parametrize(
    ("page", "old", "new", "expected"),
    [
        ("<p>ক 😀</p>", "ক", "<b> & খ", "<p>&lt;b&gt; &amp; খ 😀</p>"),
        ("<p>I'm 😀 আর</p>", "I'm", 'We\'re "ক"', '<p>We\'re "ক" 😀 আর</p>'),
        ("<p>I&#39;m 😀 আর don&#x27;t</p>", "😀", "we're", "<p>I&#39;m we&#39;re আর don&#x27;t</p>"),
        ("<p>I&rsquo;m 😀 আর</p>", "I’m", "We’re", "<p>We&rsquo;re 😀 আর</p>"),
        ("<p>I'm 😀</p><p>আর don&#39;t</p>", "😀", "that's", "<p>I'm that's</p><p>আর don&#39;t</p>"),
        ("<p>I&#39;m 😀</p><p>আর</p>", "আর", "that's", "<p>I&#39;m 😀</p><p>that&#39;s</p>"),
        ("<p>দুঃখিত&#2404; 😀 ভালো</p>", "ভালো", "ভাল।", "<p>দুঃখিত&#2404; 😀 ভাল&#2404;</p>"),
        ("<p>দুঃখিত&#2404; 😀</p><p>ভালো।</p>", "ভালো", "ক। ভাল", "<p>দুঃখিত&#2404; 😀</p><p>ক। ভাল।</p>"),
        ("<p>&#2453; &#128512; x</p>", "x", "খ", "<p>&#2453; &#128512; &#2454;</p>"),
        ("<p>&#x995; &#x1f600; x</p>", "x", "খ", "<p>&#x995; &#x1f600; &#x996;</p>"),
        ("<p>a&nbsp;b x</p>", "x", "খ\xa0😀", "<p>a&nbsp;b খ&nbsp;😀</p>"),
        ("<p>ক 😀</p>", "ক", "ক\nখ\n\nগ", "<p>ক<br>খ<br><br>গ 😀</p>"),
        ("<p>ক 😀</p>x<BR />y", "ক", "ক\nখ", "<p>ক<BR />খ 😀</p>x<BR />y"),
        ("ক 😀<br/>খ গ", "😀\nখ", "😀\nঘ", "ক 😀<br/>ঘ গ"),
        ("<b>আপনি</b> ভুল 😀", "আপনি ভুল", "আপনি ঠিক", "<b>আপনি</b> ঠিক 😀"),
        ("<p>ক <b>😀 খ</b></p>", " খ", " খ গ", "<p>ক <b>😀 খ গ</b></p>"),
        ("<p>ক</p>\n<p><i>খ 😀</i></p>", "খ", "হ্যাঁ, খ", "<p>ক</p>\n<p>হ্যাঁ, <i>খ 😀</i></p>"),
        ("😀 {{ a<b }} ক", "{{ a<b }} ক", "খ {{ a<b }} ক", "😀 খ {{ a<b }} ক"),
        ("😀 {{a}} ক", "{{a}}", "{{b}}", "😀 {{b}} ক"),
        ("😀 <OTRS_X> ক", "ক", "<OTRS_X> খ", "😀 <OTRS_X> <OTRS_X> খ"),
        ("😀 &lt;OTRS_X&gt; ক", "ক", "<OTRS_X> খ", "😀 &lt;OTRS_X&gt; &lt;OTRS_X&gt; খ"),
        ("<p>ক\n   খ 😀</p>", "ক খ", "গ ঘ", "<p>গ ঘ 😀</p>"),
        ("ক 😀", "ক", "ক", "ক 😀"),
    ],
)
def test_words_are_written_in_the_style_of_the_page(page: str, old: str, new: str, expected: str) -> None:
    assert edited(page, old, new) == expected


def test_an_insertion_stands_beside_the_character_before_it() -> None:
    page = "<p><b>ক 😀</b></p><p>খ</p>"
    read = layer(page)
    places = [apply_edits(page, [read.write(Edit(at, at, "x"))]) for at in (0, 3, 5, 6)]
    assert places == [
        "<p><b>xক 😀</b></p><p>খ</p>",
        "<p><b>ক 😀x</b></p><p>খ</p>",
        "<p><b>ক 😀</b></p><p>xখ</p>",
        "<p><b>ক 😀</b></p><p>খx</p>",
    ]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("", ""),
        ("<p> </p>", ""),
        ("a<br>খ", "a\nখ"),
        ("a<br><br>খ", "a\n\nখ"),
        ("a<br><br><br><br>খ", "a\n\nখ"),
        ("<div>a</div>\n<div>খ</div>", "a\nখ"),
        ("<div>a</div><div><br></div><div>খ</div>", "a\n\nখ"),
        ("<div>a<br></div><div>খ</div>", "a\nখ"),
        ("<div>a</div><div>&nbsp;</div><div>খ</div>", "a\n\nখ"),
        ("<p>a</p><p>&nbsp; \xa0</p><p>&nbsp;খ</p>", "a\n\n\xa0খ"),
        ("<p>a</p>  <p>খ</p>", "a\n\nখ"),
        ("<ul>\n<li>a</li>\n<li>খ</li></ul>গ", "a\n\nখ\n\nগ"),
        ("you <b>failed</b> to <i>en</i>ter", "you failed to enter"),
        ("a <b> খ </b> গ", "a খ গ"),
        ("a\r\n\t খ&#10;&Tab;গ", "a খ গ"),
        ("ক <!-- x --> {# <b> #} {{! y }}<%# z %>{{!-- }} --}} খ", "ক খ"),
        ("ক{# " + "দীর্ঘ\n" * 300 + "#} খ", "ক খ"),
        ("{% comment %}<p>a</p>{% endcomment %}খ", "খ"),
        ("<%= a > b ? '<p>' : 'খ' %> খ", "<%= a > b ? '<p>' : 'খ' %> খ"),
        ("<% " + "a < b; " * 100 + "%> খ", "খ"),
        ("{% if a<b %}ক{% else %}খ{% endif %}", "{% if a<b %}ক{% else %}খ{% endif %}"),
        ("<!-- {% if a %} -->ক<!-- {% else %} -->খ<!--{{ x }} {% endif %}-->", "{% if a %}ক{% else %}খ{% endif %}"),
        ('<a {% if a %}href="{{ url }}"{% endif %} title="x > {{y}}">খ</a>', "খ"),
        ("Hi {{name}, ক</p><p>খ {{order}}", "Hi {{name}, ক\n\nখ {{order}}"),
        ("{{ text|replace('<p>', '') }} খ", "{{ text|replace('<p>', '') }} খ"),
        ("<style>a{b}</style><head><title>x</title>y</head><script>'<p>'</script>খ<textarea>z</textarea>", "খ"),
        ("<head><meta><body>খ", "খ"),
        ("<title/>খ<code/>", "খ"),
        ("<pre>a</pre>খ<blockquote>b<blockquote>c</blockquote>d</blockquote>", "খ"),
        ('<div>খ</div><div class="gmail_quote gmail_x"><div>b</div>c</div><div class="quote">গ</div>', "খ\nগ"),
        ("চালান <code>a <code>b</code></code> এখন", "চালান \ufffc এখন"),
        ("<!--[if mso]><p>x</p><![endif]-->ক<![if !mso]>খ<![endif]><![CDATA[ a > b ]]>", "কখ"),
        ("&lt;OTRS_X&gt; <OTRS_Y[20]> <Your name> <P>খ</P>", "<OTRS_X> <OTRS_Y[20]> <Your name>\n\nখ"),
        ("3 < 5 & ক&lt5 &notit; &#2404; &bogus; &#x1F600;", "3 < 5 & ক<5 ¬it; । &bogus; 😀"),
        ("ক&#1;খ&#" + "9" * 5000 + ";", "কখ\ufffd"),
        ("ক <b", "ক <b"),
        ("ক <a href='>খ", "ক খ"),
        ("ক <!-- খ", "ক"),
    ],
)
def test_reads_the_lines_that_a_browser_shows(page: str, text: str) -> None:
    assert layer(page).text == text


def test_a_span_is_the_piece_of_the_page_that_shows_it() -> None:
    page = "<p>প্রিয় 😀&nbsp;{{name}},</p><p>আপনি <b>ভুল&#2404;</b></p>"
    read = layer(page)

    def slice_of(words: str) -> str:
        start = read.text.index(words)
        begin, end = outer_span((read,), start, start + len(words))
        return page[begin:end]

    assert slice_of("😀\xa0") == "😀&nbsp;"
    assert slice_of("আপনি ভুল।") == "আপনি <b>ভুল&#2404;"
    assert slice_of("{{name}}") == "{{name}}"
    assert slice_of("\n\n") == "</p><p>"


class Walk(HTMLParser):
    """The text of a page as the standard parser reads it, under the same rule of what is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.inside: str | None = None
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.inside:
            self.depth += tag == self.inside != "head"
            self.inside = None if (self.inside, tag) == ("head", "body") else self.inside
        elif tag in ("script", "style", "title", "textarea", "head", "pre", "code", "blockquote") or (
            tag == "div" and "gmail_quote" in (dict(attrs).get("class") or "")
        ):
            self.inside, self.depth = tag, 1

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == self.inside
        self.inside = self.inside if self.depth else None

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.found.append(data)


@given(pages)
def test_reads_the_text_that_the_standard_parser_reads(page: str) -> None:
    walk = Walk()
    walk.feed(page)
    walk.close()
    words = read_words(page)
    own = [character for character, mark in zip(words.text, words.marks, strict=True) if mark != MADE]
    assert "".join("".join(own).split()) == "".join("".join(walk.found).split())


@given(hostile_pages)
def test_each_character_stands_where_it_is_written(page: str) -> None:
    words = read_words(page)
    assert words.text == words.text.strip("\t\n\r\f ")
    assert "\n\n\n" not in words.text or "{" in page
    before = 0
    for character, start, end, mark in zip(words.text, words.starts, words.ends, words.marks, strict=True):
        assert before <= start <= end <= len(page)
        before = end
        if mark == 0 and page[start:end] != character:
            read = unescape(page[start:end])
            assert (read.strip("\t\n\r\f ") == "") if character == " " else read[:1] == character


@settings(max_examples=200)
@given(hostile_pages.filter(lambda page: bool(layer(page).text)), st.data(), new_words)
def test_an_edit_changes_exactly_those_words_or_is_refused(page: str, data: st.DataObject, new: str) -> None:
    read = layer(page)
    start = data.draw(st.integers(0, len(read.text)))
    end = data.draw(st.integers(start, min(len(read.text), start + 9)))
    try:
        edit = read.write(Edit(start, end, new))
    except Unwritable:
        return
    after = apply_edits(page, [edit])
    assert layer(after).text == read.text[:start] + new + read.text[end:]
    assert [tag for tag in tags(after) if not tag.startswith("<br")] == [
        tag for tag in tags(page) if not tag.startswith("<br")
    ]


def tags(page: str) -> list[str]:
    return [page[tag.start : tag.end].lower() for tag in find_tags(mask(page, find_template_tags(page)))]


@pytest.mark.parametrize(
    "mark",
    ["<", "</", "<!", "<!--", "<a ", '<a b="', "<a b='>' ", "<a b='<", "<![CDATA[", "<?", "{{", "{%", "{#", "<%", "{{!", "&", "&#", "&a", "<code>", "<title>", "{% comment %}", "&nbsp;", "<br>", "</p>{{", "[["],
)  # fmt: skip
def test_marks_that_nobody_closes_take_linear_time(mark: str) -> None:
    page = "ক😀" + mark * (100_000 // len(mark))
    begin = time.process_time()
    read_words(page)
    assert time.process_time() - begin < 2
