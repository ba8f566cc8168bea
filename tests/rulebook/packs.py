"""Small rule packs for tests: files by name, written to a folder."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

RULE = """\
id: no-never
category: team
severity: warning
summary: Says never
message: Never is a long time.
why: It is.
find:
  - phrases:
      en: ['never (?:ever )?again']
rewrites:
  en: ['Let me see what I can do.']
tests:
  en:
    flag: ['We will <<never again>> do that. 😊']
    pass: ['Never mind.']
"""
BENGALI = """\
id: bn-no
category: team
severity: error
summary: Bengali
message: Bengali.
why: Bengali.
find:
  - phrases:
      bn: ['পারব না']
rewrites:
  bn: ['আমি দেখছি কী করা যায়।']
tests:
  bn:
    flag: ['আমি <<পারব না>>। 😊']
    pass: ['পারব।']
"""
SIGNAL = """\
id: greeting-word
on: reply
summary: A greeting
cues:
  - phrases: {en: ['hello']}
tests:
  en: {found: ['Hello there.'], absent: ['Goodbye.']}
"""


def write_pack(folder: Path, **files: str) -> str:
    """Write files (``name=text`` becomes ``name.yml``) and return the folder's path."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(dedent(text), encoding="utf-8")
    return str(folder)


def rule_with(old: str, new: str) -> str:
    """``RULE`` with one piece of text changed; the piece must be there."""
    assert old in RULE, old
    return RULE.replace(old, new, 1)
