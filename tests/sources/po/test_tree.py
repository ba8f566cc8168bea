from __future__ import annotations

import time
from contextlib import suppress

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from tests.sources.one_edit import edited, strings, values
from tonecheck.sources.layers import apply_edits
from tonecheck.sources.nodes import BadSyntax, elements, members
from tonecheck.sources.po import tree as po_tree
from tonecheck.sources.source import Edit, Unwritable

HEADER = 'msgid ""\nmsgstr ""\n"Language: bn\\n"\n"Plural-Forms: nplurals=2; "\n"plural=n;\\n"\n\n'
LIBRARY = (
    HEADER
    + """#. 😀 said first
#, python-format,  fuzzy
#| msgid "Old না"
msgctxt "শুরু"
msgid "Hi"
msgstr "না 😀, \\"ধন্যবাদ\\"।"

msgid "one" "\\n"
msgid_plural "many"
msgstr[0] "একটি"
msgstr[1] ""
"না😀\\n"
"আর না"
#~ msgctxt "old"
#~ msgid "Go"
#~ msgstr ""
#~ "যান 😀"
"""
)

BAD = {
    'msgid "না😀': (6, "this string is not closed on its line"),
    'msgid "না😀"\n"a\nmsgstr ""': (12, "a string that belongs to no keyword"),
    '# না😀\n"x"': (6, "a string that belongs to no keyword"),
    "msgid না😀": (6, "no string in quotes behind msgid"),
    'msgid "না😀" bad': (12, "this is no line of a PO file"),
    '# না😀\nmsgstr "x"': (6, "msgstr without a msgid before it"),
    'msgid "না😀" msgstr "b" msgstr "c"': (23, "a second msgstr in one entry"),
    '{"না": 1}': (0, "this is no line of a PO file"),
    'msgid "না😀"\n"x"\n# said\n"y"': (23, "a string that belongs to no keyword"),
}


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_po_is_refused_where_it_goes_wrong(text: str) -> None:
    with pytest.raises(BadSyntax) as caught:
        po_tree.read_tree(text)
    assert (caught.value.offset, caught.value.message.removeprefix("not valid PO: ")) == BAD[text]


