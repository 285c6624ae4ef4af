"""Short address → its QR code, a small SVG file of its own: a page fetches it when a reader asks for it, or prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

import segno

MASK = 6
"""Which of the eight patterns of ISO/IEC 18004 lies over the squares: this one for all codes.

The best one for each code is found by drawing all eight, which took as long as making all pages. Of the codes of this
catalogue every pattern was read as well as the best, with a spot of six squares on it too.
"""


def code_of(short: str) -> str:
    """Where the QR code of a short address stands, from the root of the site."""
    return f"{short}qr.svg"


def codes(short: Iterable[str], site_url: str) -> Iterator[tuple[str, bytes]]:
    """Path and content of the QR code of each short address."""
    for address in short:
        yield code_of(address), qr_code(f"{site_url.rstrip('/')}/{address}")


def qr_code(address: str) -> bytes:
    """The SVG that a camera reads as this address; with its own white ground, so that it also works on a dark page."""
    out = BytesIO()
    # Level M survives a crease or a spot; a higher one takes more and smaller squares.
    segno.make(address, error="m", micro=False, mask=MASK).save(
        out,
        kind="svg",
        xmldecl=False,
        title=f"QR-code die leidt naar {address}",
        light="#fff",
        omitsize=True,
        svgclass=None,
        lineclass=None,
    )
    return out.getvalue()
