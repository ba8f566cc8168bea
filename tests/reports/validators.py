"""The readers of each format, as strict as can be: each raises for a document that is not well made and returns how
many findings and how many problems it sees, ``None`` where the format does not carry them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import regex
from markdown_it import MarkdownIt

Counts = tuple[int | None, int | None]

_SCHEMAS = Path(__file__).parent / "schemas"
_COMMAND = regex.compile(r"::(error|warning|notice) ((?:\w+=[^,:\r\n]*)(?:,\w+=[^,:\r\n]*)*)::([^\r\n]*)")
_ESCAPED = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}


def parsed_commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What GitHub's runner reads from a log: the commands with their properties and messages."""
    commands = []
    for line in text.split("\n"):
        found = _COMMAND.fullmatch(line)
        if found is None:
            # A line that is no command must not be taken for one.
            assert not line.lstrip().startswith("::")
            assert "##[" not in line
            continue
        name, properties, message = found.groups()
        pairs = (pair.partition("=")[::2] for pair in properties.split(","))
        commands.append((name, {key: _unescaped(value) for key, value in pairs}, _unescaped(message)))
    return commands


def valid_github(text: str) -> Counts:
    commands = parsed_commands(text)
    for _, properties, message in commands:
        assert {"file", "title"} <= properties.keys() <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert properties["file"]
        assert message
        if "endColumn" in properties:
            assert properties["line"] == properties["endLine"]
            assert 1 <= int(properties["col"]) <= int(properties["endColumn"])
    problems = sum(properties["title"] == "tonecheck" for _, properties, _ in commands)
    return len(commands) - problems, problems


def valid_gitlab(text: str) -> Counts:
    issues = json.loads(text)
    _check(issues, "gitlab-code-quality")
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    problems = sum(issue["check_name"] == "tonecheck" for issue in issues)
    return len(issues) - problems, problems


def valid_sarif(text: str) -> Counts:
    log = json.loads(text)
    _check(log, "sarif-2.1.0")
    (run,) = log["runs"]
    assert run["columnKind"] == "utf16CodeUnits"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(rules)) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert "](" not in result["message"]["text"]
        assert len(result["locations"]) == 1
    for uri in _values(log, "uri"):
        assert regex.fullmatch(r"(?:file://)?(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
    notices = run["invocations"][0].get("toolExecutionNotifications", [])
    assert run["invocations"][0]["executionSuccessful"] is not bool(notices)
    return len(run["results"]), len(notices)


def valid_rdjsonl(text: str) -> Counts:
    lines = [json.loads(line) for line in text.split("\n")[:-1]]
    for line in lines:
        _check(line, "rdf-diagnostic")
    problems = sum("code" not in line for line in lines)
    return len(lines) - problems, problems


def valid_junit(text: str) -> Counts:
    elements = json.loads((_SCHEMAS / "junit.json").read_text("utf-8"))
    root = ElementTree.fromstring(text.encode("utf-8"))
    assert root.tag == "testsuites"
    assert list(root)
    for element in root.iter():
        known = elements[element.tag]
        assert set(known["required"]) <= set(element.keys()) <= set(known["attributes"])
        assert all(child.tag in known["children"] for child in element)
    for suite in root:
        assert int(suite.attrib["tests"]) == len(suite)
        for outcome in ("failure", "error"):
            assert int(suite.attrib[f"{outcome}s"]) == len(suite.findall(f"testcase/{outcome}"))
    assert all(len(case) <= 1 for case in root.iter("testcase"))
    bodies = [failure.text or "" for failure in root.iter("failure")]
    found = sum(bool(regex.match(r"\d+:\d+ ", line)) for body in bodies for line in body.split("\n"))
    return found, len(list(root.iter("error")))


def valid_markdown(text: str) -> Counts:
    """Read as GitHub does: nothing but paragraphs, lists, code spans and what we make bold ourselves."""
    allowed = {"text", "code_inline", "strong_open", "strong_close", "softbreak"}
    tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(text)
    assert {token.type.removesuffix("_open").removesuffix("_close") for token in tokens} <= {
        "paragraph",
        "bullet_list",
        "list_item",
        "inline",
    }
    for token in tokens:
        for child in token.children or ():
            assert child.type in allowed
            if child.type == "text":
                # What is left to be read after the markup: mentions, references, addresses.
                assert not regex.search(r"[@#!~&%$][\p{L}\p{N}\"]|https?://|www\.\w", child.content)
    bold = [token.content for token in tokens if token.type == "inline" and "**" in token.content]
    assert bold[0].startswith("**tonecheck**")
    return (None if "\nand " in text else len(bold) - 1), None


def valid_json(text: str) -> Counts:
    document = json.loads(text)
    assert document["version"] == 1
    return len(document["findings"]), len(document["errors"])


def valid_jsonl(text: str) -> Counts:
    return len([json.loads(line) for line in text.split("\n")[:-1]]), None


def valid_lines(text: str) -> Counts:
    """A line for each finding; no line may be one that GitHub's runner takes for a command."""
    assert parsed_commands(text) == []
    found = [line for line in text.split("\n") if regex.search(r"\d+:\d+(: |  )(error|warning|suggestion)\b", line)]
    return len(found), None


VALID: dict[str, Callable[[str], Counts]] = {
    "full": valid_lines,
    "concise": valid_lines,
    "grouped": valid_lines,
    "json": valid_json,
    "jsonl": valid_jsonl,
    "github": valid_github,
    "gitlab": valid_gitlab,
    "sarif": valid_sarif,
    "rdjsonl": valid_rdjsonl,
    "junit": valid_junit,
    "markdown": valid_markdown,
}


def _check(document: Any, schema: str) -> None:
    rules = json.loads((_SCHEMAS / f"{schema}.json").read_text("utf-8"))
    jsonschema.validators.validator_for(rules)(rules).validate(document)


def _unescaped(text: str) -> str:
    return regex.sub(r"%25|%0D|%0A|%3A|%2C", lambda found: _ESCAPED[found[0]], text)


def _values(node: Any, key: str) -> list[str]:
    if isinstance(node, dict):
        own = [node[key]] if isinstance(node.get(key), str) else []
        return own + [value for child in node.values() for value in _values(child, key)]
    return [value for child in node for value in _values(child, key)] if isinstance(node, list) else []
