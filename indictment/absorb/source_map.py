"""The pieces of a line -> its characters, each with the place where it was typed."""

from collections.abc import Iterator, Sequence

from indictment.absorb.line import MARK, Line, Piece, Sign

_QUOTES = {"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " ", "\n": " "}


def plain(text: str) -> str:
    """`text` with straight quotation marks and plain spaces: as a keyboard has it."""
    return text if text.isascii() else text.translate(_PLAIN)


_PLAIN = str.maketrans({**_QUOTES, "\n": "\n"})


def places(text: str, begin: int, end: int, source: str) -> list[tuple[int, int]] | None:
    """The place of each character of `text`, which was typed at `source[begin:end]`; None where the
    two do not read alike.

    An escaped sign takes two characters of the source, a line's end with its indentation is one space.
    """
    typed = source[begin:end]
    if len(text) == 1 and (typed == f"\\{text}" or (text == " " and "\n" in typed)):
        return [(begin, end)]
    wanted = plain(text)
    there = plain(typed)
    at = there.find(wanted)
    if at < 0:
        # a note made of citations begins with a capital
        at = there.find(wanted[:1].lower() + wanted[1:])
    if at < 0:
        return _escaped(wanted, there, begin)
    return [(begin + at + n, begin + at + n + 1) for n in range(len(text))]


def _escaped(wanted: str, there: str, begin: int) -> list[tuple[int, int]] | None:
    """The places in what was typed with a backslash before some signs, as before a bar in a cell."""
    at, found = 0, []
    for sign in wanted:
        length = 2 if there.startswith(f"\\{sign}", at) else 1
        if there[at + length - 1 : at + length] != sign:
            return None
        found.append((begin + at, begin + at + length))
        at += length
    return found


def signs(line: Line, source: str) -> tuple[Sign, ...]:
    """The printed characters of `line`, spaces folded as on the page."""
    return tuple(_folded(_all(line.pieces, source)))


def _all(pieces: Sequence[Piece], source: str) -> Iterator[Sign]:
    for n, piece in enumerate(pieces):
        if piece.source == "mark":
            yield Sign(MARK, "mark", piece.begin, piece.end, piece.around, n, piece.note)
            continue
        if piece.source == "typed":
            found = places(piece.text, piece.begin, piece.end, source)
            if found is not None:
                for sign, (begin, end) in zip(piece.text, found, strict=True):
                    yield Sign(sign, "typed", begin, end, piece.around, n)
                continue
        kind = "atom" if piece.source == "typed" else piece.source
        for sign in piece.text:
            yield Sign(sign, kind, piece.begin, piece.end, piece.around, n, None, piece.reference)


def _folded(every: Iterator[Sign]) -> list[Sign]:
    """Without the spaces that the page drops: those doubled, at both ends and beside a line break."""
    out: list[Sign] = []
    fresh = True
    for sign in every:
        if sign.text in " \t\r\f" or (sign.text == "\n" and sign.source != "break"):
            if fresh:
                continue
            fresh = True
        elif sign.source == "break":
            while out and out[-1].text == " ":
                out.pop()
            fresh = True
        else:
            fresh = False
        out.append(sign)
    while out and out[-1].text == " ":
        out.pop()
    return out


def text_of(pieces: Sequence[Piece]) -> str:
    """The printed text of a line, the mark of a note as MARK."""
    raw: list[str] = []
    for piece in pieces:
        if piece.source == "mark":
            raw.append(MARK)
        elif piece.source == "break":
            raw.append("\r")
        else:
            raw.append(piece.text)
    words = "".join(raw).replace("\n", " ").replace("\t", " ").split(" ")
    folded = " ".join(word for word in words if word)
    return folded.replace(" \r", "\r").replace("\r ", "\r").replace("\r", "\n").strip(" ")
