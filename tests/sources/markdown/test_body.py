"""Markdown to words and back."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.sources.markdown.documents import inline, replies, standard_words
from tonecheck.sources.layers import apply_edits
from tonecheck.sources.markdown.body import layer
from tonecheck.sources.markdown.mask import mask, may_have_marks
from tonecheck.sources.markdown.reading import read_markdown
from tonecheck.sources.source import Edit, Unwritable

_SLOW = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
_PLAIN = [
    "a",
    "- ",
    "> ",
    "1. ",
    "2) ",
    "+ ",
    "#",
    "# ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "==",
    "-",
    "--",
    "আ 😊",
    "\r\n",
    "\r",
]
_WORDS = [
    "Sorry, ", "দুঃখিত 😊", "\n\n", "a\nb", "*x*", "# x", "- x", "1. x", "{{ a|b }}", "AT&T", "x < y", "`", "<!--", "```\n",
    "<b>x</b>", "&amp;", "[a]", "a_b_c", "\\", "  ", "    x", "> q", "---", "\x0b", "\r", "",
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "প্রিয় রিনা 😊, your order 2 * 3 = 6 is_late_now",
        "- one\n- two\n\n1. তিন\n2) four",
        "> আপনার কথা 😊\n> on two lines\n\nmine",
        "# Title 😊\n\n## শিরোনাম",
        "run `a*b*c` now, `<b>` দুঃখিত",
        "Thanks 😊,\n--\nরিনা",
        "{{ a|b }} {{{raw_x_y}}} {% if a < b and c > d %}{% endif %} %{my_name} [ORDER NUMBER] [[field_a]] <phone>",
        "{{ a*b }} 😊 {{ দুঃখিত*b }}",
        "a ```b\nc 😊 দুঃখিত",
        "AT&T and a < b > c 😊",
        "\n\n  leading\r\n\r\nCRLF দুঃখিত 😊\r",
        "Name: ____ 😊 date ______",
        "",
        " \n",
    ],
)
def test_nothing_is_taken_away_that_is_no_mark(text: str) -> None:
    assert layer(text).text == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**দুঃখিত 😊** and *so* _are_ __we__ ~~not~~", "দুঃখিত 😊 and so are we not"),
        ("***রিনা 😊***", "রিনা 😊"),
        ("# শিরোনাম 😊 ##", "# শিরোনাম 😊"),
        ("Head 😊\n====\nদুঃখিত", "Head 😊\n\nদুঃখিত"),
        ('[the *page* 😊](http://x/(a) "t") দুঃখিত', "the page 😊 দুঃখিত"),
        ("[পাতা 😊][a] [a] [b]\n\n[a]: <http://x y> 'z'", "পাতা 😊 a [b]\n\n"),
        ("![alt](src)😊 দুঃখিত", "😊 দুঃখিত"),
        ("<https://x.y/আ> <a@b.co> 😊", "https://x.y/আ a@b.co 😊"),
        ("<b class='x'>দুঃখিত</b> 😊<!-- no -->", "দুঃখিত 😊"),
        ("দুঃখিত<br>😊<br />\nx", "দুঃখিত\n😊\nx"),
        ("wrong\\! \\* \\a 😊 দুঃখিত\\", "wrong! * \\a 😊 দুঃখিত\\"),
        ("a &mdash; b &#2404; &amp; &nope; 😊", "a — b । & &nope; 😊"),
        ("দুঃখিত  \n😊\\\nx", "দুঃখিত\n😊\nx"),
        ("| Plan 😊 | **দাম** |\n|:--|--:|\n| a \\| b | c |", "Plan 😊\nদাম\n\na | b\nc"),
        ("a 😊 | b\n--|--\nদুঃখিত | {{ x|y }}", "a 😊\nb\n\nদুঃখিত\n{{ x|y }}"),
        ("দুঃখিত 😊\n\n```py\nx = '*'\n```\n\nend", "দুঃখিত 😊\n\n\n\n\n\nend"),
        ("~~~~\n```\nx\n```\n~~~~\n😊 দুঃখিত", "\n\n\n\n\n😊 দুঃখিত"),
        ("দুঃখিত 😊\n\n    code\n\nend", "দুঃখিত 😊\n\n\n\nend"),
        ("- [ ] দুঃখিত\n- [x] 😊 *x*", "- দুঃখিত\n- 😊 x"),
        ("> *দুঃখিত*\n> 😊 **x**", "> দুঃখিত\n> 😊 x"),
        ("<div>\nদুঃখিত <b>x</b> &lt; 😊\n</div>", "\nদুঃখিত x < 😊\n"),
        ("<!-- not\nthis -->\nদুঃখিত 😊", "\n\nদুঃখিত 😊"),
        ("😊\n\n***\n\n- - -\n\nদুঃখিত", "😊\n\n\n\n\n\nদুঃখিত"),
        ("দুঃখিত[^1] 😊\n\n[^1]: Note *x*", "দুঃখিত 😊\n\nNote x"),
        ("**{{ a_b }}** দুঃখিত 😊 [see {{ x }}]({{ url_a_b }})", "{{ a_b }} দুঃখিত 😊 see {{ x }}"),
        ("*__দুঃখিত:__ 😊*", "দুঃখিত: 😊"),
        ("*a*\r\n\r\nদুঃখিত  \r\n😊", "a\r\n\r\nদুঃখিত\r\n😊"),
        ("```\nদুঃখিত *x* 😊", "```\nদুঃখিত *x* 😊"),
    ],
)  # fmt: skip
def test_words(text: str, words: str) -> None:
    assert layer(text).text == words


@pytest.mark.parametrize(
    ("text", "start", "end", "words", "reason"),
    [
        ("leaves **আজ 😊**", 0, 9, "x", "not in one piece"),
        ("leaves **আজ 😊** now", 8, 14, "x", "not in one piece"),
        ("- এক 😊\n- two", 0, 2, "", "change the Markdown"),
        ("- এক 😊\n- two", 0, 0, "x ", "change the Markdown"),
        ("*আ* 😊 {{ name }} x", 6, 9, "x", "placeholder"),
        ("*আ* 😊 {{ name }} x", 6, 6, "x", "placeholder"),
        ("| আ | 😊 |\n|---|---|\n| x | y |", 0, 1, "a\nb", "table"),
        ("# শিরোনাম 😊", 2, 5, "a\n# b", "new line"),
        ("*আ 😊*", 0, 1, "x\0", "NUL"),
        ("**আ 😊** x", 2, 3, "", "change the Markdown"),
        ("- *আ* 😊 foo bar", 8, 8, "\n\n", "new line"),
    ],
)
def test_refused(text: str, start: int, end: int, words: str, reason: str) -> None:
    with pytest.raises(Unwritable, match=reason):
        layer(text).write(Edit(start, end, words))


@pytest.mark.parametrize(
    ("text", "old", "words", "after"),
    [
        ("**দুঃখিত 😊** you failed to", "you failed to", "please", "**দুঃখিত 😊** please"),
        ("just *wrong\\!* 😊 আ", "wrong!", "not right", "just *not right* 😊 আ"),
        ("*আ* &mdash; 😊 x", "—", "-", "*আ* - 😊 x"),
        ("*আ* 😊 x", "x", "2 * 3 and a_b_c", "*আ* 😊 2 * 3 and a_b_c"),
        ("*আ* 😊 x", "x", "*y* & z", "*আ* 😊 \\*y\\* & z"),
        ("*আ* 😊 x", "x", "{{ a*b*c }} *d*", "*আ* 😊 {{ a*b*c }} \\*d\\*"),
        ("আ\n\nx 😊", "x", "1. y", "আ\n\n1\\. y 😊"),
        ("আ\n\nx 😊", "x", "# y", "আ\n\n\\# y 😊"),
        ("<div>\nআ x 😊\n</div>", "x", "<b>", "<div>\nআ &lt;b&gt; 😊\n</div>"),
        ("| *আ* | 😊 x |\n|---|---|\n| a | b |", "x", "y | z", "| *আ* | 😊 y \\| z |\n|---|---|\n| a | b |"),
        ("আ 😊, x", ", x", ",\n\nx", "আ 😊,\n\nx"),
        ("**আ 😊** x", "", "Hi,\n\n", "Hi,\n\n**আ 😊** x"),
        ("# আ 😊\n\nx", "আ", "ই", "# ই 😊\n\nx"),
    ],
)  # fmt: skip
def test_written(text: str, old: str, words: str, after: str) -> None:
    read = layer(text)
    start = read.text.index(old)
    edit = read.write(Edit(start, start + len(old), words))
    assert apply_edits(text, [edit]) == after


@given(replies)
@_SLOW
def test_the_words_are_those_of_the_standard_parser(text: str) -> None:
    assume(mask(text) == text)
    expected = standard_words(text)
    assume("\ue000" not in expected)
    assert "".join(layer(text).text.split()).replace(">", "") == expected.replace(">", "")


@given(st.lists(st.sampled_from(_PLAIN), max_size=12).map("".join))
@_SLOW
def test_a_text_that_is_not_parsed_has_no_marks(text: str) -> None:
    assume(not may_have_marks(mask(text)))
    assert read_markdown(text, {}).text == text


@given(replies)
@_SLOW
def test_every_character_stands_where_the_map_says(text: str) -> None:
    read = layer(text)
    last = 0
    for character, start, end in zip(read.text, read.where.starts, read.where.ends, strict=True):
        assert last <= start <= end
        assert (
            text[start:end] in (character, "\\" + character) or text[start] in "&<|" or text[start:end].strip() == "|"
        )
        last = end


@given(replies, st.one_of(st.sampled_from(_WORDS), st.text(max_size=8), inline), st.data())
@_SLOW
def test_an_edit_changes_exactly_its_words(text: str, words: str, data: st.DataObject) -> None:
    read = layer(text)
    start = data.draw(st.integers(0, len(read.text)))
    end = data.draw(st.integers(start, min(len(read.text), start + 12)))
    try:
        edit = read.write(Edit(start, end, words))
    except Unwritable:
        return
    again = layer(apply_edits(text, [edit]))
    assert again.text == read.text[:start] + words + read.text[end:]
    shift = len(edit.words) - (edit.end - edit.start)
    assert [at - shift for at in again.where.starts[start + len(words) :]] == list(read.where.starts[end:])


@pytest.mark.parametrize(
    "mark", ["[", "*", "**আ ", "`", "<", "<!--", "&#", "![", "[a](", "[a]: b\n", "> ", "|", "\\", "{{", "  \n"]
)
def test_many_marks_take_linear_time(mark: str) -> None:
    def seconds(count: int) -> float:
        text = mark * (count // len(mark))
        begun = time.process_time()
        layer(text)
        return time.process_time() - begun

    layer("*warm*")
    assert seconds(40_000) < 0.3 + 8 * seconds(10_000)
