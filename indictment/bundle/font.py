"""A font for stamps: the letters that are used, embedded, with their widths."""

import hashlib
import io
import zlib
from collections.abc import Iterable

import pikepdf


class Font:
    """A TrueType font cut down to the characters of `texts`.

    `data` is the whole font file. A character that it lacks is stamped as a question mark.
    """

    def __init__(self, data: bytes, texts: Iterable[str]) -> None:
        from fontTools import subset
        from fontTools.ttLib import TTFont

        options = subset.Options(
            hinting=False,
            layout_features=[],
            name_IDs=[6],
            notdef_outline=True,
            drop_tables=["GSUB", "GPOS", "GDEF", "FFTM"],
        )
        font = TTFont(io.BytesIO(data), recalcTimestamp=False, lazy=True)
        cutter = subset.Subsetter(options)
        cutter.populate(text="".join(sorted({*"?", *"".join(texts)})))
        cutter.subset(font)
        out = io.BytesIO()
        font.save(out, reorderTables=True)
        self._data = out.getvalue()
        times = 1000 / font["head"].unitsPerEm
        order = font.getGlyphOrder()
        self._widths: list[int] = [round(font["hmtx"][name][0] * times) for name in order]
        numbers = {name: number for number, name in enumerate(order)}
        self._glyphs: dict[int, int] = {
            code: numbers[name] for code, name in font.getBestCmap().items()
        }
        self._name = str(font["name"].getDebugName(6) or "Stamp")
        head, os2, hhea = font["head"], font["OS/2"], font["hhea"]
        self._box = [round(n * times) for n in (head.xMin, head.yMin, head.xMax, head.yMax)]
        self._heights = {
            "Ascent": round(hhea.ascent * times),
            "Descent": round(hhea.descent * times),
            "CapHeight": round((getattr(os2, "sCapHeight", 0) or hhea.ascent) * times),
        }
        self._stem = 140 if os2.usWeightClass > 500 else 80

    def width(self, text: str, size: float) -> float:
        """The width of `text` set in `size` points, in points."""
        return sum(self._widths[glyph] for glyph in self._of(text)) * size / 1000

    def encoded(self, text: str) -> bytes:
        """`text` as the operand of Tj."""
        return b"<" + "".join(f"{glyph:04X}" for glyph in self._of(text)).encode() + b">"

    def embedded(self, pdf: pikepdf.Pdf) -> pikepdf.Object:
        """The font as an object of `pdf` (ISO 32000-1, 9.7: a composite font, Identity-H)."""
        file = pdf.make_stream(
            zlib.compress(self._data, 9), Filter=pikepdf.Name.FlateDecode, Length1=len(self._data)
        )
        name = pikepdf.Name("/" + self._tag() + "+" + self._name)
        descriptor = pikepdf.Dictionary(
            Type=pikepdf.Name.FontDescriptor,
            FontName=name,
            Flags=4,
            FontBBox=pikepdf.Array(self._box),
            ItalicAngle=0,
            StemV=self._stem,
            FontFile2=file,
        )
        for key, height in self._heights.items():
            descriptor["/" + key] = height
        descendant = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.CIDFontType2,
                BaseFont=name,
                CIDSystemInfo=pikepdf.Dictionary(
                    Registry=pikepdf.String("Adobe"),
                    Ordering=pikepdf.String("Identity"),
                    Supplement=0,
                ),
                FontDescriptor=pdf.make_indirect(descriptor),
                CIDToGIDMap=pikepdf.Name.Identity,
                DW=0,
                W=pikepdf.Array([0, pikepdf.Array(self._widths)]),
            )
        )
        return pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type0,
                BaseFont=name,
                Encoding=pikepdf.Name("/Identity-H"),
                DescendantFonts=pikepdf.Array([descendant]),
                ToUnicode=pdf.make_stream(self._to_unicode()),
            )
        )

    def _of(self, text: str) -> list[int]:
        unknown = self._glyphs[ord("?")]
        return [self._glyphs.get(ord(character), unknown) for character in text]

    def _tag(self) -> str:
        """The six capitals that mark a subset (ISO 32000-1, 9.6.4), always the same for it."""
        digest = hashlib.sha256(self._data).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def _to_unicode(self) -> bytes:
        pairs = [
            f"<{glyph:04X}> <{chr(code).encode('utf-16-be').hex().upper()}>"
            for code, glyph in sorted(self._glyphs.items(), key=lambda pair: pair[1])
        ]
        groups = [pairs[i : i + 100] for i in range(0, len(pairs), 100)]
        body = "".join(
            f"{len(group)} beginbfchar\n" + "\n".join(group) + "\nendbfchar\n" for group in groups
        )
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            f"{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        ).encode()
