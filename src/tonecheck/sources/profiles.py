"""The built-in profiles, and the one that a file's shape is known by."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache

from tonecheck.sources.nodes import BadSyntax, Found, Node, elements, members
from tonecheck.sources.paths import Name, Path, Where, find
from tonecheck.sources.profile import Profile, profile_of
from tonecheck.sources.source import Context

_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "profiles")


@cache
def builtin_profiles() -> tuple[Profile, ...]:
    """Those that come with tonecheck, by name."""
    import tomllib

    profiles = []
    for file in sorted(os.listdir(_FOLDER)):
        if file.endswith(".toml"):
            with open(os.path.join(_FOLDER, file), "rb") as stream:
                profiles.append(profile_of(file.removesuffix(".toml"), tomllib.load(stream)))
    return tuple(profiles)


def profile_for(root: Node, format: str, context: Context) -> Profile | None:
    """The profile that the caller names where it is one of this format, else that which the shape is known by."""
    if context.profile and format in context.profile.formats:
        return context.profile
    found = recognise(root, format, context.profiles)
    if found and context.told:
        context.told(found)
    return found


def recognise(root: Node, format: str, profiles: Iterable[Profile]) -> Profile | None:
    """The first team profile whose shape the file has, else of the built-in ones that with the most features."""
    start = Found(root, ())
    names = _names(root)
    for profile in profiles:
        if _fits(profile, start, format, names):
            return profile
    fitting = [profile for profile in builtin_profiles() if _fits(profile, start, format, names)]
    return max(fitting, key=_features, default=None)


def _names(root: Node) -> set[str]:
    """The names of all members in a file."""
    names: set[str] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        own = members(node)
        names.update(own)
        waiting += own.values() if own else elements(node)
    return names


def _fits(profile: Profile, start: Found, format: str, names: set[str]) -> bool:
    if format not in profile.formats or not profile.shape:
        return False
    # Names that are nowhere in the file rule nearly all profiles out without a walk.
    possible = [[path for path in paths if _wanted(path) <= names] for paths in profile.shape]
    if not all(possible):
        return False
    try:
        return all(any(True for path in paths for _ in find(path, start)) for paths in possible)
    except BadSyntax:
        return False


def _wanted(path: Path) -> set[str]:
    """The names that a file with this path must have."""
    named = {step.name for step in path.steps if isinstance(step, Name) and "*" not in step.name}
    return named | {step.key for step in path.steps if isinstance(step, Where)}


def _features(profile: Profile) -> int:
    """How much a profile asks of a file."""
    return sum(max(len(_wanted(path)) for path in paths) for paths in profile.shape)
