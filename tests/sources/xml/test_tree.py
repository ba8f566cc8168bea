from __future__ import annotations

import time
from contextlib import suppress
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sources.one_edit import edited, strings, values
from tonecheck.sources.layers import apply_edits
from tonecheck.sources.nodes import BadSyntax
from tonecheck.sources.source import Edit, Layer, Unwritable
from tonecheck.sources.xml import tree as xml_tree

TEXT = """<?xml version="1.0"?>
<n:r xmlns:n="u" a:b="না&#x9;😀 &gt;x&apos;
y"><!-- <b>না --><c>😀না
x<![CDATA[<b>না]]><d>no</d>&amp;<e/>z</c><c/></n:r>"""

BAD = {
    "<a>না😀<b></a>": (11, "not valid XML: mismatched tag"),
    "<a>না😀": (6, "not valid XML: no element found"),
    "<a>না😀&x;</a>": (6, "not valid XML: undefined entity"),
    "না😀": (2, "not valid XML: not well-formed (invalid token)"),
    "": (0, "not valid XML: no element found"),
    "<!-- না😀 --><!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>": (
        24,
        "the XML defines entities or a document type of its own",
    ),
    "<!DOCTYPE a SYSTEM 'না😀'><a>&x;</a>": (28, "not usable XML: the entity 'x' is defined elsewhere"),
    "<!DOCTYPE a SYSTEM 'না😀'><a b='&amp;&x;'/>": (36, "not usable XML: the entity 'x' is defined elsewhere"),
    "<না😀/>" + "<a>" * 200: (3, "not valid XML: not well-formed (invalid token)"),
    "<a>" * 200: (300, "not usable XML: nested too deeply"),
}


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_xml_is_refused_where_it_goes_wrong(text: str) -> None:
    with pytest.raises(BadSyntax) as caught:
        xml_tree.read_tree(text)
    assert (caught.value.offset, caught.value.message) == BAD[text]


def test_laughs_are_refused_before_they_grow() -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    with pytest.raises(BadSyntax, match="defines entities"):
        xml_tree.read_tree(f'<!DOCTYPE a [<!ENTITY l0 "না😀">{entities}]><a>&l11;</a>')


@pytest.mark.parametrize("head", ["", "<a>", '<a b="', "<a>" * 90], ids=["none", "one", "attribute", "many"])
@pytest.mark.parametrize("mark", ["<", "<a>", '<a b="', "<![CDATA[", "<!--", "<?x", "&amp;", "]]>", "<a/>", "\r"])
def test_marks_without_end_take_no_time(head: str, mark: str) -> None:
    begin = time.perf_counter()
    with suppress(BadSyntax):
        xml_tree.read_tree(head + mark * (200_000 // len(mark)))
    assert time.perf_counter() - begin < 2


def layer_of(text: str, path: str) -> Layer:
    return xml_tree.layer(text, dict(strings(xml_tree.read_tree(text)))[path])


def test_elements_attributes_and_texts() -> None:
    assert values(xml_tree, TEXT) == {
        "/r/0/@xmlns:n": "u",
        "/r/0/@a:b": "না\t😀 >x' y",
        "/r/0/c/0/#text": "😀না\nx<b>না&z",
        "/r/0/c/0/d/0/#text": "no",
    }


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_character_stands_where_it_is_written(line_end: str) -> None:
    text = TEXT.replace("\n", line_end)
    where = layer_of(text, "/r/0/c/0/#text").where
    written = [text[start:end] for start, end in zip(where.starts, where.ends, strict=True)]
    assert written == ["😀", "ন", "া", line_end, "x", "<", "b", ">", "ন", "া", "&amp;", "z"]
    where = layer_of(text, "/r/0/@a:b").where
    written = [text[start:end] for start, end in zip(where.starts, where.ends, strict=True)]
    assert written == ["ন", "া", "&#x9;", "😀", " ", "&gt;", "x", "&apos;", line_end, "y"]


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (Edit(4, 6, "y"), "markup stands between"),
        (Edit(9, 11, "y"), "markup stands between"),
        (Edit(0, 1, "\x1b"), "control character"),
        (Edit(0, 1, "\ud800"), "control character"),
        (Edit(6, 7, "না]]>😀"), "]]> cannot stand"),
        (Edit(6, 7, "\r"), "carriage return"),
    ],
)
def test_what_cannot_be_said_is_refused(edit: Edit, reason: str) -> None:
    with pytest.raises(Unwritable, match=reason):
        layer_of(TEXT, "/r/0/c/0/#text").write(edit)


def test_a_text_is_not_emptied() -> None:
    with pytest.raises(Unwritable, match="no text would be left"):
        layer_of("<a>না😀 </a>", "/a/0/#text").write(Edit(0, 3, ""))


def test_two_pieces_do_not_become_the_end_of_a_section() -> None:
    with pytest.raises(Unwritable, match="]]> cannot stand"):
        layer_of("<a>না]]😀></a>", "/a/0/#text").write(Edit(4, 5, ""))


