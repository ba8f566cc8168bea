from __future__ import annotations

import csv
import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tonecheck.sources.csv.rows import Dialect, cells, layer, quotes_cells
from tonecheck.sources.layers import apply_edits
from tonecheck.sources.nodes import BadSyntax, Node
from tonecheck.sources.source import Edit, Unwritable

DELIMITERS = ",;\t|"
HOSTILE = st.lists(
    st.sampled_from(["a", "ক্ষ", "😀", " ", '"', '"', '""', *DELIMITERS, "\n", "\r", "\r\n", "="]), max_size=16
)
WORDS = st.one_of(
    HOSTILE.map("".join),
    st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from('",;\t|\r\n দুঃ😀\0')), max_size=8),
)
DIALECTS = st.builds(
    Dialect,
    st.sampled_from([*DELIMITERS, ""]),
    st.sampled_from(["", DELIMITERS]),
    st.booleans(),
    st.sampled_from(["\n", "\r\n"]),
)


def rows(delimiter: str) -> st.SearchStrategy[str]:
    """Rows of any shape that has a meaning, blank ones too."""
    inner = HOSTILE.map("".join)
    # What ends a bare cell cannot be in it, and a quote cannot begin it.
    bare = inner.map(lambda cell: "".join(c for c in cell if c not in f"{delimiter}\r\n"))
    quoted = st.builds(
        lambda cell, tail: '"' + cell.replace('"', '""') + '"' + tail, inner, st.just("") | bare.map(_unquoted)
    )
    row = st.lists(st.one_of(bare.map(_unquoted), quoted), min_size=1, max_size=4 if delimiter else 1).map(
        delimiter.join
    )
    return st.builds(str.__add__, row, st.sampled_from(["", "\n", "\r\n", "\r"]))


def _unquoted(cell: str) -> str:
    return cell.lstrip('"')


def edited(row: str, number: int, old: str, new: str, dialect: Dialect) -> str:
    """A row after an edit of the cell with this number that puts ``new`` in the place of ``old``."""
    words = layer(row, cells(row, dialect.delimiter)[number], dialect)
    start = words.text.index(old)
    return apply_edits(row, [words.write(Edit(start, start + len(old), new))])


@pytest.mark.parametrize(
    ("row", "offset", "message"),
    [
        ('দুঃখিত,😀,"never closed', 9, "never closed"),
        ('"', 0, "never closed"),
        ('"a""', 0, "never closed"),
        ("দুঃখিত 😀\nb,c\n", 8, "more than one row"),
        ('"a"\n\n', 3, "more than one row"),
        ("a\n\r", 1, "more than one row"),
    ],
)
def test_what_is_no_row(row: str, offset: int, message: str) -> None:
    with pytest.raises(BadSyntax, match=message) as caught:
        cells(row, ",")
    assert caught.value.offset == offset


@pytest.mark.parametrize(
    ("row", "values"),
    [
        ("", []),
        ("\r\n", []),
        ('""\n', [""]),
        (",", ["", ""]),
        ("দুঃখিত, 😀 ,\r", ["দুঃখিত", " 😀 ", ""]),
        ('5" pipe,a"b', ['5" pipe', 'a"b']),
        ('"a"b"c,d', ['ab"c', "d"]),
        (' "a",b', [' "a"', "b"]),
        ('"a,""b""\r\nc",x\r\n', ['a,"b"\r\nc', "x"]),
        ("a;b|c\td,e", ["a;b|c\td", "e"]),
    ],
)
def test_cells(row: str, values: list[str]) -> None:
    assert [cell.value for cell in cells(row, ",")] == values


def test_a_file_of_one_column_has_no_delimiter() -> None:
    assert [cell.value for cell in cells("Sorry, দুঃখিত; 😀\n", "")] == ["Sorry, দুঃখিত; 😀"]
    assert [cell.value for cell in cells('"Sorry, ""x"""\n', "")] == ['Sorry, "x"']


def test_each_character_stands_where_it_is_written() -> None:
    row = 'না,"😀""x"" দু"\'t,z'
    _, cell, _ = cells(row, ",")
    words = layer(row, cell, Dialect(",", ""))
    assert words.text == '😀"x" দু\'t'
    written = [row[start:end] for start, end in zip(words.where.starts, words.where.ends, strict=True)]
    assert written == ["😀", '""', "x", '""', " ", "দ", "ু", "'", "t"]


