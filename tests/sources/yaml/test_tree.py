from __future__ import annotations

import time
from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.sources.one_edit import edited, strings, values
from tests.sources.yaml.documents import SOUPS, documents
from tonecheck.sources.layers import apply_edits
from tonecheck.sources.nodes import BadSyntax
from tonecheck.sources.source import Edit, Layer, Unwritable
from tonecheck.sources.yaml import events as yaml_events
from tonecheck.sources.yaml import tree as yaml_tree

BAD = {
    "না😀: b: c": (6, "mapping values are not allowed", "colon in quotes"),
    "না: 😀\n\tb: c": (6, "tab character", "replace the tab"),
    "না: '😀": (6, "unexpected end of stream", "close the quote"),
    "না: `😀": (4, "cannot start any token", "in quotes"),
    "না: \"😀 \\q\"": (7, "unknown escape", "backslash twice"),
    "না: 😀\x07": (5, "the character U+0007", "delete it"),
    "না: 😀\ud800": (5, "the character U+D800", "delete it"),
    "\ufeffনা: 😀": (0, "two byte-order marks", "delete"),
    "না: 😀\nb: *c": (9, "nothing before this is named &c", "in quotes"),
    "না😀: &a [b, *a]": (12, "*a stands within &a itself", "write out"),
    "না😀: " + "[" * 201: (204, "nested too deeply", "flatter"),
}  # fmt: skip


def layer_of(text: str, path: str) -> Layer:
    return yaml_tree.layer(text, dict(strings(yaml_tree.read_tree(text)))[path])


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_yaml_is_refused_where_it_goes_wrong(text: str) -> None:
    with pytest.raises(BadSyntax) as caught:
        yaml_tree.read_tree(text)
    offset, message, hint = BAD[text]
    assert caught.value.offset == offset
    assert message in caught.value.message
    assert "\n" not in caught.value.message
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [না,😀,x,x,x,x,x,x,x]\n"
        + "".join(f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
        "- &a {" + ", ".join(f"k{n}: না" for n in range(2000)) + "}\n" + "- <<: *a\n" * 2000,
        "- &a0 {k: 😀}\n" + "".join(f"- &a{n + 1} {{<<: *a{n}, k{n}: না}}\n" for n in range(3000)),
    ],
    ids=["laughs", "merges", "merges of merges"],
)
def test_aliases_do_not_multiply_without_end(text: str) -> None:
    begin = time.perf_counter()
    with pytest.raises(BadSyntax, match="aliases stand for more than 1,000,000 values"):
        yaml_tree.read_tree(text)
    assert time.perf_counter() - begin < 3


