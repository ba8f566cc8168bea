"""Which files a rule pack has."""

from __future__ import annotations

import os

from tonecheck.errors import Problem, RuleError


def pack_paths(pack: str) -> tuple[str, ...]:
    """The YAML files of a pack (a folder, or one file), sorted. Raises ``RuleError`` when there are none."""
    if os.path.isfile(pack):
        return (pack,)
    if not os.path.isdir(pack):
        raise RuleError(Problem(pack, 0, 0, "there is no such rule pack", "name a folder of rule files, or one file"))
    found = []
    for folder, folders, names in os.walk(pack):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [os.path.join(folder, name) for name in names if name.endswith((".yml", ".yaml")) and name[0] != "."]
    if not found:
        raise RuleError(Problem(pack, 0, 0, "there is no .yml file in this rule pack", "name a folder of rule files"))
    return tuple(sorted(found))