def test_an_empty_cell_keeps_its_place() -> None:
    row = '😀না,,"",x'
    empty, quoted = (layer(row, cell, Dialect(",", "")) for cell in cells(row, ",")[1:3])
    assert (empty.where.begin, quoted.where.begin) == (4, 6)
    assert (empty.text, quoted.text) == ("", "")


PLAIN = Dialect("\t", "", quoting=False)


@pytest.mark.parametrize(
    ("row", "old", "new"),
    [
        ("ক😀\tSorry for it\n", "for", "a\tb"),
        ("ক😀\tSorry for it\n", "for", "a\nb"),
        ("ক😀\tSorry for it\n", "for", "a\rb"),
        ("ক😀\tSorry for it\n", "Sorry", '"Sorry"'),
        ('ক😀\tSorry "for" it\n', "Sorry ", ""),
        ("ক😀\tSorry for it\n", "for", "a\0b"),
    ],
)
def test_what_cannot_stand_in_a_file_without_quotes(row: str, old: str, new: str) -> None:
    with pytest.raises(Unwritable):
        edited(row, 1, old, new, PLAIN)


def test_the_only_cell_without_quotes_cannot_become_nothing() -> None:
    with pytest.raises(Unwritable, match="nothing at all"):
        edited("দুঃখিত😀\n", 0, "দুঃখিত😀", "", PLAIN)


def test_the_first_row_without_a_header_keeps_its_delimiter_in_a_file_without_quotes() -> None:
    with pytest.raises(Unwritable, match="a delimiter"):
        edited("দুঃখিত😀 a\tb\n", 0, "a", "a, b", PLAIN._replace(guarded=DELIMITERS))


@pytest.mark.parametrize(
    ("row", "old", "new", "want", "dialect"),
    [
        ("ক😀,Sorry for it,x\n", "Sorry", "দুঃখিত", "ক😀,দুঃখিত for it,x\n", Dialect(",", "")),
        ("ক😀,Sorry for it,x\n", "Sorry", "Well; yes", "ক😀,Well; yes for it,x\n", Dialect(",", "")),
        ("ক😀,Sorry for it,x\n", "Sorry", "Well; yes", 'ক😀,"Well; yes for it",x\n', Dialect(",", DELIMITERS)),
        ("ক😀,Sorry for it,x\n", "Sorry", "Oh, so", 'ক😀,"Oh, so for it",x\n', Dialect(",", "")),
        ("ক😀,Sorry for it,x\n", "for", '"for"', 'ক😀,"Sorry ""for"" it",x\n', Dialect(",", "")),
        ("ক😀,Sorry for it,x\n", " for it", " ", 'ক😀,"Sorry ",x\n', Dialect(",", "")),
        ("ক😀, Sorry for it,x\n", "for", "to", "ক😀, Sorry to it,x\n", Dialect(",", "")),
        ("ক😀,Sorry for it,x\n", "Sorry", "=1+1", "ক😀,=1+1 for it,x\n", Dialect(",", "")),
        ("ক😀,Sorry for it,x\n", "Sorry for it", "", "ক😀,,x\n", Dialect(",", "")),
        ('ক😀,a "b" c,x\n', "a ", "", 'ক😀,"""b"" c",x\n', Dialect(",", "")),
        ('ক😀,5" for it,x\n', "for", "to", 'ক😀,5" to it,x\n', Dialect(",", "")),
        ('ক😀,"Sorry for it",x\n', "for", 'a "b", c', 'ক😀,"Sorry a ""b"", c it",x\n', Dialect(",", "")),
        ('ক😀,"a ""b"" c",x\n', '"b"', "b", 'ক😀,"a b c",x\n', Dialect(",", "")),
        ('ক😀,"Sorry"s for,x\n', "s f", "t, f", 'ক😀,"Sorryt, for",x\n', Dialect(",", "")),
        ('ক😀,"Sorry"s for,x\n', "Sor", "Hur", 'ক😀,"Hurry"s for,x\n', Dialect(",", "")),
        # Line breaks: the cell's own, else the file's.
        ('ক😀,"a\r\nb c"\n', "c", "d\ne", 'ক😀,"a\r\nb d\r\ne"\n', Dialect(",", "")),
        ('ক😀,"a\nb c"\r\n', "c", "d\r\ne", 'ক😀,"a\nb d\ne"\r\n', Dialect(",", "", line_break="\r\n")),
        ("ক😀,a c\r\n", "c", "d\ne", 'ক😀,"a d\r\ne"\r\n', Dialect(",", "", line_break="\r\n")),
        ("ক😀,a c\r\n", "c", "d\r\ne", 'ক😀,"a d\ne"\r\n', Dialect(",", "")),
        # Tabs, with and without quotes around cells.
        ("ক😀\tSorry for it\n", "for", "a, b", "ক😀\tSorry a, b it\n", PLAIN),
        ("ক😀\tSorry for it\n", "for", '"b"', 'ক😀\tSorry "b" it\n', PLAIN),
        ("ক😀\tSorry for it\n", " for it", " ", "ক😀\tSorry \n", PLAIN),
        ("ক😀\tSorry for it\n", "for", "a\tb", 'ক😀\t"Sorry a\tb it"\n', Dialect("\t", "")),
    ],
)
def test_edits_in_the_style_of_the_file(row: str, old: str, new: str, want: str, dialect: Dialect) -> None:
    assert edited(row, 1, old, new, dialect) == want


