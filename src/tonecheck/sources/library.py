"""The replies of a structured file, by a profile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tonecheck.errors import InputError, Problem
from tonecheck.sources.bodies import body_layer
from tonecheck.sources.json import tree as json_tree
from tonecheck.sources.layers import outer_span
from tonecheck.sources.nodes import Found, Key, Node, elements, members, text_of
from tonecheck.sources.paths import CAPTURED, Path, captured, find, first_text
from tonecheck.sources.profile import Profile, ReplyText
from tonecheck.sources.replies import reply_of
from tonecheck.sources.source import Context, Item, Layer, Layers, Note, Skipped, SourceReply

NOTE = "tonecheck"
"""The member or column with what an entry says to tonecheck; it is no text of a reply."""


class Tree(NamedTuple):
    """A structured text that was read: its root, how the words of a string are found in it, and how keys are told."""

    root: Node
    layer: Callable[[Node], Layer]
    inside: Callable[[tuple[Key, ...]], str]
    read_only: Callable[[Node], str | None] = lambda node: None


class UnknownShape(InputError):
    """A structured file in which no place of replies is known."""

    unknown = True


def unknown_shape(path: str) -> UnknownShape:
    """The error of a file that no profile fits."""
    hint = (
        "name their place with --field, --path or --column, or in a profile of your own; "
        "'tonecheck sources' lists the shapes that are known"
    )
    return UnknownShape(Problem(path, 0, 0, "no replies are known in a file of this shape", hint))


def read_replies(tree: Tree, profile: Profile, context: Context) -> Iterator[Item]:
    """The replies of a tree in the order of the profile's entries; left-out ones as ``Skipped``. Raises ``BadSyntax``
    for a string that is to be JSON and begins as such, but is not."""
    root = Found(tree.root, ())
    for entry in find(profile.entry, root, root):
        reason = _left_out(profile, entry, root)
        for text in profile.texts:
            for item in _replies(tree, profile, text, entry, context):
                if reason is None or context.skipped:
                    yield item
                else:
                    begin, words = _begin(entry), outer_span(item.layers, 0, 0)[0]
                    yield Skipped(item.reply.id, item.title, item.inside, begin, reason, words)


def _left_out(profile: Profile, entry: Found, root: Found) -> str | None:
    for condition in profile.skip:
        for found in find(condition.path, entry, root):
            if (text_of(found.node) or "").lower() in condition.values:
                return condition.reason
    return None


def _replies(tree: Tree, profile: Profile, text: ReplyText, entry: Found, context: Context) -> Iterator[SourceReply]:
    root = Found(tree.root, ())
    copies = []
    for field in text.copies:
        strings = [found for path in field.paths for found in find(path, entry, root) if _is_text(found)]
        # A copy that is markup alone has no words either.
        read = [(field, found, _layers(tree, found, field.body)) for found in strings]
        copies.append([copy for copy in read if not _is_blank(copy[2][0].text)])
    present = [copy for copy in copies if copy]
    for number, (field, found, layers) in enumerate(present[0] if present else ()):
        twins = tuple(others[number][2] for others in present[1:] if len(others) == len(present[0]))
        told = _told(profile, field.paths, found, entry, root)
        reply = reply_of(
            layers[0].text,
            context,
            channel=profile.channel,
            kind=profile.kind,
            id=told(profile.id),
            language=told(profile.language),
        )
        title = told(profile.title)
        yield SourceReply(
            reply,
            layers,
            title,
            tree.inside(found.keys),
            twins,
            tree.read_only((*found.within, found.node)[0]),
            # The root is around all replies and the entry of none.
            _begin(entry) if entry.keys else None,
            tuple(notes(entry.node, found.keys[len(entry.keys) :])),
        )


def notes(node: Node, keys: tuple[Key, ...]) -> Iterator[Note]:
    """What the objects around a text say to tonecheck; ``keys`` lead to it from the outermost, ``node``."""
    for key in (*keys, None):
        own = members(node)
        if NOTE in own and own[NOTE].value not in (None, ""):
            value = own[NOTE].value
            yield Note(value if isinstance(value, str) else None, own[NOTE].begin, own[NOTE].end)
        below = elements(node)
        if isinstance(key, str) and key in own:
            node = own[key]
        elif isinstance(key, int) and key < len(below):
            node = below[key]
        else:
            return


def _begin(found: Found) -> int:
    """Where a node begins in the text of the file."""
    return (*found.within, found.node)[0].begin


def _told(
    profile: Profile, paths: tuple[Path, ...], found: Found, entry: Found, root: Found
) -> Callable[[tuple[Path, ...]], str | None]:
    """What the file says of the reply at ``found``, by the paths of the profile."""

    def tell(wanted: tuple[Path, ...]) -> str | None:
        if wanted == (CAPTURED,):
            places = (*((path, found.keys) for path in paths), (profile.entry, entry.keys))
            return next((text for path, keys in places if (text := captured(path, keys)) is not None), None)
        return first_text(wanted, entry, root)

    return tell


def _layers(tree: Tree, found: Found, body: str) -> Layers:
    layers = _string_layers(tree, found)
    return (body_layer(body, layers[0].text), *layers) if body != "plain" else layers


def _string_layers(tree: Tree, found: Found) -> Layers:
    if not found.within:
        return (tree.layer(found.node),)
    *before, outer = found.within
    inner = json_tree.layer(str(outer.value), found.node)
    return (inner, *_string_layers(tree, Found(outer, found.keys, tuple(before))))


def _is_text(found: Found) -> bool:
    value = found.node.value
    return isinstance(value, str) and not _is_blank(value) and found.keys[-1:] != (NOTE,)


def _is_blank(text: str) -> bool:
    return not text or text.isspace()
