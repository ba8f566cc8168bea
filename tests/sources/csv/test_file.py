from __future__ import annotations

import csv
import io
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tonecheck.errors import InputError, Problem
from tonecheck.sources.csv.file import read
from tonecheck.sources.layers import apply_edits, outer_edit, outer_span
from tonecheck.sources.library import UnknownShape
from tonecheck.sources.profile import Profile, at_paths, profile_of
from tonecheck.sources.source import Context, Edit, SourceReply, Stretch, Unwritable, in_file

GORGIAS = (
    "\ufeffid,name,language,body_text\r\n"
    '23453,on its way,en,"Hi {{ticket.customer.firstname}},\n\nYour order left our warehouse. 🙂"\r\n'
    '23454,"discount: ""code, please""",en,"The code is ""WELCOME5"", it works once."\r\n'
    "23457,ধন্যবাদ,bn,ধন্যবাদ {{ticket.customer.firstname}}। আপনার মতামত কাজে লাগবে।\r\n"
).encode()
ZAMMAD = (
    "name;keywords;content;note;active;\r\n"
    'Late invoice;late;"You are 14 days late; pay now.\r\n\r\nAccounts";-;true;\r\n'
    "Thanks;thanks;Thank you #{ticket.customer.firstname}, it arrived today.;-;true;\r\n"
    'বিল বাকি;bill;"আপনার বিল বাকি। ""আজই"" দিন।";-;true;\r\n'
).encode()
EXCEL = (
    "code\treply, short\tlang, a, b\r\n"
    "late1\tSorry for the wait, {first_name}.\ten\r\n"
    'late2\t"As mentioned before,\nstop asking."\ten\r\n'
    "bn1\tদেরির জন্য দুঃখিত 🙂\tbn\r\n"
).encode("utf-16")


def stretches(
    data: bytes, columns: list[str] | Profile, path: str = "x.csv", **context: object
) -> list[Stretch | Problem]:
    profile = at_paths(columns, "plain") if isinstance(columns, list) else columns
    return list(read(path, io.BytesIO(data), Context(profile=profile)._replace(**context)))  # type: ignore[arg-type]


def replies(data: bytes, columns: list[str] | Profile, path: str = "x.csv") -> list[tuple[str, str | None]]:
    """Each reply and its place."""
    found = []
    for stretch in stretches(data, columns, path):
        assert isinstance(stretch, Stretch), stretch
        for item in stretch.read(stretch.text):
            assert isinstance(item, SourceReply)
            found.append((item.reply.text, item.inside))
    return found


def texts(data: bytes, columns: list[str], path: str = "x.csv") -> list[str]:
    return [text for text, _ in replies(data, columns, path)]


@pytest.mark.parametrize("profile", [None, profile_of("mine", {"shape": ["answer"], "texts": [{"path": "answer"}]})])
def test_a_shape_that_is_not_known(profile: Profile | None) -> None:
    context = Context(profiles=(profile,) if profile else ())
    with pytest.raises(UnknownShape):
        list(read("x.csv", io.BytesIO("দুঃ😀,colour\na,b\n".encode()), context))


@pytest.mark.parametrize(
    ("column", "hint"),
    [("contnet", "did you mean 'content'?"), ("4", "use one of 😀দু, content, x"), ("0", "use one of")],
)
def test_a_column_that_is_not_there(column: str, hint: str) -> None:
    with pytest.raises(UnknownShape) as caught:
        stretches("\n😀দু,content,x\na,b,c\n".encode(), [column])
    problem = caught.value.problems[0]
    assert (problem.line, problem.message) == (2, f"the first row has no column {column!r}")
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize("data", [b"", b"\n\r\n\r", b"\xef\xbb\xbf", b"sep=;\n"])
def test_nothing_in_it(data: bytes) -> None:
    assert stretches(data, ["content"]) == []


def test_a_quote_that_is_never_closed_ends_the_file() -> None:
    data = 'id,content\r\n1,দুঃখিত 😀\r\n\r\n2,"open\r\n3,x\r\n'.encode()
    row, problem = stretches(data, ["content"])
    assert isinstance(row, Stretch)
    assert isinstance(problem, Problem)
    assert (problem.path, problem.line, problem.column, problem.message) == (
        "x.csv",
        4,
        3,
        "this quote is never closed",
    )
    assert [type(step) for step in stretches('id,"দু😀\n'.encode(), ["id"])] == [Problem]


