"""What is in a folder: libraries and their profiles, drafts, languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tonecheck.discover import discover
from tonecheck.errors import InputError, Problem
from tonecheck.model import Channel, Reply
from tonecheck.reports.terminal import one_line
from tonecheck.sources import source_for
from tonecheck.sources.profile import Profile
from tonecheck.sources.source import Context, SourceReply
from tonecheck.text.document import read

# So much is enough to tell what is there.
_FILES, _REPLIES, _OF_ONE_FILE = 2000, 400, 40


class Survey(NamedTuple):
    """``profiles`` and ``languages`` with the number of their files and replies, the most frequent first. ``channel``
    is that of all libraries; ``unknown`` counts files without known replies, of which ``example`` is one. ``cut``: not
    all was read."""

    files: int = 0
    replies: int = 0
    profiles: tuple[tuple[str, int], ...] = ()
    languages: tuple[tuple[str, int], ...] = ()
    channel: Channel | None = None
    unknown: int = 0
    example: str = ""
    cut: bool = False


def survey(folder: str) -> Survey:
    """Looks at the files of a folder; what cannot be read is passed over."""
    profiles: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    channels: set[Channel] = set()
    files = replies = unknown = 0
    example = ""
    cut = False
    for found in discover([folder]):
        if isinstance(found, Problem):
            continue
        if files >= _FILES or replies >= _REPLIES:
            cut = True
            break
        heard: list[Profile] = []
        try:
            texts = list(_replies(found.path, Context(told=heard.append)))
        except (InputError, OSError) as error:
            if isinstance(error, InputError) and error.unknown:
                unknown, example = unknown + 1, example or one_line(found.path)
            continue
        cut = cut or len(texts) == _OF_ONE_FILE
        files, replies = files + 1, replies + len(texts)
        profiles.update({profile.name for profile in heard})
        channels |= {profile.channel for profile in heard}
        languages.update(reply.language or read(reply).language for reply in texts)
    channel = next(iter(channels)) if len(channels) == 1 else None
    counted = tuple(profiles.most_common()), tuple(languages.most_common())
    return Survey(files, replies, *counted, channel, unknown, example, cut)


def _replies(path: str, context: Context) -> Iterator[Reply]:
    """The first replies of a file that have words."""
    count = 0
    with open(path, "rb") as file:
        for stretch in source_for(path)(path, file, context):
            if isinstance(stretch, Problem):
                continue
            for item in stretch.read(stretch.text):
                if isinstance(item, SourceReply) and item.reply.text.strip():
                    yield item.reply
                    count += 1
                    if count == _OF_ONE_FILE:
                        return
