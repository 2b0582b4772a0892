"""Block rules for the closed Markdown of count files, on markdown-it-py's block parser.

Attribute lines, definitions of notes and comments become tokens of their own; what is outside
the subset (code, HTML blocks, rules, underlined headings, link definitions) becomes a token of
type "refused" whose `content` names it.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock

from indictment.parse import inline_rules

DEEPEST = 40
"""Blocks may stand inside one another this deep; what lies deeper is reported."""
_DEFINITION = re.compile(r"\[\^([^\[\]\s]+)\]:[ \t]*")
_REFUSED = (
    ("code", re.compile(r"(?:`{3,}|~{3,})")),
    ("rule", re.compile(r"(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|(?:-[ \t]*){3,}$")),
    ("underlined-heading", re.compile(r"=+[ \t]*$|-{2,}[ \t]*$")),
    ("link-definition", re.compile(r"\[(?!\^)[^\[\]]+\]:[ \t]*\S+")),
)


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _attributes(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    text = _line(state, start).rstrip()
    if not (text.startswith("{") and text.endswith("}") and text.count("{") == 1):
        return False
    if silent:
        return True
    token = state.push("attributes", "", 0)
    token.content, token.map = text, [start, start + 1]
    state.line = start + 1
    return True


def _comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if not _line(state, start).startswith("<!--"):
        return False
    begin = state.bMarks[start] + state.tShift[start]
    closed = state.src.find("-->", begin + 4)
    if closed < 0:
        return False
    last = start
    while last < end and state.eMarks[last] < closed:
        last += 1
    if last >= end or state.src[closed + 3 : state.eMarks[last]].strip():
        return False
    if silent:
        return True
    token = state.push("comment", "", 0)
    token.content, token.map = state.src[begin + 4 : closed], [start, last + 1]
    state.line = last + 1
    return True


def _definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    text = _line(state, start)
    found = _DEFINITION.match(text)
    if not found:
        return False
    if silent:
        return True
    last = start + 1
    while last < end and not state.isEmpty(last) and not _DEFINITION.match(_line(state, last)):
        last += 1
    token = state.push("note_definition", "", 0)
    token.info, token.map = found[1], [start, last]
    inline = state.push("inline", "", 0)
    first = text[found.end() :]
    inline.content = "\n".join([first, *(_line(state, n) for n in range(start + 1, last))]).rstrip()
    inline.map, inline.children = [start, last], []
    state.line = last
    return True


def _item(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """What belongs to item 10 may be indented by three spaces, like what belongs to item 9.

    Markdown wants four there, and would make three a new item beside it.
    """
    if not silent and state.tokens and state.tokens[-1].type == "list_item_open":
        state.blkIndent -= max(0, len(state.tokens[-1].info) - 1)
    return False


def _refused(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    text = _line(state, start).rstrip()
    what = next((name for name, form in _REFUSED if form.match(text)), "")
    if not what:
        return False
    if silent:
        return True
    last = start + 1
    if what == "code":
        fence = text[:3]
        while last < end and not _line(state, last).startswith(fence):
            last += 1
        last = min(last + 1, end)
    token = state.push("refused", "", 0)
    token.content, token.map = what, [start, last]
    state.line = last
    return True


def _indented(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if silent or state.sCount[start] - state.blkIndent < 4:
        return False
    last = start + 1
    while last < end and (state.isEmpty(last) or state.sCount[last] - state.blkIndent >= 4):
        last += 1
    while state.isEmpty(last - 1):
        last -= 1
    token = state.push("refused", "", 0)
    token.content, token.map = "indented-text", [start, last]
    state.line = last
    return True


def parser() -> MarkdownIt:
    """The parser of the closed subset: headings, lists, quotations, tables, emphasis, and ours."""
    markdown = MarkdownIt("zero", {"maxNesting": DEEPEST})
    markdown.enable(["table", "list", "blockquote", "heading", "emphasis"])
    ruler = markdown.block.ruler
    interrupting: RuleOptionsType = {"alt": ["paragraph", "blockquote", "list", "reference"]}
    ruler.before("table", "item", _item)
    ruler.before("table", "attributes", _attributes, interrupting)
    ruler.before("table", "definition", _definition, interrupting)
    ruler.before("table", "comment", _comment)
    ruler.before("table", "indented", _indented)
    ruler.after("list", "refused", _refused, {"alt": ["paragraph", "blockquote"]})
    inline_rules.install(markdown)
    markdown.core.ruler.enableOnly(["normalize", "block"])
    return markdown