def test_text_that_is_no_text_ends_the_file_where_it_is() -> None:
    data = "content\nদুঃখিত 😀\n".encode() * 20_000 + b"caf\xe9\n"
    with pytest.raises(InputError) as caught:
        stretches(data, ["content"])
    assert (caught.value.problems[0].line, caught.value.problems[0].column) == (40_001, 4)


def test_an_edit_that_makes_a_second_row_is_a_problem() -> None:
    row = stretches("id,content\n\n7,দুঃখিত 😀\n".encode(), ["content"])[0]
    assert isinstance(row, Stretch)
    again = list(row.read("7,দুঃ\nখিত 😀\n"))
    assert [(item.line, item.column) for item in again if isinstance(item, Problem)] == [(3, 6)]
    assert [(item.line, item.column) for item in row.read('7,x\n"😀') if isinstance(item, Problem)] == [(3, 4)]


@pytest.mark.parametrize(
    ("data", "path", "column", "want"),
    [
        (GORGIAS, "macros.csv", "body_text", ["Hi {{ticket.customer.firstname}},\n\nYour order left our warehouse. 🙂", 'The code is "WELCOME5", it works once.', "ধন্যবাদ {{ticket.customer.firstname}}। আপনার মতামত কাজে লাগবে।"]),
        (ZAMMAD, "t.csv", "content", ["You are 14 days late; pay now.\r\n\r\nAccounts", "Thank you #{ticket.customer.firstname}, it arrived today.", 'আপনার বিল বাকি। "আজই" দিন।']),
        (EXCEL, "replies.txt", "reply, short", ["Sorry for the wait, {first_name}.", "As mentioned before,\nstop asking.", "দেরির জন্য দুঃখিত 🙂"]),
    ],
)  # fmt: skip
def test_files_as_products_write_them(data: bytes, path: str, column: str, want: list[str]) -> None:
    profile = profile_of("mine", {"texts": [{"path": f"'{column}'", "body": "plain"}]})
    assert [text for text, _ in replies(data, profile, path)] == want


@pytest.mark.parametrize(
    ("data", "columns", "path", "want"),
    [
        ("sep=;\r\na,b;content\r\n1;x, 😀\r\n", ["content"], "x.csv", ["x, 😀"]),
        ('"sep=^"\na;b^content\n1^দুঃ;,😀\n', ["content"], "x.csv", ["দুঃ;,😀"]),
        ("SEP=,\na;b;c;d,content\n1,দুঃ\n", ["content"], "x.tsv", ["দুঃ"]),
        ("a,b,content\td\n1\tx,😀\n", ["d"], "x.TSV", ["x,😀"]),
        ("content\nSorry, দুঃখিত; 😀\n", ["content"], "x.csv", ["Sorry, দুঃখিত; 😀"]),
        ('a|content\r1|"x\ry"\r\r2|দুঃ😀', ["content"], "x.csv", ["x\ry", "দুঃ😀"]),
        # Ragged rows, blank cells and spaces around names.
        ("id, content ,x\n1\n2,\n3,দুঃ😀,y,z\n4,  \n", ["content"], "x.csv", ["দুঃ😀"]),
        # The same name twice.
        ("content,content,content#2,content\na,b,c,দুঃ😀\n", ["content"], "x.csv", ["a"]),
        ("content,content,content#2,content\na,b,c,দুঃ😀\n", ["content#2"], "x.csv", ["c"]),
        ("content,content,content#2,content\na,b,c,দুঃ😀\n", ["content#3"], "x.csv", ["b"]),
        ("content,content,content#2,content\na,b,c,দুঃ😀\n", ["content#4"], "x.csv", ["দুঃ😀"]),
        ("content_en,content_bn\na,দুঃ😀\n", ["content_*"], "x.csv", ["a", "দুঃ😀"]),
        ("content_en,content_bn\na,দুঃ😀\n", ["*"], "x.csv", ["a", "দুঃ😀"]),
        # Numbers, with a header and without.
        ("id,content\n1,দুঃ😀\n", ["2"], "x.csv", ["দুঃ😀"]),
        (";bye,Thank you. দুঃ😀,farewell\n;hi,Hello,x\n", ["2"], "x.csv", ["Thank you. দুঃ😀", "Hello"]),
        (f";bye,{'দুঃ😀 ' * 9},farewell\n;hi,Hello,x\n", ["2", "3"], "x.csv", ["দুঃ😀 " * 9, "farewell", "Hello", "x"]),
        ("1,দুঃখিত।,2\n2,Hello,3\n", ["2"], "x.csv", ["দুঃখিত।", "Hello"]),
        ("id,No. of\n1,দুঃ😀\n", ["No* of"], "x.csv", ["দুঃ😀"]),
        ("2024,Dear all. 😀\nদুঃ,b\n", ["2024"], "x.csv", ["দুঃ"]),
    ],
)
def test_delimiters_headers_and_columns(data: str, columns: list[str], path: str, want: list[str]) -> None:
    fields = [
        {
            "path": [column if column.replace("*", "a").isidentifier() else f"'{column}'" for column in columns],
            "body": "plain",
        }
    ]
    assert [text for text, _ in replies(data.encode(), profile_of("mine", {"texts": fields}), path)] == want