ASCII = "<?xml version='1.0' encoding='us-ascii'?>"


@pytest.mark.parametrize(
    ("text", "words", "after"),
    [
        ("<a>না😀</a>", "<b> & \"'", "<a>না&lt;b&gt; &amp; \"'</a>"),
        ("<a>না😀 &quot;x&quot;</a>", "\"'", "<a>না&quot;' &quot;x&quot;</a>"),
        ("<a>না😀\r\n</a>", "x\ny\rz", "<a>নাx\r\ny&#13;z\r\n</a>"),
        ("<a><![CDATA[না😀]]></a>", "<b> & x", "<a><![CDATA[না<b> & x]]></a>"),
        ("<a>&#x9a8;x&#x1f600;</a>", "হ্যাঁ", "<a>&#x9a8;x&#x9b9;&#x9cd;&#x9af;&#x9be;&#x981;</a>"),
        (f"{ASCII}<a>&#2472;x&#128512;</a>", "হ", f"{ASCII}<a>&#2472;x&#2489;</a>"),
    ],
)
def test_words_are_written_as_their_neighbours_are(text: str, words: str, after: str) -> None:
    assert apply_edits(text, [layer_of(text, "/a/0/#text").write(Edit(2, 3, words))]) == after


def test_an_attribute_keeps_its_quotes() -> None:
    text = "<a b='না😀'/>"
    edit = layer_of(text, "/a/0/@b").write(Edit(2, 3, "\"'\n<"))
    assert apply_edits(text, [edit]) == "<a b='না\"&apos;&#10;&lt;'/>"


def test_letters_outside_the_encoding_do_not_go_into_cdata() -> None:
    with pytest.raises(Unwritable, match="encoding"):
        layer_of(f"{ASCII}<a><![CDATA[x]]></a>", "/a/0/#text").write(Edit(0, 1, "না😀"))


TEXTS = st.lists(
    st.sampled_from(["না", "😀", "&amp;", "&lt;", "&#13;", "&#x995;", "&quot;", " ", "\n", "\r\n", "\r", "\t", "x", "]", "]]", ">", "\u2028", "'", "{x}"]), max_size=7
).map("".join)  # fmt: skip
MARKUP = st.one_of(
    TEXTS,
    TEXTS.filter(lambda text: "]]>" not in text).map(lambda text: f"<![CDATA[{text}]]>"),
    st.sampled_from(["<!-- না <b> -->", "<?p না > ?>", "<br/>", "<i a='>😀'>না</i >", "<x:u>a</x:u>"]),
)
BODIES = st.lists(MARKUP, max_size=5).map("".join)
ATTRIBUTES = TEXTS.map(lambda text: text.replace("'", ""))
DOCUMENTS = st.tuples(st.sampled_from(["", "<?xml version='1.0'?>\n", "<!DOCTYPE r>"]), ATTRIBUTES, BODIES).map(
    lambda parts: "{}<r xmlns:x='u' k='{}'>{}</r>".format(*parts)
)
WORDS = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\"'<>&]\n\r\tনা😀\0x")), max_size=6)


@given(DOCUMENTS)
def test_reads_what_the_standard_reader_reads(text: str) -> None:
    try:
        root = ElementTree.fromstring(text.encode())
    except ElementTree.ParseError:
        with pytest.raises(BadSyntax):
            xml_tree.read_tree(text)
        return
    own = (root.text or "") + "".join(child.tail or "" for child in root)
    found = values(xml_tree, text)
    assert found.get("/r/0/#text", "") == ("" if own.isspace() else own)
    assert found["/r/0/@k"] == root.get("k")
    for path, node in strings(xml_tree.read_tree(text)):
        assert xml_tree.layer(text, node).text == node.value, path


@given(st.text(alphabet="<>/!?-[]CDATA&#x;='\" abনা😀\r", max_size=40).map("<a>{}</a>".format))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = list(strings(xml_tree.read_tree(text)))
    except BadSyntax as error:
        assert 0 <= error.offset <= len(text)  # noqa: PT017
        return
    for path, node in found:
        assert xml_tree.layer(text, node).text == node.value, path


@given(DOCUMENTS, WORDS, st.data())
def test_an_edit_changes_what_it_says_and_nothing_else(text: str, words: str, data: st.DataObject) -> None:
    try:
        found = values(xml_tree, text)
    except BadSyntax:
        return
    path = data.draw(st.sampled_from(sorted(found)))
    start = data.draw(st.integers(0, len(str(found[path]))))
    end = data.draw(st.integers(start, len(str(found[path]))))
    after = edited(xml_tree, text, path, Edit(start, end, words))
    if path.endswith("@k") and not forbidden(words):
        assert after is not None


def forbidden(words: str) -> bool:
    """Whether there is a character that XML 1.0 cannot say."""
    return any(
        not (
            character in "\t\n\r"
            or " " <= character <= "\ud7ff"
            or "\ue000" <= character <= "\ufffd"
            or character > "\uffff"
        )
        for character in words
    )
