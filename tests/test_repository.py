"""What must hold for the repository itself."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "circular_tender"
SOURCES = sorted(PACKAGE.rglob("*.py"))

# In parts, so that this file does not name them.
REGISTRY_HOSTS = ("pypi" + ".org", "python" + "hosted.org")
PATHS_OF_ONE_MACHINE = re.compile(r"(?<![\w.~-])/(?:work|root|home|Users)/")
LOCK_FILES = {"uv.lock", "pylock.toml"}  # they record where a package was found

# Every use of a construct that src does without: (file under src/circular_tender, construct, reason).
ALLOWED = (("exchange/office.py", "float()", "a workbook holds binary numbers; nothing of ours reads them back"),)


@pytest.fixture(scope="module")
def files() -> list[Path]:
    """The files that are tracked, or would be by `git add --all`."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git repository")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    except FileNotFoundError:
        pytest.skip("git is not installed")
    found = [ROOT / name for name in listed.split("\0") if (ROOT / name).is_file()]
    assert Path(__file__) in found
    return found


def test_no_file_names_a_registry_host(files):
    named = [
        (str(file.relative_to(ROOT)), host)
        for file in files
        for host in REGISTRY_HOSTS
        if host.encode() in file.read_bytes().lower()
    ]
    assert named == []


def test_no_file_names_a_path_of_one_machine(files):
    named = [
        (str(file.relative_to(ROOT)), match.group())
        for file in files
        for match in PATHS_OF_ONE_MACHINE.finditer(file.read_text(encoding="utf-8", errors="replace"))
    ]
    assert named == []


def test_no_lock_file(files):
    assert [file for file in files if file.name in LOCK_FILES] == []


@pytest.mark.parametrize("name", ["example", "test"])
def test_readme_and_contributing_print_a_command_of_one_line(name):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(rf"^<!-- command: {name} -->\n+```[a-z]*\n(.*?)\n```$", readme, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 1
    assert blocks[0].startswith("python3 -m venv --without-pip .venv && ")
    assert "\n" not in blocks[0]
    assert f"\n    {blocks[0]}\n" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_imports_run_one_way():
    lint = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True, no_logo=True))"
    run = subprocess.run([sys.executable, "-c", lint], cwd=ROOT, check=False, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_checker_of_records_needs_the_standard_library_only():
    imported: set[str] = set()
    for node in ast.walk(ast.parse((PACKAGE / "record" / "verify.py").read_bytes())):
        match node:
            case ast.Import(names=names):
                imported |= {alias.name.partition(".")[0] for alias in names}
            case ast.ImportFrom(module=module, level=level):
                imported.add("." * level + (module or "").partition(".")[0])
    assert imported - sys.stdlib_module_names == set()


def constructs(tree: ast.AST) -> Iterator[str]:
    """What the library does without: what runs text, takes floats, depends on the machine or vanishes under -O."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="eval" | "exec" | "float" as name)):
                yield f"{name}()"
            case ast.Constant(value=float() | complex()):
                yield "float literal"
            case ast.Assert():
                yield "assert"
            case ast.Import(names=names):
                yield from (alias.name for alias in names if alias.name in {"pickle", "locale"})
            case ast.ImportFrom(module="pickle" | "locale" as name):
                yield name
            case ast.ImportFrom(module="yaml", names=names):
                yield from ("yaml.load" for alias in names if "load" in alias.name)
            case ast.Attribute(value=ast.Name(id="yaml"), attr=name) if "load" in name:
                yield "yaml.load"


@pytest.mark.parametrize(
    ("text", "construct"),
    [
        ("eval('1')", "eval()"),
        ("exec('1')", "exec()"),
        ("float(1)", "float()"),
        ("x = 0.5", "float literal"),
        ("x = 1e3", "float literal"),
        ("assert x", "assert"),
        ("import pickle", "pickle"),
        ("from pickle import dumps", "pickle"),
        ("import locale", "locale"),
        ("def f(): from locale import setlocale", "locale"),
        ("yaml.load(text, Loader)", "yaml.load"),
        ("yaml.safe_load(text)", "yaml.load"),
        ("from yaml import safe_load", "yaml.load"),
    ],
)
def test_a_planted_construct_is_found(text, construct):
    assert list(constructs(ast.parse(text))) == [construct]


def test_the_library_does_without_some_constructs():
    assert SOURCES != []
    found = {
        (str(file.relative_to(PACKAGE)), construct)
        for file in SOURCES
        for construct in constructs(ast.parse(file.read_bytes()))
    }
    assert found == {(file, construct) for file, construct, _ in ALLOWED}  # a row that nothing needs must go
