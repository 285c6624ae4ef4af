"""The headers that a web server sends with every file of the site, and how long a browser may keep a file.

``deploy/nginx.conf`` says the same to nginx; a test asks nginx for them.
"""

from __future__ import annotations

from pathlib import Path

from .fault import Fault

# No page has a script or style of its own, so none is ever admitted. 'wasm-unsafe-eval' is for Pagefind.
POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
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

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

FOREVER = "public, max-age=31536000, immutable"
"""For files whose name changes with their content."""

KEPT = (
    "/assets/*",
    "/pagefind/fragment/*",
    "/pagefind/index/*",
    "/pagefind/filter/*",
)
"""Addresses of such files; a browser asks anew for every other file, and is told when nothing changed."""


def write_headers(site: Path) -> list[Fault]:
    """Write ``_headers`` into the site, for hosts that read a file of that name."""
    rules = {"/*": HEADERS, **{address: {"Cache-Control": FOREVER} for address in KEPT}}
    lines = []
    for address, headers in rules.items():
        lines += [address, *(f"  {name}: {value}" for name, value in headers.items())]
    (site / "_headers").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return []
