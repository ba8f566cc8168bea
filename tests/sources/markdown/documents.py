"""Random Markdown, and its words by the standard parser."""

from __future__ import annotations

from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

_BITS = (
    *"*_`[]<>&\\~|!()#\"'",
    "**", "__", "~~", "``", "](", "](http://x.y)", "![", "[a]", "&amp;", "&mdash;", "&#2404;", "&bogus;", "<br>", "<b>", "</b>",
    "<http://x.y/আ>", "<a@b.co>", "\\*", "\\\n", "  \n", "\n", " ", " ", "a", "word", "snake_case", "দুঃখিত", "র‍্যা", "😊", "e\u0301", "a\u00a0b", ".", "1", "-",
)  # fmt: skip
_BLOCKS = (
    "# Title *x* ##\n", "Head\n===\n", "***\n", "```\ncode *x*\n```\n", "    code\n", "| a | *b* |\n|---|---|\n| c \\| d | `e` |\n\n",
    "<div>\nবাংলা <b>x</b> &amp;\n</div>\n", "<!-- gone -->\n", "~~~~\n```\nx\n```\n~~~~\n", "[a]: http://x.y 'আ'\n", "\tcode\n", "## \n", "<br>\n",
)  # fmt: skip
_PREFIXES = ("> ", ">> ", "1. ", "2) ", "+ ", "  ", "   ", "+ > ")

inline = st.lists(st.sampled_from(_BITS), max_size=14).map("".join)
_block = st.one_of(
    inline.map(lambda words: words + "\n"), inline.map(lambda words: words + "\n\n"), st.sampled_from(_BLOCKS)
)
documents = st.lists(_block, max_size=6).map("".join)
contained = st.lists(st.tuples(st.sampled_from(_PREFIXES), _block), max_size=6).map(
    lambda rows: "".join(prefix + block for prefix, block in rows)
)
replies = st.one_of(documents, contained)

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_HTML = MarkdownIt("zero", {"html": True}).enable(["html_inline", "entity"])


def standard_words(text: str) -> str:
    """The words that the standard parser finds, without any white space. Hashes, list markers and code marks stand
    where ours keeps them; the marks of quotations are left out."""
    parts: list[str] = []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for token in _PARSER.parse(text):
        if token.type == "heading_open" and token.markup.startswith("#"):
            parts.append(token.markup)
        elif token.type == "heading_close" and not token.markup.startswith("#"):
            pass
        elif token.type == "list_item_open":
            parts.append(token.info + token.markup)
        elif token.type == "inline":
            parts += map(_word, token.children or ())
        elif token.type == "html_block":
            parts.append(_html(token.content))
        elif token.type == "fence" and token.map and not _is_closed(lines[token.map[1] - 1], token.markup, token.map):
            first, *rest = lines[slice(*token.map)]
            parts += first[first.index(token.markup) :], *rest
        if token.type == "heading_open" and not token.markup.startswith("#") and token.map:
            underline = lines[token.map[1] - 1].strip(" \t>")
            parts.append("\ue000" + underline if len(underline) < 3 else "")
    return "".join("".join(parts).split())


def _word(token: Token) -> str:
    if token.type in ("text", "text_special"):
        return token.content
    return token.markup + token.content + token.markup if token.type == "code_inline" else ""


def _html(content: str) -> str:
    if content.lstrip().startswith(("<!", "<?")):
        return ""
    return "".join(_word(child) for child in _HTML.parseInline(content)[0].children or ())


def _is_closed(line: str, markup: str, span: list[int]) -> bool:
    line = line.strip(" \t>")
    return span[1] - span[0] > 1 and len(line) >= len(markup) and not line.strip(markup[0])
