"""The headers that a web server sends with every file of the site, and how long a browser may keep a file.

``deploy/nginx.conf`` says the same to nginx, and HSTS beside it; a test compares the two for every file of the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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

FORM = "beheer"
"""The folder of the site in which the form for editors stands, when it is made."""


def form_headers(asks: Iterable[str]) -> dict[str, str]:
    """The headers of the form, which asks other hosts to save: as strict as Decap CMS allows.

    It writes styles into the page, and to log in at GitHub it opens a window that must be able to answer.
    """
    policy = [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self'",
        " ".join(["connect-src 'self'", *asks]),
        "base-uri 'none'",
        "form-action 'self'",
        "frame-src 'none'",
        "frame-ancestors 'none'",
    ]
    return HEADERS | {
        "Content-Security-Policy": "; ".join(policy),
        "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
    }


FOREVER = "public, max-age=31536000, immutable"
"""For files whose name changes with their content."""

TYPES = {"feed.json": "application/feed+json", "feed.xml": "application/atom+xml"}
"""Files of which the ending does not tell the type, by their place in the site."""

ASKED = "no-cache"
"""For every other file: a browser asks anew, and is told when nothing changed."""


def write_headers(site: Path, asks: Iterable[str] = ()) -> list[Fault]:
    """Write ``_headers`` into the site, for hosts that read a file of that name; with the hosts that the form asks.

    What is not the same everywhere stands in rules of which one at most fits an address, for some hosts join the
    values of all that fit.
    """
    kept = {address: {"Cache-Control": value} for address, value in _keeping(site)}
    for name, type in TYPES.items():
        if f"/{name}" in kept:
            kept[f"/{name}"] |= {"Content-Type": f"{type}; charset=utf-8"}
    rules = {"/*": HEADERS, "/": {"Cache-Control": ASKED}, **kept}
    if (site / FORM).is_dir():
        rules = _with_form(rules, form_headers(asks))
    lines = []
    for address, headers in rules.items():
        lines += [address, *(f"  {name}: {value}" for name, value in headers.items())]
    (site / "_headers").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return []


def _with_form(rules: dict[str, dict[str, str]], form: dict[str, str]) -> dict[str, dict[str, str]]:
    """The rules, with what the form has otherwise taken out of the one that fits all."""
    other = {name for name, value in form.items() if HEADERS.get(name) != value}
    shared = {name: value for name, value in HEADERS.items() if name not in other}
    result = {"/*": shared}
    for address, headers in rules.items():
        if address != "/*":
            own = form if address.startswith(f"/{FORM}/") else HEADERS
            result[address] = {**headers, **{name: own[name] for name in other}}
    return result


def _keeping(site: Path) -> Iterator[tuple[str, str]]:
    """Addresses that together fit every file of the site once, and how long a browser may keep what is there."""
    for path in sorted(site.iterdir()):
        if path.name not in ("assets", "pagefind"):
            yield _address(site, path), ASKED
            continue
        for inner in sorted(path.iterdir()):
            named = inner.is_dir() or inner.suffix == ".pf_meta"
            yield _address(site, inner), FOREVER if named else ASKED


def _address(site: Path, path: Path) -> str:
    return f"/{path.relative_to(site).as_posix()}" + ("/*" if path.is_dir() else "")