@pytest.mark.parametrize("head", ["", "a: ", "a: '", 'a: "', "a: >\n", "a: |\n  x", "- &a না😀\n"])
@pytest.mark.parametrize("mark", ["- ", "? ", "[", "{a: ", "'", '"', "\\", "\n", " ", "\t", "&a ", "!a ", "# 😀\n ", "\\\n ", "- *a\n"])  # fmt: skip
def test_marks_without_end_take_no_time(head: str, mark: str) -> None:
    text = head + mark * (50_000 // len(mark)) + "\n"
    begin = time.perf_counter()
    with suppress(BadSyntax):
        for _, node in [*strings(yaml_tree.read_tree(text))][:100]:
            yaml_tree.layer(text, node)
    assert time.perf_counter() - begin < 3


def test_every_scalar_is_a_text_and_nothing_is_none() -> None:
    text = "a: No\nb: 12:30\nc: ~\nd:\ne: null\nf: !!str\ng: '~'\nh: 😀\n1: !x না\n? [k]\n: v\n~: w"
    root = yaml_tree.read_tree(text)
    assert isinstance(root.value, dict)
    found = {name: node.value for name, node in root.value.items()}
    assert found == {"a": "No", "b": "12:30", "c": None, "d": None, "e": None, "f": "", "g": "~", "h": "😀", "1": "না", "[k] (63)": "v", "~": "w"}  # fmt: skip
    assert yaml_tree.read_tree("# না 😀\n").value is None


def test_several_documents_are_a_list_and_the_last_of_two_members_counts() -> None:
    assert values(yaml_tree, "a: না\na: 😀\nb: x\n---\n- y\n") == {"/0/a": "😀", "/0/b": "x", "/1/0": "y"}
    assert values(yaml_tree, "a: না\n---\n") == {"/0/a": "না"}


def test_merges_are_weaker_than_what_is_said() -> None:
    text = "x: &x {k: না, l: 1}\ny: &y {k: 😀, m: 2}\nz: {k: own, <<: *x}\nw: {<<: [*x, *y]}\nv: {<<: না😀}\n"
    found = values(yaml_tree, text)
    assert {path: value for path, value in found.items() if path[1] in "zwv"} == {
        "/z/k": "own", "/z/l": "1", "/w/k": "না", "/w/l": "1", "/w/m": "2", "/v/<<": "না😀",
    }  # fmt: skip


def test_every_character_stands_where_it_is_written() -> None:
    for text, path, written in (
        ("না: &x !!str 😀 ab\r\n  c\n\n  ন", "/না", ["😀", " ", "a", "b", "\r\n  ", "c", "\n\n  ", "ন"]),
        ("- 'না''😀 \n\n  x'", "/0", ["ন", "া", "''", "😀", " \n\n  ", "x"]),
        ('"😀": ["\\u09a8\\\n  া\\U0001F600\\n\n x"]', "/😀/0", ["\\u09a8", "া", "\\U0001F600", "\\n", "\n ", "x"]),
        ("না😀: |2-\n   ন\r\n\r\n  😀\n", "/না😀", [" ", "ন", "\r\n", "\r\n", "😀"]),
        ("না😀: >\n  ন\n  😀\n\n  x\n   y\n", "/না😀", ["ন", "\n  ", "😀", "\n\n  ", "x", "\n", " ", "y", "\n"]),
    ):
        where = layer_of(text, path).where
        assert [text[start:end] for start, end in zip(where.starts, where.ends, strict=True)] == written


@pytest.mark.parametrize(
    ("text", "edit", "reason"),
    [
        ("a: &x না😀\nb: *x", Edit(0, 1, "y"), "used in several places by an alias"),
        ("x: &x {a: না😀}\n<<: *x", Edit(0, 1, "y"), "used in several places by an alias"),
        ("a: না😀", Edit(0, 1, "\0"), "U[+]0000"),
        ('a: "না😀"', Edit(0, 1, "\ud83d"), "U[+]D83D"),
        ("a: 'না😀'", Edit(0, 1, "x\ny"), "new line"),
        ("a: >\n  না😀\n", Edit(0, 1, "x\ny"), "new line"),
        ("a: |\n  না😀\n", Edit(0, 1, "\x1b"), "U[+]001B"),
        ("a: |\n  না😀\n", Edit(0, 0, "\t"), "cannot begin with a space"),
        ("a: |\n  না😀\n", Edit(0, 0, " "), "cannot begin with a space"),
        ("a: |\n  না😀\n", Edit(4, 4, "\n"), "end otherwise"),
        ("a: |\n  না😀\nb: c", Edit(4, 4, "x"), "end otherwise"),
        ("a: |-\n  না😀\n", Edit(3, 3, "\n"), "end otherwise"),
        ("a: !!str\nনা: 😀", Edit(0, 0, "x"), "no room"),
    ],
)
def test_what_cannot_be_said_is_refused(text: str, edit: Edit, reason: str) -> None:
    with pytest.raises(Unwritable, match=reason):
        layer_of(text, "/a").write(edit)


@pytest.mark.parametrize(
    ("text", "edit", "after"),
    [
        ("a: না😀 x # c\n", Edit(2, 3, "it's \"y\""), "a: নাit's \"y\" x # c\n"),
        ("a: না😀 x # c\n", Edit(2, 3, ": y"), 'a: "না: y x" # c\n'),
        ("a: না😀 x", Edit(0, 5, "no"), 'a: "no"'),
        ("a: না😀 x", Edit(0, 5, "12:30"), 'a: "12:30"'),
        ("a: না😀 x", Edit(0, 5, ""), 'a: ""'),
        ("a: না\\😀 x", Edit(0, 2, "- \n"), 'a: "- \\n\\\\😀 x"'),
        ("{a: না😀}", Edit(3, 3, ", x"), '{a: "না😀, x"}'),
        ("a: না\n  😀 x\n", Edit(3, 4, "#"), 'a: "না\n  # x"\n'),
        ("a: না\n  😀 x\n", Edit(2, 2, " y "), "a: না y  😀 x\n"),
        ("a: 'না😀'", Edit(2, 3, "it's"), "a: 'নাit''s'"),
        ('a: "না😀"', Edit(2, 3, '"\\\n\t\u2028'), 'a: "না\\"\\\\\\n\\t\\L"'),
        ('a: "\\u09a8\\u09be"', Edit(1, 2, "হ😀"), 'a: "\\u09a8\\u09b9\\U0001f600"'),
        ("a: |\n  না😀\n\n  x\nb: c\n", Edit(4, 4, "y"), "a: |\n  না😀\n  y\n  x\nb: c\n"),
        ("a: |\r\n  না😀\r\n", Edit(3, 3, "\ny\n\nz"), "a: |\r\n  না😀\r\n  y\r\n\r\n  z\r\n"),
        ("a: |\n  না😀\n  x\nb: c\n", Edit(3, 4, " "), "a: |\n  না😀 x\nb: c\n"),
        ("a: |\n  না😀\nb: c\n", Edit(4, 4, "x\n"), "a: |\n  না😀\n  x\nb: c\n"),
        ("a: |1\n  না😀\n", Edit(0, 0, " "), "a: |1\n   না😀\n"),
        ("a: >\n  না😀\n  x\n", Edit(3, 3, ", y"), "a: >\n  না😀, y\n  x\n"),
        ("a: >\n  না😀\n  x\n", Edit(3, 3, " y "), "a: >\n  না😀 y \n  x\n"),
    ],
)  # fmt: skip
def test_words_are_written_in_the_style_that_stands_there(text: str, edit: Edit, after: str) -> None:
    assert apply_edits(text, [layer_of(text, "/a").write(edit)]) == after
    assert edited(yaml_tree, text, "/a", edit) == after


def composed(text: str) -> list[str]:
    """The scalars that PyYAML reads, keys too."""
    waiting, found = list(yaml.compose_all(text, Loader=yaml_events._Loader)), []
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.ScalarNode):
            found.append(node.value)
        elif isinstance(node, yaml.CollectionNode):
            waiting += [part for item in node.value for part in (item if isinstance(item, tuple) else (item,))]
    return found


