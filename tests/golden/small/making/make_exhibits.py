"""Makes the exhibit files of this matter: the same bytes on every run.

Run it from the repository's root: python tests/golden/small/making/make_exhibits.py
"""

import hashlib
import io
from pathlib import Path

import pikepdf
from PIL import Image, ImageDraw, ImageFont
from weasyprint import HTML  # type: ignore[import-untyped]

HERE = Path(__file__).resolve().parent
EXHIBITS = HERE.parent / "exhibits"
FONTS = HERE.parents[3] / "templates" / "fonts"

STYLE = f"""
@font-face {{ font-family: Serif; src: url({(FONTS / "LiberationSerif-Regular.ttf").as_uri()}) }}
@font-face {{ font-family: Serif; font-weight: bold;
             src: url({(FONTS / "LiberationSerif-Bold.ttf").as_uri()}) }}
@page {{ size: A4; margin: 3cm }}
body {{ font: 12pt/1.5 Serif }}
h1 {{ font-size: 16pt }}
section + section {{ break-before: page }}
"""

ORDER = """
<section><h1>Harbour Guard of the Free Port of Calderhaven</h1>
<p><b>Order No. 14</b> (HG/14/2019), 2 March 2019</p>
<p>1. This order is given under the Standing Rules of the Guard.</p>
<p>2. It is addressed to the officers of the night watch.</p>
<p>3. Every member of the Guard obeys the Captain of the Harbour Guard without delay.</p></section>
<section><p>4. Captain since 1 June 2015: E. L. Tollan. Comptroller of Customs since
9 January 2017: M. A. Casavant, who keeps the keys and the ledger of the Granary.</p>
<p>5. At 22:40 the grain is to be carried to the barge “Patience”. No receipt shall be given.</p>
<p>Invented for the tests of this project.</p></section>
"""


def order(path: Path) -> None:
    pages = HTML(string=f"<html lang=en><title>Order No. 14</title><style>{STYLE}</style>{ORDER}")
    with pikepdf.open(io.BytesIO(pages.write_pdf())) as pdf:
        pdf.save(path, deterministic_id=True)


def photograph(path: Path) -> None:
    image = Image.linear_gradient("L").resize((480, 320)).convert("RGB")
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype(FONTS / "LiberationSans-Regular.ttf", 20)
    draw.rectangle((60, 120, 420, 280), fill="#b59a6a", outline="#403020", width=4)
    draw.polygon(((40, 120), (240, 40), (440, 120)), fill="#7a3b2e")
    draw.rectangle((210, 190, 270, 280), fill="#403020")
    draw.text((20, 292), "The Granary from the quay (invented)", fill="#101010", font=font)
    image.save(path, optimize=True)


def main() -> None:
    order(EXHIBITS / "order-14.pdf")
    photograph(EXHIBITS / "photo-granary.png")
    for path in sorted(EXHIBITS.glob("*.p*")):
        print(hashlib.sha256(path.read_bytes()).hexdigest(), path.name)  # noqa: T201


if __name__ == "__main__":
    main()