def test_the_only_cell_of_a_row_stays_a_row() -> None:
    assert edited("দুঃখিত😀\r\n", 0, "দুঃখিত😀", "", Dialect("", "")) == '""\r\n'


@pytest.mark.parametrize(
    ("row", "quoted"), [("a,b\n", False), ('a,5" b\n', False), ('a,"b"\n', True), ('"দুঃ😀"\n', True), (' "a",b', False)]
)
def test_quotes_around_cells_are_seen(row: str, quoted: bool) -> None:
    assert quotes_cells(row, ",") is quoted


@given(st.sampled_from(DELIMITERS), st.data())
def test_reads_what_csv_reads(delimiter: str, data: st.DataObject) -> None:
    row = data.draw(rows(delimiter))
    found = cells(row, delimiter)
    assert [[cell.value for cell in found]] == (
        list(csv.reader(io.StringIO(row, newline=""), delimiter=delimiter)) or [[]]
    )
    for cell in found:
        _check_map(row, cell, delimiter)


def _check_map(row: str, cell: Node, delimiter: str) -> None:
    text, (first, starts, ends), _ = layer(row, cell, Dialect(delimiter, ""))
    assert text == cell.value
    assert len(text) == len(starts) == len(ends)
    for character, start, stop in zip(text, starts, ends, strict=True):
        assert row[start:stop] in (character, '""' if character == '"' else character)
    # Nothing lies between the characters but the quotes of the cell.
    places = [first, *(place for pair in zip(starts, ends, strict=True) for place in pair), cell.end]
    assert places == sorted(places)
    assert set("".join(row[a:b] for a, b in zip((first, *ends), (*starts, cell.end), strict=True))) <= {'"'}


def _fitting(old: str, words: str, dialect: Dialect) -> str:
    style = "\r\n" if "\r\n" in old else "\n" if "\n" in old else "\r" if "\r" in old else dialect.line_break
    return style.join(words.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


@given(DIALECTS, WORDS, st.data())
def test_an_edit_changes_its_words_and_nothing_else(dialect: Dialect, words: str, data: st.DataObject) -> None:
    row = data.draw(rows(dialect.delimiter))
    before = cells(row, dialect.delimiter)
    assume(before)
    number = data.draw(st.integers(0, len(before) - 1))
    cell = layer(row, before[number], dialect)
    start = data.draw(st.integers(0, len(cell.text)))
    end = data.draw(st.integers(start, len(cell.text)))
    wanted = [str(node.value) for node in before]
    wanted[number] = cell.text[:start] + _fitting(cell.text, words, dialect) + cell.text[end:]
    try:
        edit = cell.write(Edit(start, end, words))
    except Unwritable:
        assert "\0" in words or not dialect.quoting
        return
    after = apply_edits(row, [edit])
    assert before[number].begin <= edit.start <= edit.end <= before[number].end
    assert [node.value for node in cells(after, dialect.delimiter)] == wanted