def check(text: str) -> None:
    try:
        root = yaml_tree.read_tree(text)
    except BadSyntax as error:
        assert 0 <= error.offset <= len(text)  # noqa: PT017
        return
    with suppress(yaml.composer.ComposerError):  # an anchor that is named twice, which YAML allows
        assert {str(node.value) for _, node in strings(root)} <= {*composed(text)}
    for _, node in strings(root):
        layer = yaml_tree.layer(text, node)
        assert layer.text == node.value
        ends = [node.begin, *layer.where.ends]
        assert len(layer.where.starts) == len(layer.text)
        if not layer.text.isspace():
            # It is followed to its last character; a block of spaces only has none to tell its indentation by.
            places = zip(ends, layer.where.starts, layer.where.ends, strict=False)
            assert all(before <= start < end <= node.end for before, start, end in places)


@given(documents())
def test_reads_what_pyyaml_reads(text: str) -> None:
    check(text)


@given(SOUPS)
def test_any_text_is_read_or_refused(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", [*BAD, "না: &x 😀\nb: [*x, 'it''s', \"\\u0995\"]\nc: |\n  না\n  😀\n---\n- ~\n"])
def test_without_the_library_in_c_it_reads_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def outcome() -> object:
        yaml_tree._read.cache_clear()
        try:
            return yaml_tree.read_tree(text)
        except BadSyntax as error:
            # A position may differ by one: one marks the sign, the other the place behind.
            return error.message.split()[:2]

    with_c = outcome()
    monkeypatch.setattr(yaml_events, "_Loader", yaml.SafeLoader)
    assert outcome() == with_c
    yaml_tree._read.cache_clear()


WORDS = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\"'\\:#-{}[],|> \n\r\tনা😀\0x")), max_size=6)


@given(documents(), WORDS, st.data())
def test_an_edit_changes_what_it_says_and_nothing_else(text: str, words: str, data: st.DataObject) -> None:
    try:
        found = values(yaml_tree, text)
    except BadSyntax:
        return
    if not found:
        return
    path = data.draw(st.sampled_from(sorted(found)))
    start = data.draw(st.integers(0, len(str(found[path]))))
    end = data.draw(st.integers(start, len(str(found[path]))))
    edited(yaml_tree, text, path, Edit(start, end, words))


@given(
    st.lists(st.sampled_from(["না", "😀", "it's", '"', "\\", "{x}", " ", "#", ": ", "\n", "\x1b", "\u2028"]), max_size=8)
)
def test_double_quotes_hold_any_words(pieces: list[str]) -> None:
    assert edited(yaml_tree, 'না😀: "x y"', "/না😀", Edit(2, 3, "".join(pieces))) is not None
    assert edited(yaml_tree, "না😀: x y\n", "/না😀", Edit(2, 3, "".join(pieces))) is not None
