"""ARCHITECTURE.md holds: its tree is the tree, rules are found by their names, imports point down."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from indictment import check, pipeline
from indictment.pipeline.unchanged import OUTPUTS
from indictment.render.page.vocabulary import ELEMENTS

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "ARCHITECTURE.md"
MODULES = sorted((ROOT / "indictment").rglob("*.py"))
STAGES = ("parse", "examine", "resolve", "check", "edit", "locate", "render", "bundle")
RULE_FILE = "[a-z][a-z][a-z][0-9][0-9][0-9]_*.py"
NAMELESS = {"utils", "util", "helpers", "helper", "common", "core", "manager", "misc"}
CODE = re.compile(r"```html\n(.*?)```|(?<!`)`([^`\n]+)`", re.DOTALL)
READS_THE_WORLD = {"time", "socket", "urllib", "http", "requests", "random", "uuid", "secrets"}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text_of(path: Path) -> str:
    return path.read_text("utf-8")


def named() -> Iterator[str]:
    """Each file that the page's tree names, as a pattern of paths."""
    lines = text_of(PAGE).split("\n")
    begin = lines.index("indictment/")
    folder = ["indictment", "__init__.py"]
    yield "indictment/__init__.py"
    for line in lines[begin + 1 : lines.index("```", begin)]:
        depth = (len(line) - len(line.lstrip())) // 2
        names, _, words = line.strip().partition("  ")
        assert words.strip(), f"this line says nothing of what it names: {line}"
        for name in names.split(", "):
            if name.endswith("/"):
                folder = [*folder[:depth], name.removesuffix("/")]
                yield "/".join((*folder, "__init__.py"))
            else:
                pattern = RULE_FILE if name == "<code>_<name>.py" else name
                yield "/".join((*folder[:depth], pattern))


def test_the_page_is_short() -> None:
    assert len(text_of(PAGE).splitlines()) < 150


def test_each_file_of_the_package_is_in_the_tree() -> None:
    patterns = list(named())
    missing = [f for f in map(relative, MODULES) if not any(fnmatch(f, p) for p in patterns)]
    assert missing == [], "give them a line in ARCHITECTURE.md"


def test_each_line_of_the_tree_names_a_file_that_is_there() -> None:
    files = list(map(relative, MODULES))
    gone = [p for p in named() if not any(fnmatch(f, p) for f in files)]
    assert gone == [], "take them out of ARCHITECTURE.md"


def test_no_file_is_named_twice_in_the_tree() -> None:
    exact = [pattern for pattern in named() if "*" not in pattern]
    assert [name for name in exact if exact.count(name) > 1] == []


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_the_folders_a_page_sends_to_are_there(page: str) -> None:
    places = re.findall(r"`((?:[a-z_]+/)+)", text_of(ROOT / page))
    known = [ROOT, ROOT / "indictment"]
    assert places
    assert [p for p in places if not any((root / p).is_dir() for root in known)] == []


def test_imports_point_down() -> None:
    # As a process of its own: within ours it would silence all loggers and leave a child behind.
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_says_first_what_goes_in_and_what_comes_out(stage: str) -> None:
    source = text_of(ROOT / "indictment" / stage / "__init__.py")
    first = (ast.get_docstring(ast.parse(source)) or "").split("\n")[0]
    assert re.match(r"[A-Z][^:]* -> [A-Za-z]", first), first


def test_every_module_says_what_it_is_and_can_be_read_at_a_sitting() -> None:
    assert [relative(p) for p in MODULES if not ast.get_docstring(ast.parse(text_of(p)))] == []
    assert [relative(p) for p in MODULES if len(text_of(p).splitlines()) > 400] == []
    assert [relative(p) for p in MODULES if NAMELESS & set(p.stem.split("_"))] == []


@pytest.mark.parametrize("folder", [*STAGES, "model", "diagnostics"])
def test_no_stage_reads_the_clock_the_network_or_the_environment(folder: str) -> None:
    found = [
        f"{relative(path)}:{node.lineno}"
        for path in (ROOT / "indictment" / folder).glob("*.py")
        for node in ast.walk(ast.parse(text_of(path)))
        if reads_the_world(node)
    ]
    assert found == []


def reads_the_world(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr in ("environ", "getenv", "now", "today", "utcnow", "urandom")
    if isinstance(node, ast.Import):
        return any(name.name.split(".")[0] in READS_THE_WORLD for name in node.names)
    return isinstance(node, ast.ImportFrom) and (
        (node.module or "").split(".")[0] in READS_THE_WORLD - {"urllib"}
        or node.module == "urllib.request"
    )


def test_the_folder_check_is_the_registry() -> None:
    files = {path.stem for path in MODULES if fnmatch(path.name, RULE_FILE)}
    rules = {f"{r.code.lower()}_{r.name.replace('-', '_')}": r for r in check.all_rules()}
    assert files == set(rules)
    assert all((ROOT / "tests" / "rules" / f"{name}.md").is_file() for name in rules)


def test_rules_of_all_stages_have_a_code_a_name_and_an_explanation_of_their_own() -> None:
    rules = pipeline.rules()
    assert len({rule.code for rule in rules}) == len(rules)
    assert len({rule.name for rule in rules}) == len(rules)
    assert [rule.code for rule in rules if not (rule.summary and rule.explanation)] == []


@pytest.mark.parametrize("kind", OUTPUTS)
def test_each_output_is_documented(kind: str) -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    text = "\n".join(text_of(page) for page in pages if page.is_file())
    assert re.search(rf"(?:indictment|bundle)\.{kind}\b|\b{kind}\.pdf\b|--only {kind}\b", text)


def test_the_page_of_the_vocabulary_has_no_element_or_class_of_its_own() -> None:
    page = text_of(ROOT / "docs" / "vocabulary.md")
    code = "\n".join(map("".join, CODE.findall(page)))
    written = re.findall(r'<([a-z]+[1-6]?)(?:\s[^<>]*?class="([^"]*)")?', code)
    short = re.findall(r"(?<![\w./-])([a-z]+[1-6]?)\.([a-z]+(?:-[a-z0-9]+)*)(?![\w(.])", code)
    assert written
    assert short
    unknown = [tag for tag, _ in written if tag not in ELEMENTS]
    for tag, classes in [*written, *((t, c) for t, c in short if t in ELEMENTS)]:
        known = ELEMENTS[tag].classes if tag in ELEMENTS else frozenset()
        unknown += [f"{tag}.{word}" for word in classes.split() if word not in known]
    assert unknown == []


def test_check_loads_no_program_that_makes_or_serves_pages(tmp_path: Path) -> None:
    matter = tmp_path / "matter"
    shutil.copytree(ROOT / "tests" / "golden" / "small", matter)
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from indictment import pipeline\n"
        "checked = pipeline.check(Path(sys.argv[1]))\n"
        "assert checked.indictment is not None\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )
    command = [sys.executable, "-c", code, str(matter)]
    loaded = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    # pikepdf may be there: examining a PDF for the first time needs it.
    assert {"weasyprint", "docx", "jinja2", "starlette", "uvicorn"} & set(loaded.split()) == set()
