"""A YAML file: one stretch, read by the profile of its shape."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from tonecheck.sources.comments import yaml_comments
from tonecheck.sources.source import Context, Item, SourceReply, Stretch
from tonecheck.sources.tree_file import read_tree_file
from tonecheck.sources.yaml import tree as yaml_tree


def read(path: str, file: BinaryIO, context: Context) -> Iterator[Stretch]:
    """The whole file. Raises ``InputError`` for what is no YAML, ``UnknownShape`` where no profile fits."""
    stretch = read_tree_file("yaml", yaml_tree, path, file, context)
    yield stretch._replace(read=_once(stretch.read), comments=yaml_comments)


def _once(read: Callable[[str], Iterator[Item]]) -> Callable[[str], Iterator[Item]]:
    """Replies that aliases repeat at their first place only: the words stand in the file once."""

    def replies(text: str) -> Iterator[Item]:
        seen: set[int] = set()
        for item in read(text):
            if isinstance(item, SourceReply):
                begin = item.layers[-1].where.begin
                if begin in seen:
                    continue
                seen.add(begin)
            yield item

    return replies
