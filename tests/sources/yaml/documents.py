"""YAML documents for tests: every style, folded and broken in every way, and soups of marks."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = st.sampled_from(
    ["না", "দুঃখিত", "😀", "it's", 'a"x"', "a\\b", "http://x.y", "no", "12:30", "c#", "-", "50%", "{{name}}", "a,b", "'q'", "\ufeff"]
)  # fmt: skip
BREAKS = st.sampled_from(["\n", "\n", "\r\n", "\r"])
MARKS = ["না", "😀", "'", '"', "\\", " ", "  ", "\t", "\n", "\n  ", ":", ": ", " #", "- ", "{", "}", "[", "]", ",", "?", "!x ",
         "&a ", "*a", "|", ">", "%", "~", "\\u0995", "\\\n", "\r\n", "\x85", "\u2028", "|-\n  ", ">+\n   ", "|2\n  ", "<<: "]  # fmt: skip
SOUPS = st.lists(st.sampled_from(MARKS), max_size=14).map("".join)


@st.composite
def folded(draw: st.DrawFn, words: list[str], line: str) -> str:
    text = words[0]
    for word in words[1:]:
        gap = draw(st.sampled_from([" ", " ", "  ", f"{line}    ", f" {line}    ", f"{line} {line}{line}    "]))
        text += gap + word
    return text


@st.composite
def scalars(draw: st.DrawFn, line: str, flow: bool) -> str:
    words = draw(st.lists(WORDS, min_size=1, max_size=5))
    style = draw(st.sampled_from(["", "'", '"'] if flow else ["", "'", '"', "|", ">"]))
    edge = draw(st.sampled_from(["", " ", f"{line}    "]))
    match style:
        case "":
            return draw(st.sampled_from(["", "", "&x ", "!!str "])) + draw(folded(words, line))
        case "'":
            return f"'{edge}{draw(folded([word.replace(style, style * 2) for word in words], line))}{edge}'"
        case '"':
            escape = draw(st.sampled_from(["\\\\", "\\u09a8", "\\U0001F600", "\\x41", "\\t", "\\N", f"\\{line}   "]))
            written = [word.replace("\\", escape).replace('"', '\\"') for word in words]
            return f'"{edge}{draw(folded(written, line))}{edge}"'
    signs = draw(st.sampled_from(["", "-", "+", "4", "4-", "+4"]))
    lines = [draw(st.sampled_from(["", "", " ", " ", "\t", "  "])) + word for word in words]
    blank = draw(st.sampled_from(["", line, f"  {line}", f"      {line}"]))
    text = "".join(f"    {written}{line}{blank}" for written in lines)
    return f"{style}{signs}{draw(st.sampled_from(['', ' # 😀']))}{line}{text}"


@st.composite
def documents(draw: st.DrawFn) -> str:
    if draw(st.integers(0, 4)) == 0:
        return draw(SOUPS)
    line = draw(BREAKS)
    text = draw(st.sampled_from(["", f"# না 😀{line}", f"---{line}"]))
    for number in range(draw(st.integers(1, 3))):
        if draw(st.booleans()):
            text += f"k{number}: {draw(scalars(line, flow=False))}"
        else:
            inside = draw(scalars(line, flow=True)), draw(scalars(line, flow=True))
            text += f"k{number}: {{a: {inside[0]}, b: [{inside[1]}]}}"
        text += "" if text.endswith(line) else line
    return text
