"""Turn a built site into a list of its broken links, one Dutch line each.

Every HTML file is read, raw HTML included: every `href`, `src`, `srcset`, `action` and `poster`
that stays within the site must lead to a file, and every `#…` to an element with that id.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

ATTRIBUTES = ("href", "src", "action", "poster", "data")
ELSEWHERE = ("http", "https", "mailto", "tel", "data")


@dataclass
class Link:
    target: str
    line: int


@dataclass
class Document:
    """What one HTML file links to and which anchors it offers."""

    links: list[Link] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    doubled: list[str] = field(default_factory=list)
    canonical: str | None = None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Document()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        if tag == "link" and found.get("rel") == "canonical":
            self.document.canonical = found.get("href")
        if "id" in found:
            if found["id"] in self.document.anchors:
                self.document.doubled.append(found["id"])
            self.document.anchors.add(found["id"])
        if tag == "a" and "name" in found:
            self.document.anchors.add(found["name"])
        for name in ATTRIBUTES:
            if name in found:
                self.document.links.append(Link(found[name].strip(), line))
        for candidate in found.get("srcset", "").split(","):
            if candidate.strip():
                self.document.links.append(Link(candidate.split()[0], line))
        if tag == "meta" and found.get("http-equiv", "").lower() == "refresh":
            _, _, target = found.get("content", "").partition("=")
            self.document.links.append(Link(target.strip(), line))


def _read(path: Path) -> Document:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.document


def _address(relative: str) -> str:
    """The address at which a server gives this file: `a/index.html` is `/a/`."""
    if relative == "index.html" or relative.endswith("/index.html"):
        relative = relative.removesuffix("index.html")
    return "/" + relative


def _root(documents: dict[str, Document]) -> str:
    """The site's own address (`site_url`), as the home page states it; else a plain root."""
    home = documents.get("/")
    root = home.canonical if home and home.canonical else "http://site.invalid/"
    return root if root.endswith("/") else root + "/"


@dataclass
class _Checker:
    """Looks links up among the site's files."""

    root: str
    files: set[str]
    documents: dict[str, Document]

    def problem(self, page: str, target: str) -> str | None:
        """What is wrong with a link on the page at this address; None when it is right."""
        try:
            scheme = urlsplit(target).scheme
            whole = urlsplit(urljoin(urljoin(self.root, page.lstrip("/")), target))
        except ValueError:
            return "is geen geldig adres"
        home = urlsplit(self.root)
        if (whole.scheme, whole.netloc) != (home.scheme, home.netloc):
            known = (whole.scheme or scheme) in ELSEWHERE
            return None if known else f"heeft een adres dat niet mag ({scheme}:)"
        if not whole.path.startswith(home.path):
            return f"wijst buiten de site (die begint op {home.path})"
        path = "/" + unquote(whole.path[len(home.path) :])
        if path not in self.files:
            slashed = path + "/" in self.files
            return "mist de schuine streep aan het eind" if slashed else "wijst naar niets"
        document = self.documents.get(path)
        anchor = unquote(whole.fragment)
        # `#` and `#top` lead to the top of a page without any element.
        if document is None or anchor in ("", "top") or anchor in document.anchors:
            return None
        return f"wijst naar een plek die er niet is (#{anchor})"


def check(site: Path) -> list[str]:
    """All broken links, anchors and doubled ids of the built site, in Dutch, in order."""
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    documents = {_address(name): _read(site / name) for name in names if name.endswith(".html")}
    files = {_address(name) for name in names} | {"/" + name for name in names}
    checker = _Checker(_root(documents), files, documents)
    problems = []
    for name in names:
        document = documents.get(_address(name))
        if document is None:
            continue
        problems += [f"{name}: id «{doubled}» staat er twee keer" for doubled in document.doubled]
        for link in document.links:
            problem = checker.problem(_address(name), link.target)
            if problem:
                problems.append(f"{name}:{link.line}: link «{link.target}» {problem}")
    return problems


def main() -> int:
    """`python scripts/links.py [SITE]`: print the problems; 1 when there are any."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    if not site.is_dir():
        print(f"De map {site} bestaat niet. Maak eerst de site met: make site")
        return 1
    problems = check(site)
    print("\n".join(problems) if problems else f"Alle links in {site} kloppen.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
