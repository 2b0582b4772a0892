"""What libyaml says about a text it cannot read -> words for the drafter, lines to leave out."""

import re
from collections.abc import Callable

from yaml.error import MarkedYAMLError

from indictment.parse import yaml_lines
from indictment.parse.yaml_lines import Case, Said

_NEITHER = "write a colon and a space behind a key, or indent words that go on"


def explain(fault: MarkedYAMLError, lines: list[str], file: str, first_line: int) -> Said:
    """The diagnostic, and the indexes in `lines` of the lines that cannot be read."""
    case = Case.of(fault, lines, file, first_line)
    return next(found for reading in _READINGS if (found := reading(case)))


def leave_out(lines: list[str], guilty: list[int]) -> None:
    """Empty the guilty lines in place; the first time a key stays, without its value."""
    for number in guilty:
        entry = yaml_lines.ENTRY.match(lines[number]) if number == guilty[0] else None
        kept = f"{entry['indent']}{entry['key']}:" if entry and "\t" not in entry["indent"] else ""
        lines[number] = kept if kept != lines[number] else ""


# --- one function for each kind of fault; the first that recognises it explains it ---------------


def _tab(case: Case) -> Said | None:
    for row in dict.fromkeys((case.line, case.row)):
        indent = case.lines[row][: yaml_lines.indent(case.lines[row])]
        if "\t" in indent:
            return case.at(
                row,
                indent.index("\t"),
                1,
                "the line is indented with a tab",
                "write spaces in place of the tab",
            ), [row]
    return None


def _fallen_out(case: Case) -> Said | None:
    """A line that belongs to a text of several lines but is not indented like it."""
    source = case.source
    if not source.strip() or yaml_lines.ENTRY.match(source):
        return None
    inner = 0
    for row in range(case.line - 1, -1, -1):
        line = case.lines[row]
        if not line.strip():
            continue
        entry = yaml_lines.ENTRY.match(line)
        if entry and inner and re.fullmatch(r"[|>][-+]?", entry["value"].strip()):
            words = f"the line is not indented like the text of “{entry['key']}” above it"
            return case.whole_line(case.line, words, f"indent it by {inner} spaces"), [case.line]
        if yaml_lines.indent(line) <= yaml_lines.indent(source):
            return None
        inner = yaml_lines.indent(line)
    return None


def _unclosed_quotation(case: Case) -> Said | None:
    """A quotation mark without its partner shows only where the next one stands."""
    unclosed = "quoted scalar" in case.context and "unexpected" in case.problem
    row, begin = case.row, case.begin
    if not unclosed:
        if "expected" not in case.problem or not case.source[: case.column].rstrip().endswith(
            ('"', "'")
        ):
            return None
        opened = yaml_lines.open_quotation(case.lines, case.line)
        if opened is None or opened[0] == case.line:
            return None
        row, begin = opened
    mark = case.lines[row][begin]
    said = case.at(
        row,
        begin,
        1,
        "the quotation mark that opens here is not closed",
        f"write {mark} at the end of the value",
    )
    return said, [row]


def _escape(case: Case) -> Said | None:
    if "quoted scalar" not in case.context:
        return None
    begin = case.source.rfind("\\", 0, case.column + 1)
    word = case.source[begin : begin + 2]
    help = "write \\\\ for a backslash, or put the value in single quotation marks"
    return case.at(
        case.line, begin, len(word), f"“{word}” means nothing between double quotation marks", help
    ), [case.line]


def _behind_the_end(case: Case) -> Said | None:
    """Words behind a closing quotation mark or bracket."""
    before = case.source[: case.column].rstrip()
    if (
        "did not find expected" not in case.problem
        or not before
        or not case.source[case.column :].strip()
    ):
        return None
    rest = case.source[case.column :].rstrip()
    if before.endswith("'") or before.endswith('"'):
        help = "put the whole value in quotation marks of the other kind"
        if before.endswith("'") and case.source.count("'") % 2:
            help = "write the apostrophe twice, or put the value in double quotation marks"
        return case.at(
            case.line, case.column, len(rest), "words stand behind the closing quotation mark", help
        ), [case.line]
    if before.endswith(("]", "}")):
        help = "remove them, or put the whole value in quotation marks"
        return case.at(
            case.line, case.column, len(rest), "words stand behind the closing bracket", help
        ), [case.line]
    return None


def _bracket(case: Case) -> Said | None:
    if "flow" not in case.context:
        return None
    if "flow node" in case.context:
        opened = yaml_lines.open_bracket(case.lines, case.line, case.column)
        row, begin = opened or (case.line, case.column)
        at_end = not case.source[case.column :].strip()
        if opened is None or not at_end:
            if case.sign == ",":
                return case.at(
                    case.line,
                    case.column,
                    1,
                    "there is nothing before this comma",
                    "remove the comma",
                ), [case.line]
            return case.at(
                case.line,
                case.column,
                1,
                f"“{case.sign}” stands where a value is wanted",
                yaml_lines.quoted(case.source, case.column),
            ), [case.line]
    else:
        row, begin = case.row, case.begin
    sign = case.lines[row][begin : begin + 1]
    close = {"[": "]", "{": "}"}.get(sign, "]")
    if row == case.line and close in case.source[case.column :]:
        said = case.at(
            case.line,
            case.column,
            1,
            f"the list cannot be read from “{yaml_lines.short(case.source[case.column :])}” on",
            "part the values with commas, and put values with signs in quotation marks",
        )
        return said, [case.line]
    return case.at(
        row,
        begin,
        1,
        "the bracket that opens here is not closed",
        f"write {close} at the end, or put a value with brackets in quotation marks",
    ), [row]


