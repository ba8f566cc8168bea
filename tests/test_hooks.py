"""The hooks for pre-commit and the action for GitHub, as files and as they run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

import pytest
import regex
import yaml

from tonecheck.reports import FORMATS
from tonecheck.sources import SUFFIXES

ROOT = Path(__file__).parents[1]
READ_ONLY = {".eml", ".zip", ".alfredsnippets"}
DRAFT = "Hi Rina 😀,\n\nCalm down. মাথা ঠান্ডা করুন।\n"


def hooks() -> dict[str, dict[str, Any]]:
    return {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}


def action() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    return read


@pytest.mark.parametrize(("hook", "left_out"), [("tonecheck-check", set()), ("tonecheck-fix", READ_ONLY)])
def test_hooks_take_what_is_read(hook: str, left_out: set[str]) -> None:
    files, excluded = (regex.compile(hooks()[hook][key]) for key in ("files", "exclude"))
    for suffix in SUFFIXES:
        assert bool(files.search(f"উত্তর/😀{suffix.upper()}")) is (suffix not in left_out), suffix
    for other in ("photo.png", "main.py", "txt", "a.txt.gpg"):
        assert not files.search(other)
    assert excluded.search(".github/bug.md")
    assert excluded.search("a/.b.yml")
    assert not excluded.search("উত্তর/a.b.yml")


def test_only_the_hook_for_it_fixes() -> None:
    assert set(hooks()) == {"tonecheck-check", "tonecheck-fix"}
    assert "--fix" not in hooks()["tonecheck-check"]["entry"]
    assert all("--force-exclude" in hook["entry"] for hook in hooks().values())


def test_the_recipes_name_what_there_is() -> None:
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    for name in hooks() | action()["inputs"]:
        assert f"`{name}`" in page
    formats = set(regex.findall(r"--output-format (\w+)|`(\w+)`(?= for|, | and)", page.partition("## Elsewhere")[2]))
    named = {name for pair in formats for name in pair if name} | set(regex.findall(r"--output-format (\w+)", page))
    assert {"concise", "gitlab", "junit", "sarif"} <= named <= set(FORMATS)
    for block in regex.findall(r"^```yaml\n(.*?)^```", page, regex.MULTILINE | regex.DOTALL):
        assert yaml.safe_load(block)


def test_no_input_of_the_action_is_part_of_a_script() -> None:
    steps = [step for step in action()["runs"]["steps"] if "run" in step]
    assert len(steps) == 2
    for step in steps:
        assert "${{" not in step["run"]
    used = {value for step in steps for value in step["env"].values()}
    assert {f"${{{{ inputs.{name} }}}}" for name in action()["inputs"]} <= used


def run_action(folder: Path, **inputs: str) -> subprocess.CompletedProcess[bytes]:
    script = [sys.executable, str(ROOT / "scripts" / "run_action.py")]
    return subprocess.run(script, cwd=folder, env={**os.environ, **inputs}, capture_output=True, check=False)


@pytest.mark.parametrize("name", ["PATHS", "ARGS"])
@pytest.mark.parametrize("words", ["$(touch pwned) `touch pwned`; touch pwned | touch pwned", "'\ntouch pwned\n'"])
def test_inputs_are_not_run(tmp_path: Path, name: str, words: str) -> None:
    assert run_action(tmp_path, **{name: words}).returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_modules_among_the_replies_are_not_imported(tmp_path: Path) -> None:
    (tmp_path / "regex.py").write_text("open('pwned', 'w')", encoding="utf-8")
    run_action(tmp_path)
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize(
    ("inputs", "status"), [({"PATHS": "'a"}, 2), ({"PATHS": "--fix"}, 2), ({}, 1), ({"ARGS": "--fail-on never"}, 0)]
)
def test_the_action(tmp_path: Path, inputs: dict[str, str], status: int) -> None:
    draft = tmp_path / "খসড়া 😀.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    ran = run_action(tmp_path, **{"PATHS": "'খসড়া 😀.txt'", "SARIF_FILE": "tone.sarif"} | inputs)
    assert ran.returncode == status
    assert draft.read_text("utf-8") == DRAFT
    assert (b"calm-down" in ran.stdout) is (status != 2)
    if status != 2:
        assert b"calm-down" in (tmp_path / "tone.sarif").read_bytes()


@pytest.mark.slow
def test_in_the_editors() -> None:
    if shutil.which("bash") is None:
        pytest.skip("there is no bash here")
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    ran = subprocess.run(
        [ROOT / "scripts" / "try_editors.sh"], env={**os.environ, "PATH": path}, capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stdout.decode() + ran.stderr.decode()
    if b": good" not in ran.stdout:
        pytest.skip(ran.stdout.decode())


@pytest.fixture(scope="module")
def pre_commit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real pre-commit."""
    if found := shutil.which("pre-commit"):
        return Path(found)
    home = tmp_path_factory.mktemp("pre-commit")
    venv.create(home, with_pip=True)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    install = [str(scripts / "python"), "-m", "pip", "install", "--quiet", "pre-commit"]
    if subprocess.run(install, check=False, timeout=300).returncode:
        pytest.skip("pre-commit cannot be installed here")
    return scripts / "pre-commit"


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    command = ["git", *identity, *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True).stdout.decode()


def committed(folder: Path) -> str:
    """The commit of everything in a folder."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "all")
    return git(folder, "rev-parse", "HEAD").strip()


@pytest.mark.slow
def test_with_pre_commit(pre_commit: Path, tmp_path: Path) -> None:
    copy = tmp_path / "tonecheck"
    # What would be committed of this tree, committed elsewhere.
    for name in git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if name and (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
    project = tmp_path / "project"
    project.mkdir()
    (project / "good.txt").write_text("Thanks for waiting, রিনা 😀.\n", encoding="utf-8")
    (project / "package.json").write_text('{"name": "no replies"}\n', encoding="utf-8")
    (project / "fixable.txt").write_text("আপনার অর্ডার ঠিক আছে 😀।\nSimply click the link.\n", encoding="utf-8")
    hook = [{"id": "tonecheck-check", "args": ["--select", "calm-down"]}, {"id": "tonecheck-fix"}]
    config = {"repos": [{"repo": copy.as_uri(), "rev": committed(copy), "hooks": hook}]}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    committed(project)

    def run(hook: str, *files: str) -> tuple[int, str]:
        environ = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home"), "PYTHONPATH": ""}
        names = ["--files", *files] if files else ["--all-files"]
        ran = subprocess.run(
            [pre_commit, "run", hook, *names], cwd=project, env=environ, capture_output=True, check=False
        )
        return ran.returncode, ran.stdout.decode()

    status, out = run("tonecheck-check")
    assert status == 0, out
    (project / "খসড়া😀.txt").write_text(DRAFT, encoding="utf-8")
    git(project, "add", "--all")
    status, out = run("tonecheck-check")
    assert status == 1
    assert "খসড়া😀.txt:3:1" in out
    assert (project / "খসড়া😀.txt").read_text("utf-8") == DRAFT
    status, out = run("tonecheck-fix", "fixable.txt")
    assert (status, "files were modified by this hook" in out) == (1, True)
    assert (project / "fixable.txt").read_text("utf-8") == "আপনার অর্ডার ঠিক আছে 😀।\nPlease click the link.\n"
    git(project, "add", "--all")
    assert run("tonecheck-fix", "fixable.txt")[0] == 0
