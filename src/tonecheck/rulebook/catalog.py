"""Where the built-in rules are, and how a run gets a rulebook without reading YAML."""

from __future__ import annotations

import os
from functools import cache
from hashlib import sha256

from tonecheck.errors import Problem, RuleError
from tonecheck.rulebook.compiled import FORMAT, dump, restore
from tonecheck.rulebook.files import pack_paths
from tonecheck.rulebook.rule import Rulebook

COMPILED_NAME = "compiled.json"
_MOST_KEPT = 8


@cache
def builtin_pack() -> str:
    """The folder of the built-in rules: inside an installed package, or at the top of the repository. Raises
    ``RuleError`` when the installation has neither."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for folder in (os.path.join(package, "rules"), os.path.join(package, "..", "..", "rules")):
        if os.path.isdir(os.path.join(folder, "signals")):
            return os.path.normpath(folder)
    raise RuleError(Problem(package, 0, 0, "the built-in rules are not installed", "install tonecheck again"))


@cache
def rulebook(packs: tuple[str, ...] = ()) -> Rulebook:
    """The built-in rules with ``packs`` on top. Raises ``RuleError`` for a pack with errors."""
    builtin = builtin_pack()
    if not packs and (shipped := _read(os.path.join(builtin, COMPILED_NAME))) is not None:
        return shipped
    path = os.path.join(_cache_folder(), f"rulebook-{_key((builtin, *packs))}.json")
    if (kept := _read(path)) is not None:
        return kept
    from tonecheck.rulebook.loading import load

    # The tests of the built-in rules have compiled their patterns.
    made = load(packs, rulebook()).rulebook if packs else load([builtin], trusted=True).rulebook
    _keep(path, dump(made))
    return made


def _key(folders: tuple[str, ...]) -> str:
    """A digest of the content of all files of the packs, and of what reads them."""
    digest = sha256(f"{FORMAT}".encode())
    code = os.path.dirname(os.path.abspath(__file__))
    sources = [os.path.join(code, name) for name in sorted(os.listdir(code)) if name.endswith(".py")]
    sources.append(os.path.join(code, "..", "text", "normalise.py"))
    for path in [*sources, *(path for folder in folders for path in pack_paths(folder))]:
        digest.update(path.encode("utf-8", "surrogateescape"))
        try:
            with open(path, "rb") as stream:
                digest.update(stream.read())
        except OSError:
            # Unreadable: the loader says so, with the path.
            digest.update(b"\0unreadable")
    return digest.hexdigest()[:32]


def _cache_folder() -> str:
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA", base)
    return os.path.join(base, "tonecheck")


def _read(path: str) -> Rulebook | None:
    try:
        with open(path, encoding="utf-8") as stream:
            return restore(stream.read())
    except (OSError, ValueError):
        return None


def _keep(path: str, text: str) -> None:
    """Write the cache; a cache that cannot be written is no error, it only costs time."""
    temporary = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(temporary, "w", encoding="utf-8") as stream:
            stream.write(text)
        os.replace(temporary, path)
        _drop_oldest(os.path.dirname(path))
    except OSError:
        pass


def _drop_oldest(folder: str) -> None:
    """Keep the newest rulebooks: each change of a rule makes another one."""
    kept = [entry for entry in os.scandir(folder) if entry.name.startswith("rulebook-")]
    for entry in sorted(kept, key=lambda entry: entry.stat().st_mtime)[:-_MOST_KEPT]:
        os.unlink(entry.path)