@pytest.mark.parametrize("mark", ["msgid ", 'msgid "', '"', "#~ ", 'msgid "a\\"', 'msgid "a"\n"b\n', "#~|", "\\"])
def test_marks_without_end_take_no_time(mark: str) -> None:
    begin = time.perf_counter()
    with suppress(BadSyntax):
        po_tree.read_tree(mark * (200_000 // len(mark)))
    assert time.perf_counter() - begin < 2


def test_entries_are_read_with_their_marks() -> None:
    root = po_tree.read_tree(LIBRARY)
    fields = {name: node.value for name, node in members(members(root)["header"]).items()}
    assert fields == {"Language": "bn", "Plural-Forms": "nplurals=2; plural=n;"}
    entries = [
        {name: node.value for name, node in members(entry).items() if name != "flags"}
        for entry in elements(members(root)["entries"])
    ]
    assert entries == [
        {"msgctxt": "শুরু", "msgid": "Hi", "msgstr": 'না 😀, "ধন্যবাদ"।', "fuzzy": True, "obsolete": False},
        {
            "msgid": "one\n", "msgid_plural": "many", "msgstr[0]": "একটি", "msgstr[1]": "না😀\nআর না",
            "fuzzy": False, "obsolete": False,
        },
        {"msgctxt": "old", "msgid": "Go", "msgstr": "যান 😀", "fuzzy": False, "obsolete": True},
    ]  # fmt: skip
    flags = elements(members(elements(members(root)["entries"])[0])["flags"])
    assert [LIBRARY[flag.begin : flag.end] for flag in flags] == ["python-format", "fuzzy"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_string_stands_where_it_is_written(line_end: str) -> None:
    text = LIBRARY.replace("\n", line_end)
    for path, node in strings(po_tree.read_tree(text)):
        layer = po_tree.layer(text, node)
        written = [text[start:end] for start, end in zip(layer.where.starts, layer.where.ends, strict=True)]
        assert layer.text == node.value or "/flags/" in path
        assert [{"\\n": "\n", '\\"': '"'}.get(piece, piece) for piece in written] == list(layer.text), path


def test_escapes_of_c_are_one_character_each() -> None:
    text = r'msgid "x" msgstr "না\a\t\\\"\x41\101\0😀\q\303"'
    node = dict(strings(po_tree.read_tree(text)))["/entries/0/msgstr"]
    layer = po_tree.layer(text, node)
    assert layer.text == 'না\a\t\\"AA\\0😀\\q\\303'
    written = [text[start:end] for start, end in zip(layer.where.starts, layer.where.ends, strict=True)]
    assert written[:8] == ["ন", "া", "\\a", "\\t", "\\\\", '\\"', "\\x41", "\\101"]


def test_an_empty_string_keeps_its_place() -> None:
    text = 'msgid "না😀" msgstr ""\n""\n'
    layer = po_tree.layer(text, dict(strings(po_tree.read_tree(text)))["/entries/0/msgstr"])
    assert layer.text == ""
    assert apply_edits(text, [layer.write(Edit(0, 0, "হ্যাঁ\n"))]) == 'msgid "না😀" msgstr "হ্যাঁ\\n"\n""\n'


@pytest.mark.parametrize(
    ("path", "edit", "reason"),
    [
        ("/entries/0/msgstr", Edit(0, 2, "হ্যাঁ"), "fuzzy"),
        ("/entries/1/msgstr[1]", Edit(2, 6, "x"), "the end of a line"),
        ("/entries/1/msgstr[0]", Edit(0, 1, "\0"), "NUL"),
    ],
)
def test_what_cannot_be_said_is_refused(path: str, edit: Edit, reason: str) -> None:
    layer = po_tree.layer(LIBRARY, dict(strings(po_tree.read_tree(LIBRARY)))[path])
    with pytest.raises(Unwritable, match=reason):
        layer.write(edit)


def test_a_digit_does_not_become_part_of_an_escape() -> None:
    text = 'msgid "না😀" msgstr "\\7x"'
    layer = po_tree.layer(text, dict(strings(po_tree.read_tree(text)))["/entries/0/msgstr"])
    with pytest.raises(Unwritable, match="escape"):
        layer.write(Edit(1, 2, "1"))


PIECES = st.lists(
    st.sampled_from(["না", "😀", r"\n", r"\"", r"\\", r"\t", " ", "a", "#", "{x}", "\u2028", '"\n"', '" "', '"\r\n\t"']),
    max_size=8,
).map("".join)
ENTRIES = st.lists(
    st.tuples(PIECES, PIECES, st.sampled_from(["", "#, fuzzy\n", "# না \"😀\n", "#| msgid \"না\"\n", "msgctxt \"না😀\"\n"])), max_size=4
).map(lambda found: "".join(f'{mark}msgid "x{id}"\nmsgstr "{text}"\n\n' for id, text, mark in found))  # fmt: skip
WORDS = st.text(
    alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from('"\\\n\r\tনা😀017xn\0')), max_size=6
)


@given(ENTRIES)
def test_reads_what_a_reader_by_lines_reads(text: str) -> None:
    expected = []
    for entry in regex.split(r"(?:\r?\n){2}", text):
        if 'msgid "' in entry:
            raw = entry.split("\nmsgstr ", 1)[1]
            joined = regex.sub(r'(?<!\\)((?:\\\\)*)"[ \t\r\n]*"', r"\1", raw.strip()[1:-1])
            expected.append(
                regex.sub(r"\\(.)", lambda hit: {"n": "\n", "t": "\t"}.get(str(hit[1]), str(hit[1])), joined)
            )
    found = elements(members(po_tree.read_tree(text))["entries"])
    assert [members(entry)["msgstr"].value for entry in found] == expected


@given(st.text(alphabet='msgidtrcx"\\# ~,\nনা😀', max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = list(strings(po_tree.read_tree(text)))
    except BadSyntax as error:
        assert 0 <= error.offset <= len(text)  # noqa: PT017
        return
    for path, node in found:
        assert po_tree.layer(text, node).text == node.value or "/flags/" in path


@given(ENTRIES, WORDS, st.data())
def test_an_edit_changes_what_it_says_and_nothing_else(entries: str, words: str, data: st.DataObject) -> None:
    text = HEADER + entries + 'msgid "a" msgstr[0] "না 😀"'
    path = data.draw(st.sampled_from([path for path in values(po_tree, text) if "msgstr" in path]))
    length = len(str(values(po_tree, text)[path]))
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    after = edited(po_tree, text, path, Edit(start, end, words))
    if after is None:
        assert "\0" in words or "fuzzy" in text or start + 1 < end
