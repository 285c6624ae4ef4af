"""A QR code is read, by a program that had no part in making it, as the address that it stands for."""

from __future__ import annotations

import re
from xml.etree.ElementTree import fromstring

import pytest
import zxingcpp

from catalogue.pages.codes import codes

SVG = "{http://www.w3.org/2000/svg}"
SCALE = 4


def read_square(grey: bytes) -> list[str]:
    """What a camera reads in a square picture: a grey value for each pixel."""
    side = int(len(grey) ** 0.5)
    picture = memoryview(grey).cast("B", (side, side))
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def read(svg: bytes, spot: int = 0) -> list[str]:
    """What a camera reads in a picture of squares in rows; with a dark *spot* of so many squares in its middle."""
    root = fromstring(svg)  # noqa: S314 (of our own making)
    side = int(str(root.get("viewBox")).split()[2])
    dark = next(path for path in root.iter(f"{SVG}path") if path.get("stroke"))
    rows = [bytearray(b"\xff" * side * SCALE) for _ in range(side)]
    x = y = 0.0
    for step, numbers in re.findall(r"([Mmh])([^Mmh]*)", str(dark.get("d"))):
        values = [float(number) for number in re.findall(r"-?\d*\.?\d+", numbers)]
        if step == "h":
            rows[int(y)][int(x) * SCALE : int(x + values[0]) * SCALE] = bytes(
                int(values[0]) * SCALE
            )
            x += values[0]
        else:
            start = (0.0, 0.0) if step == "M" else (x, y)
            x, y = start[0] + values[0], start[1] + values[1]
    middle = slice((side - spot) // 2 * SCALE, (side + spot) // 2 * SCALE)
    for row in rows[(side - spot) // 2 : (side + spot) // 2]:
        row[middle] = bytes(middle.stop - middle.start)
    return read_square(b"".join(bytes(row) * SCALE for row in rows))


@pytest.mark.parametrize("site", ["https://proef.example/", "https://kennis.example/een/map"])
def test_it_leads_to_the_short_address_at_the_host_of_the_site(site: str) -> None:
    short = ["i/proef/", "i/2-gebiedsgericht-werken-vanuit-regionale-opgaven/"]
    made = dict(codes(short, site))
    assert list(made) == [f"{one}qr.svg" for one in short]
    assert [read(svg) for svg in made.values()] == [[f"{site.rstrip('/')}/{one}"] for one in short]


@pytest.mark.parametrize("length", [1, 12, 60])
def test_it_is_read_with_a_spot_on_it_too(length: int) -> None:
    for letter in "aemz":
        address = f"i/{letter * length}/"
        ((_, svg),) = codes([address], "https://proef.example/")
        assert read(svg, spot=6) == [f"https://proef.example/{address}"]


def test_it_has_a_name_and_a_light_edge_of_four_squares() -> None:
    ((_, svg),) = codes(["i/proef/"], "https://proef.example/")
    root = fromstring(svg)  # noqa: S314 (of our own making)
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.text == "QR-code die leidt naar https://proef.example/i/proef/"
    ground, dark = root.findall(f"{SVG}path")
    assert ground.get("fill") == "#fff"
    assert str(dark.get("d")).startswith("M4 4.5h")
