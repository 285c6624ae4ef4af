"""Turn a built site into the security headers that its pages need.

The Content-Security-Policy allows the inline scripts of the theme by their hash, so it is
computed from the pages themselves and fails to match as soon as anything else slips in.
"""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

# What browsers run; everything else in a <script> is data.
SCRIPT_TYPES = {"", "module", "text/javascript", "application/javascript"}
INLINE_SCRIPT = re.compile(rb"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script\s*>", re.S | re.I)

FIXED_HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class _Attributes(HTMLParser):
    found: dict[str, str]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found = {name: value or "" for name, value in attrs}


def _attributes(raw: bytes) -> dict[str, str]:
    parser = _Attributes()
    parser.feed(f"<script {raw.decode('utf-8')}>")
    return parser.found


def _hash(body: bytes) -> str:
    # A browser hashes the text after it has made every line end a plain newline.
    text = body.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode('ascii')}'"


def hashes(site: Path) -> list[str]:
    """The hash sources of all inline scripts in the site's pages, sorted."""
    bodies = set()
    for page in site.rglob("*.html"):
        for script in INLINE_SCRIPT.finditer(page.read_bytes()):
            attributes = _attributes(script["attributes"])
            if "src" not in attributes and attributes.get("type", "").lower() in SCRIPT_TYPES:
                bodies.add(script["body"])
    return sorted(_hash(body) for body in bodies)


def policy(site: Path) -> str:
    """The Content-Security-Policy of this site, on one line."""
    # 'wasm-unsafe-eval' is for Pagefind, which searches in WebAssembly.
    scripts = " ".join(["'self'", "'wasm-unsafe-eval'", *hashes(site)])
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {scripts}",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-src 'none'",
            "frame-ancestors 'none'",
        ]
    )


def headers(site: Path) -> dict[str, str]:
    """Every security header that a server sends with each page of this site."""
    return {"Content-Security-Policy": policy(site), **FIXED_HEADERS}


def write(site: Path) -> None:
    """Write the headers into the site: `_headers` for hosts that read it, `headers.conf` for nginx."""
    found = headers(site)
    lines = "".join(f"  {name}: {value}\n" for name, value in found.items())
    (site / "_headers").write_text(f"/*\n{lines}", encoding="utf-8")
    lines = "".join(f'add_header {name} "{value}" always;\n' for name, value in found.items())
    (site / "headers.conf").write_text(lines, encoding="utf-8")


def main() -> int:
    """`python scripts/csp.py [SITE]`: print the headers of a built site."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    if not site.is_dir():
        print(f"De map {site} bestaat niet. Maak eerst de site met: make site")
        return 1
    for name, value in headers(site).items():
        print(f"{name}: {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
