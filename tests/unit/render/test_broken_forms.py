"""What a court's form gets wrong beyond its templates: a report at the file, nothing written."""

import io
import zipfile
from pathlib import Path

import pytest

from indictment.pipeline import building
from tests.built import ROOT, copied

REFERENCE = ROOT / "templates" / "international" / "reference.docx"


def rewritten(part: str, old: bytes = b"", new: bytes = b"") -> bytes:
    """The shipped reference.docx with `old` in a part read as `new`; without the part if empty."""
    packed = io.BytesIO()
    with zipfile.ZipFile(REFERENCE) as before, zipfile.ZipFile(packed, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == part and not old:
                continue
            after.writestr(name, data.replace(old, new) if name == part else data)
    return packed.getvalue()


def said(tmp_path: Path, output: str, **files: bytes) -> list[tuple[str, str, str]]:
    """What is said of the new matter with its own `files` of templates, of which nothing is made."""
    root = copied(ROOT / "templates" / "new-matter", tmp_path / "matter")
    form = root / "templates" / "international"
    form.mkdir(parents=True)
    for name, data in files.items():
        (form / name.replace("_", "-").replace("-dot-", ".")).write_bytes(data)
    built = building.build(root, (output,), progress=lambda stage, detail: None)
    assert built.made == ()
    return [
        (one.rule.code, one.span.file.rpartition("/")[2], one.message)
        for one in built.diagnostics
        if one.is_error
    ]


@pytest.mark.parametrize(
    ("reference", "named"),
    [
        (b"", "opened"),
        (b"not a zip", "opened"),
        (rewritten("[Content_Types].xml"), "a part of it"),
        (rewritten("word/styles.xml", b"<w:style ", b"<w:style"), "a part of it"),
        (rewritten("word/numbering.xml", b"IndictmentParagraph", b"Other"), "numbering"),
        (
            rewritten("word/styles.xml", b'w:val="Formula"', b'w:val="Other"'),
            "no style “Formula”",
        ),
    ],
)
def test_a_reference_that_cannot_be_used_is_said(
    tmp_path: Path, reference: bytes, named: str
) -> None:
    [(code, file, message)] = said(tmp_path, "docx", reference_dot_docx=reference)
    assert (code, file) == ("TPL015", "reference.docx")
    assert named in message


def test_all_styles_that_are_missing_are_said_at_once(tmp_path: Path) -> None:
    with zipfile.ZipFile(REFERENCE) as package:
        styles = package.read("word/styles.xml")
    for name in (b"Formula", b"Tribunal", b"Against"):
        styles = styles.replace(b'w:val="' + name + b'"', b'w:val="No ' + name + b'"')
    reference = rewritten(
        "word/styles.xml", zipfile.ZipFile(REFERENCE).read("word/styles.xml"), styles
    )
    [(_, _, message)] = said(tmp_path, "docx", reference_dot_docx=reference)
    assert "“Against”, “Formula”" in message


@pytest.mark.parametrize(
    ("template", "text", "code"),
    [
        ("bundle-dividers", b"<html><body><p>x</p></body></html>", "TPL012"),
        ("bundle-dividers", b"", "TPL012"),
        ("bundle-text", b"{{ nobody }}", "TPL002"),
        ("bundle-index", b'<a href="bundle:page/999">x</a>', "TPL013"),
        ("bundle-index", b'<a href="bundle:page/x">x</a>', "TPL013"),
        ("bundle-index", b'<a class="x" href="bundle:elsewhere">x</a>', "TPL013"),
    ],
)
def test_what_a_template_of_the_bundle_gets_wrong_is_said(
    tmp_path: Path, template: str, text: bytes, code: str
) -> None:
    found = said(tmp_path, "bundle", **{f"{template}_dot_html": text})
    assert [one[:2] for one in found] == [(code, f"{template}.html")]


def test_a_style_that_loses_the_notes_is_said(tmp_path: Path) -> None:
    shipped = REFERENCE.with_name("style.css").read_bytes()
    found = said(tmp_path, "pdf", style_dot_css=shipped + b"\n.footnote { float: none }")
    assert [one[:2] for one in found] == [("TPL011", "style.css")]