def test_rows_are_counted_as_records_with_the_header() -> None:
    data = 'id,content,"a ""b"""\n\n1,"x\n😀"\n\n2,দুঃ,z\n'.encode()
    assert replies(data, ["content"]) == [("x\n😀", 'row 2, column "content"'), ("দুঃ", 'row 3, column "content"')]
    assert replies(data, ["3"]) == [("z", 'row 3, column "a "b""')]
    assert replies("দুঃ😀. ক,x\na,b\n".encode(), ["2"]) == [("x", "row 1, column 2"), ("b", "row 2, column 2")]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_each_record_begins_where_it_stands_in_the_file(mark: str, line_end: str) -> None:
    text = f'id,"con{line_end}tent",x😀{line_end}{line_end}1,"দুঃ{line_end}😀ab",y{line_end}2,😀cd{line_end}'
    first, second = stretches((mark + text).encode(), ["2"])
    assert isinstance(first, Stretch)
    assert isinstance(second, Stretch)
    (item,), (last,) = first.read(first.text), second.read(second.text)
    assert isinstance(item, SourceReply)
    assert isinstance(last, SourceReply)
    at = item.reply.text.index("ab")
    place = in_file(first, outer_span(item.layers, at, at + 2)[0])
    assert (place.line, place.column, place.offset) == (5, 2, text.index("ab"))
    place = in_file(second, outer_span(last.layers, 1, 3)[0])
    assert (place.line, place.column, place.offset) == (6, 4, text.index("cd"))


@pytest.mark.parametrize(
    ("data", "row", "words", "want"),
    [
        # Line breaks in cells of a file with \r\n: as other cells before have them.
        ('id,content\r\n1,"a\r\nদুঃ"\r\n2,b😀\r\n', 1, "c\nd", '2,"c\r\nd😀"\r\n'),
        ('id,content\r\n1,"a\nদুঃ"\r\n2,b😀\r\n', 1, "c\nd", '2,"c\nd😀"\r\n'),
        ('id,content\n1,"a\r\nদুঃ"\n2,b😀\n', 1, "c\nd", '2,"c\nd😀"\n'),
        # Files of tabs: quotes only where there are some.
        ("id\tcontent\n1\tদুঃ😀\n", 0, "c\nd", None),
        ("id\tcontent\n1\tদুঃ😀\n", 0, "c, d", "1\tc, dুঃ😀\n"),
        ('id\tcontent\n"1"\tদুঃ😀\n', 0, "c\td", '"1"\t"c\tdুঃ😀"\n'),
        ('"id"\tcontent\n1\tদুঃ😀\n', 0, "c\td", '1\t"c\tdুঃ😀"\n'),
        # One column: a delimiter of other readers is put in quotes.
        ("content\nদুঃ😀\n", 0, "c; d", '"c; dুঃ😀"\n'),
        # Without a header the first row must go on telling the delimiter.
        ("x,দুঃ. 😀\ny,দুঃ\n", 0, "c; d", 'x,"c; dুঃ. 😀"\n'),
        ("x,দুঃ. 😀\ny,দুঃ\n", 1, "c; d", "y,c; dুঃ\n"),
    ],
)
def test_edits_in_the_style_of_the_file(data: str, row: int, words: str, want: str | None) -> None:
    column = "content" if "content" in data else "2"
    stretch = stretches(data.encode(), [column])[row]
    assert isinstance(stretch, Stretch)
    (item,) = stretch.read(stretch.text)
    assert isinstance(item, SourceReply)
    try:
        after = apply_edits(stretch.text, [outer_edit(item.layers, Edit(0, 1, words))])
    except Unwritable:
        after = None
    assert after == want