def _sign(case: Case) -> Said | None:
    if "cannot start any token" in case.problem or "node content" in case.problem:
        ends = (
            r"\s*(?:[],]|$)"
            if yaml_lines.open_bracket([case.source], 0, case.column)
            else r"\s*(?:#.*)?$"
        )
        if label := re.match(r"@([a-z][a-z0-9-]*)" + ends, case.source[case.column :]):
            help = f"write {label[1]} for a label; put words in quotation marks"
            return case.at(case.line, case.column, 1, "“@” cannot begin a value", help), [case.line]
        return case.at(
            case.line,
            case.column,
            1,
            f"“{case.sign}” cannot begin a value",
            yaml_lines.quoted(case.source, case.column),
        ), [case.line]
    if re.search("anchor|alias|tag", case.context):
        sign = case.lines[case.row][case.begin : case.begin + 1]
        return case.at(
            case.row,
            case.begin,
            1,
            f"“{sign}” cannot begin a value",
            yaml_lines.quoted(case.lines[case.row], case.begin),
        ), [case.row]
    return None


def _colon(case: Case) -> Said | None:
    """A colon inside a value, or a key that is indented below a value."""
    if "mapping values are not allowed" not in case.problem:
        return None
    entry = yaml_lines.ENTRY.match(case.source)
    if entry and entry.end("key") < case.column:
        said = case.at(
            case.line,
            case.column,
            1,
            "the value has a colon followed by a space",
            yaml_lines.quoted(case.source, entry.start("value")),
            "a second colon in the line",
        )
        return said, [case.line]
    words = case.source[: case.column].strip()
    above = next((n for n in range(case.line - 1, -1, -1) if case.lines[n].strip()), None)
    if above is not None:
        if not yaml_lines.ENTRY.match(case.lines[above]) and not case.lines[
            above
        ].lstrip().startswith("#"):
            return _not_an_entry(case, above)
        said = case.at(
            case.line,
            case.column - len(words),
            len(words),
            f"“{yaml_lines.short(words)}” is indented below a line that already has a value",
            "indent it like the line above",
        )
        return said, case.block(case.line)
    return case.at(
        case.line,
        case.column,
        1,
        "a colon followed by a space stands where no key can be",
        "put the value in quotation marks",
    ), [case.line]


def _no_colon(case: Case) -> Said | None:
    return _not_an_entry(case, case.row) if "could not find expected ':'" in case.problem else None


def _not_an_entry(case: Case, row: int) -> Said:
    words = case.lines[row].strip()
    if found := re.match(r"([A-Za-z][\w-]*):\S", words):
        begin = yaml_lines.indent(case.lines[row])
        return case.at(
            row,
            begin,
            len(found[1]) + 1,
            f"there is no space behind the colon of “{found[1]}”",
            "write a space behind the colon",
        ), [row]
    return case.whole_line(
        row, f"“{yaml_lines.short(words)}” is neither a key nor part of a value", _NEITHER
    ), [row]


def _block_text(case: Case) -> Said | None:
    if "block scalar" not in case.context:
        return None
    source = case.lines[case.row]
    sign = source[case.begin : case.begin + 1]
    return case.at(
        case.row,
        case.begin,
        len(source.rstrip()) - case.begin,
        f"“{sign}” cannot begin a value on one line",
        yaml_lines.quoted(source, case.begin),
    ), case.block(case.row)


def _hyphen(case: Case) -> Said | None:
    if "sequence entries are not allowed" in case.problem:
        help = "put the value in quotation marks, or begin the list on the line below its key"
        return case.at(
            case.line, case.column, 1, "a hyphen followed by a space cannot begin a value", help
        ), [case.line]
    if "expected '-' indicator" in case.problem:
        words = yaml_lines.short(case.source.strip())
        return case.whole_line(
            case.line,
            f"“{words}” stands between the lines of a list",
            "begin the line with a hyphen, or indent it like the lines it belongs with",
        ), case.block(case.line)
    return None


def _layout(case: Case) -> Said:
    if case.sign in ("]", "}", ","):
        return case.at(
            case.line,
            case.column,
            1,
            f"“{case.sign}” stands where a key is wanted",
            "remove it, or put the value in quotation marks",
        ), [case.line]
    above = next((n for n in range(case.line - 1, -1, -1) if case.lines[n].strip()), case.line)
    if case.lines[above].strip() == "...":
        return case.whole_line(
            above, "a line of dots ends the entries, and more stand below it", "remove the line"
        ), [above]
    if case.sign == ":":
        return case.at(
            case.line,
            case.column,
            1,
            "there is no name before this colon",
            "write the name of the entry before it",
        ), [case.line]
    if not case.source.strip():
        return case.at(
            case.line,
            case.column,
            1,
            "the file cannot be read from here on",
            "compare the lines above with an entry that is right",
        ), [case.line]
    if case.source[: case.column].strip():
        return case.at(
            case.line,
            case.column,
            len(case.source.rstrip()) - case.column,
            "this cannot be read as part of the value",
            "put the whole value in quotation marks",
        ), [case.line]
    spaces = yaml_lines.indent(case.lines[above])
    return case.whole_line(
        case.line,
        "the line is indented differently from the lines it belongs with",
        f"indent it by {spaces} spaces, like line {above + case.first_line}, if it belongs there",
    ), case.block(case.line)


_READINGS: tuple[Callable[[Case], Said | None], ...] = (
    _tab, _fallen_out, _unclosed_quotation, _escape, _behind_the_end, _bracket, _sign, _colon,
    _no_colon, _block_text, _hyphen, _layout,
)  # fmt: skip
