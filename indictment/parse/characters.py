"""The bytes of a file -> its text, and what cannot be seen in it."""

import re
import unicodedata
from collections.abc import Iterator

from indictment.diagnostics import Diagnostic, Outcome, Span
from indictment.parse import rules

_NAMES = {
    "\u00ad": "a soft hyphen",
    "\u034f": "a grapheme joiner",
    "\u061c": "an Arabic letter mark",
    "\u180e": "a Mongolian vowel separator",
    "\u200b": "a zero-width space",
    "\u200c": "a zero-width non-joiner",
    "\u200d": "a zero-width joiner",
    "\u200e": "a left-to-right mark",
    "\u200f": "a right-to-left mark",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
    "\u2060": "a word joiner",
    "\ufeff": "a zero-width space",
    "\ufffd": "the sign for a lost character",
    "\f": "a page feed",
    "\v": "a vertical tab",
    "\x00": "a zero byte",
}
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd"
    "\ufdd0-\ufdef\ufffe\uffff\ue000-\uf8ff\ud800-\udfff\U000e0000-\U000e007f\U000f0000-\U0010ffff]+"
)
_JOINERS = frozenset("\u200c\u200d")
_JOINING_SCRIPTS = (
    "ARABIC", "SYRIAC", "THAANA", "NKO", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GURMUKHI",
    "GUJARATI", "ORIYA",
    "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "TIBETAN", "MYANMAR", "KHMER",
)  # fmt: skip
_COMPOSED = re.compile(
    "(.)([\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05bd\\u064b-\\u065f\\u3099\\u309a]*)", re.DOTALL
)

_UTF16 = (
    "this file is saved as UTF-16",
    "save it again with the encoding UTF-8 (in Notepad: Save as, Encoding: UTF-8)",
)
"""The fault and the remedy."""


def decode(data: bytes, file: str) -> Outcome[str]:
    """The text of `file`, without byte order mark and with line feeds only.

    `scan` says what is wrong with its characters.
    Where it is not UTF-8 a square stands for each letter that is lost, so that what can be read
    is read; None where it is no text at all.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    if _is_utf16(data):
        fault = rules.NOT_UTF8.at(Span(file, 1, 1, 1, 2), _UTF16[0], help=_UTF16[1])
        return Outcome(None, (fault,))
    try:
        text = data.decode()
    except UnicodeDecodeError as fault:
        if other := _other_form(data):
            message, help = other
            return Outcome(None, (rules.NOT_UTF8.at(Span(file, 1, 1, 1, 2), message, help=help),))
        text = data.decode(errors="replace").replace("\ufffd", "\u25a1")
        return Outcome(_line_feeds(text), (_undecoded(data, fault.start, file),))
    return Outcome(_line_feeds(text))


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def scan(text: str, file: str) -> list[Diagnostic]:
    """What is wrong with the characters of `text`: not seen, or not in normal form C."""
    found: list[Diagnostic] = []
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return list(_conflicts(text, file))
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isascii() and line.isprintable():
            continue
        found.extend(_unseen(line, file, number))
        if not unicodedata.is_normalized("NFC", line):
            found.extend(_split(line, file, number))
    found.extend(_conflicts(text, file))
    return found


def _conflicts(text: str, file: str) -> Iterator[Diagnostic]:
    """The marks with which git leaves a choice between two versions to the drafter."""
    if "<<<<<<< " not in text:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith("<<<<<<< "):
            yield rules.CONFLICT.at(
                Span.on_line(file, number, 1, len(line)),
                "two versions of a passage stand here, and none was chosen",
                help="keep one of the two, and remove the lines of <<<<<<<, ======= and >>>>>>>",
            )


def _unseen(line: str, file: str, number: int) -> Iterator[Diagnostic]:
    for match in _SUSPECT.finditer(line):
        run = match[0]
        if all(c in _JOINERS for c in run) and _joins(line[: match.start()]):
            continue
        many = f" and {len(run) - 1} more" if len(run) > 1 else ""
        before, after = (
            line[: match.start()].split(" ")[-1][-20:],
            line[match.end() :].split(" ")[0][:20],
        )
        where = (
            f"between “{before}” and “{after}”"
            if before and after
            else f"beside “{before or after}”"
        )
        yield rules.UNSEEN_CHARACTER.at(
            Span.on_line(file, number, match.start() + 1, len(run)),
            f"there is {_name(run[0])}{many} here",
            label="cannot be seen",
            help=f"remove it {where}" if before or after else "remove it",
        )


def _joins(before: str) -> bool:
    """True if the letter before a joiner belongs to a script that uses joiners."""
    last = next((c for c in reversed(before) if not unicodedata.combining(c)), "")
    return bool(last) and unicodedata.name(last, "").startswith(_JOINING_SCRIPTS)


def _split(line: str, file: str, number: int) -> Iterator[Diagnostic]:
    """One diagnostic a line: a pasted passage is mended by typing or pasting it again."""
    for match in _COMPOSED.finditer(line):
        whole = unicodedata.normalize("NFC", match[0])
        if whole == match[0]:
            continue
        many = (
            "several characters"
            if len(match[0]) > len(whole)
            else "a character that only looks like it"
        )
        yield rules.NOT_NFC.at(
            Span.on_line(file, number, match.start() + 1, len(match[0])),
            f"“{whole}” is written as {many} here",
            label="not the letter that is typed",
            help=f"delete the letter and type “{whole}” again, here and in the rest of the line",
        )
        return
    yield rules.NOT_NFC.at(
        Span.on_line(file, number, 1, max(len(line), 1)),
        "letters of this line are written in parts",
        help="type the line again",
    )


def _name(character: str) -> str:
    if character in _NAMES:
        return _NAMES[character]
    category = unicodedata.category(character)
    if category == "Co":
        return f"a sign of a private font (U+{ord(character):04X})"
    if category == "Cf":
        return f"an invisible mark ({unicodedata.name(character, 'unnamed').lower()})"
    return f"a control character (U+{ord(character):04X})"


def _is_utf16(data: bytes) -> bool:
    """True for UTF-16, with its mark or, in Latin letters, without."""
    begin = data[:200]
    in_halves = any(half and not any(half) for half in (begin[0::2], begin[1::2]))
    return data[:2] in (b"\xff\xfe", b"\xfe\xff") or (in_halves and any(begin))


def _other_form(data: bytes) -> tuple[str, str] | None:
    """What a file is that is no text, and the remedy; None for text in another encoding."""
    if data[:2] == b"PK" or data[:4] in (b"%PDF", b"\xd0\xcf\x11\xe0") or b"\0" in data[:512]:
        return (
            "this is not a text file, whatever its name says",
            "write the text in a plain text file, or move this file to exhibits/",
        )
    return None


def _undecoded(data: bytes, start: int, file: str) -> Diagnostic:
    before = data[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n").decode()
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return rules.NOT_UTF8.at(
        Span.on_line(file, line, column, 1),
        "from here on the file is not in UTF-8, so its letters cannot be read",
        help="save the file again with the encoding UTF-8",
    )
