from __future__ import annotations

import csv
import io
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonecheck.errors import Problem
from tonecheck.positions import line_starts, place
from tonecheck.sources.csv.records import LONGEST_RECORD, Record, delimiter_of, records
from tonecheck.sources.csv.rows import cells

PIECES = ["a", "ক্ষ", "😀", " ", '"', '"', '""', ",", ";", "\t", "|", "\n", "\n", "\r", "\r\n", '\n"', '",', ',"']
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
TABLES = st.lists(st.lists(st.text(st.sampled_from('aক😀 ",;\t|\n\r'), max_size=6), max_size=4), max_size=6)


def read_all(chunks: list[str], delimiter: str) -> tuple[list[Record], Problem | None]:
    found = list(records(chunks, delimiter, "x.csv"))
    problems = [row for row in found if isinstance(row, Problem)]
    assert problems == found[len(found) - len(problems) :]
    return [row for row in found if isinstance(row, Record)], problems[0] if problems else None


def values(rows: list[Record], delimiter: str) -> list[list[object]]:
    """The cells of the rows that are not blank."""
    return [[cell.value for cell in cells(row.text, delimiter)] for row in rows if row.text.strip("\r\n")]


def told(problem: Problem | None) -> tuple[int, int, str]:
    assert problem is not None
    return problem.line, problem.column, problem.message


@pytest.mark.parametrize(
    ("text", "line", "column", "before"),
    [
        ('"', 1, 1, 0),
        ('id,"দুঃ😀\n\n', 1, 4, 0),
        ('id\nদুঃখিত,😀,"x\na,b\n', 2, 10, 1),
        ('id\r\n"a\r\nb",😀ু"",x\r\n1,"""\r\n', 4, 3, 2),
        ('id\r"a\rদু😀b","\r', 3, 7, 1),
    ],
)
def test_a_quote_that_is_never_closed(text: str, line: int, column: int, before: int) -> None:
    rows, problem = read_all([text], ",")
    assert (told(problem), len(rows)) == ((line, column, "this quote is never closed"), before)


@pytest.mark.parametrize("ending", ["", '"', '"\nnext\n'])
def test_a_quote_is_looked_for_so_far_only(ending: str) -> None:
    text = 'দু😀\n1,"' + "a,b\n" * (LONGEST_RECORD // 4 + 1) + ending
    rows, problem = read_all([text[at : at + 60_000] for at in range(0, len(text), 60_000)], ",")
    assert len(rows) == 1
    if ending:
        assert told(problem)[:2] in ((2, 3), (2, 1))
        assert f"{LONGEST_RECORD:,} characters" in told(problem)[2]
    else:
        assert told(problem) == (2, 3, f"this quote is not closed within {LONGEST_RECORD:,} characters")


def test_a_record_may_be_long_but_not_longer() -> None:
    longest = "a" * (LONGEST_RECORD - 2) + "😀\n"
    assert len(read_all([longest], ",")[0]) == 1
    _, problem = read_all(["দু😀\n", "a", longest], ",")
    assert told(problem) == (2, 1, f"this row is longer than {LONGEST_RECORD:,} characters")


def test_memory_stays_bounded_without_any_end() -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        yield '"'
        while True:
            taken += 1
            yield "x" * 50_000

    problem = next(records(endless(), ",", "x.csv"))
    assert isinstance(problem, Problem)
    assert taken * 50_000 < 2 * LONGEST_RECORD


@pytest.mark.parametrize(
    "piece", ['"', '""', ",", '",', ',"', '"a""b",', "\r", "\n", '"\n', '"\r', "a\r\n", '""\n', 'a"']
)
@pytest.mark.parametrize("ending", ["", '"'])
def test_hostile_text_is_not_slow(piece: str, ending: str) -> None:
    text = piece * (100_000 // len(piece)) + ending
    begun = time.process_time()
    rows, _ = read_all([text[at : at + 10_000] for at in range(0, len(text), 10_000)], ",")
    values(rows, ",")
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("header", "delimiter"),
    [
        ("", ""),
        ("reply\n", ""),
        ('"a,b;c"\n', ""),
        ("a,b,c\n", ","),
        ('"a";"b,c,d"\n', ";"),
        ('"a ""x"", y, z"\tb\r\n', "\t"),
        ('দুঃ😀|"b\n,,,"|c\n', "|"),
        ("name;keywords;content;\n", ";"),
        ("a,b\tc\n", ","),
        ('5" size,b|c,d\n', ","),
    ],
)
def test_delimiters_are_counted_outside_quotes(header: str, delimiter: str) -> None:
    assert delimiter_of(header) == delimiter


def test_the_usual_delimiter_goes_first_where_it_is_used() -> None:
    assert delimiter_of("a, b, c, d\te\n", "\t") == "\t"
    assert delimiter_of("a,b\n", "\t") == ","


@given(TEXTS, st.sampled_from(",;\t|"))
def test_reads_what_csv_reads(text: str, delimiter: str) -> None:
    wanted = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]
    rows, problem = read_all([text], delimiter)
    found = values(rows, delimiter)
    # The row with the quote that is not closed is the last one that csv reads.
    assert found == (wanted[:-1] if problem else wanted)


@given(TABLES, st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n", "\r"]))
def test_reads_what_csv_writes(table: list[list[str]], delimiter: str, line_end: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator=line_end, quoting=csv.QUOTE_ALL).writerows(table)
    rows, problem = read_all([stream.getvalue()], delimiter)
    assert problem is None
    assert values(rows, delimiter) == [row for row in table if row]


@given(TEXTS, st.sampled_from([",", ";", "", ",;\t|"]), st.lists(st.integers(0, 60), max_size=6))
def test_pieces_make_no_difference_and_nothing_is_lost(text: str, delimiters: str, cuts: list[int]) -> None:
    places = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    rows, problem = read_all([text[begin:end] for begin, end in pairwise(places)], delimiters)
    whole, same = read_all([text], delimiters)
    assert ([row for row in rows if row.text.strip("\r\n")], problem) == (
        [row for row in whole if row.text.strip("\r\n")],
        same,
    )
    at = 0
    for row in rows:
        assert row.offset == at
        assert text.startswith(row.text, at)
        assert row.line == place(line_starts(text), at).line
        assert place(line_starts(text), at).column == 1
        at += len(row.text)
    assert problem or at == len(text)
    if problem:
        quote = line_starts(text)[problem.line - 1] + problem.column - 1
        assert text[quote] == '"'
        assert quote >= at