def test_excel_puts_cells_in_quotes() -> None:
    (stretch,) = stretches("id\tcontent\r\n1\tদুঃ😀\r\n".encode("utf-16"), ["content"], "x.txt")
    assert isinstance(stretch, Stretch)
    (item,) = stretch.read(stretch.text)
    assert isinstance(item, SourceReply)
    assert outer_edit(item.layers, Edit(0, 0, "a\tb")) == Edit(2, 6, '"a\tbদুঃ😀"')


def test_what_a_profile_says_of_a_row() -> None:
    profile = profile_of(
        "mine",
        {
            "id": "id",
            "title": "name",
            "language": "lang",
            "texts": [{"path": "content"}],
            "skip": [{"path": "active", "is": False}],
        },
    )
    data = "id,name,lang,content,active\nদুঃ,😀,bn,ok,true\nb,c,en,no,false\n".encode()
    first, second = stretches(data, profile)
    assert isinstance(first, Stretch)
    assert isinstance(second, Stretch)
    (item,), (left_out,) = first.read(first.text), second.read(second.text)
    assert isinstance(item, SourceReply)
    assert (item.reply.id, item.title, item.reply.language, item.reply.kind) == ("দুঃ", "😀", "bn", "canned")
    assert not isinstance(left_out, SourceReply | Problem)
    assert left_out.id == "b"


@given(st.lists(st.lists(st.text(st.sampled_from('aক😀 ",;\t|\n\r'), max_size=8), min_size=1, max_size=4), min_size=1, max_size=5), st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))  # fmt: skip
def test_reads_the_column_that_csv_reads(table: list[list[str]], delimiter: str, line_end: str, encoding: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator=line_end, quoting=csv.QUOTE_ALL).writerows(
        [["code", "text", "lang"], *table]
    )
    want = [row[1] for row in table if len(row) > 1 and row[1] and not row[1].isspace()]
    assert texts(stream.getvalue().encode(encoding), ["text"]) == want


@given(
    st.lists(
        st.sampled_from(["a", "ক", "😀", '"', ",", ";", "\t", "\n", "\r\n", "\r", "sep=;\n", '",', ',"']), max_size=25
    ).map("".join)
)
def test_any_text_gives_stretches_or_a_problem(text: str) -> None:
    assume(text.strip("\r\n"))
    try:
        for stretch in stretches(text.encode(), ["1"]):
            for item in stretch.read(stretch.text) if isinstance(stretch, Stretch) else ():
                assert isinstance(item, SourceReply)
    except UnknownShape:
        assert False, "every row has a first column"  # noqa: B011, PT015


@pytest.mark.slow
def test_a_large_file_takes_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    row = '{},"দেরির জন্য দুঃখিত 😀, ""{{first_name}}""\r\nAs mentioned before, it ships when it ships.",en\r\n'
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("id,content,lang\r\n")
        # About 50 MB; the last rows are nearly as long as a row may be.
        file.writelines(row.format(number) for number in range(330_000))
        file.writelines(f'{number},"{"দুঃ😀 " * 150_000}",bn\r\n' for number in range(3))
    assert path.stat().st_size > 45_000_000
    count = 0
    with path.open("rb") as stream:
        tracemalloc.start()
        try:
            for stretch in read("large.csv", stream, Context(profile=at_paths(["content"]))):
                assert isinstance(stretch, Stretch)
                count += len(list(stretch.read(stretch.text))) if count < 1000 else 1
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert count == 330_003
    assert peak < 20_000_000
