"""``Catalogue`` → the Markdown pages of the site, one string per path.

Templates escape every value for HTML and for Markdown. Text of editors enters a page through ``tekst`` (blocks) or
``regel`` (one line) and is rendered once, later, by the generator of the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from markupsafe import Markup, escape

from . import letters, views
from .dutch import dutch_date, dutch_number, enumeration, sentence
from .laws import article_name, law_address
from .linking import Catalogue, Node
from .model import KINDS
from .model.text import is_item_target
from .pictures import PICTURES
from .terms import Term

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Page:
    """One page: where it goes, its Markdown, and the file that an editor changes."""

    path: str
    """Markdown path from the docs folder: ``instrumenten/regio-deal.md``."""
    content: str
    source: str | None
    """Path from the root of the project: ``instruments/regio-deal.yml``; ``None`` for a page without one file."""


def render(catalogue: Catalogue, site_url: str = "") -> Iterator[Page]:
    """All generated pages: one per item, one overview per kind, and the start page.

    *site_url* is where the site will stand; permanent links start with it.
    """
    environment = _environment()
    for kind in KINDS.values():
        if kind.template:
            template = environment.get_template(kind.template)
            for item in catalogue.all(kind.name):
                node = catalogue.node(kind.name, item.id)
                context = _context(
                    catalogue, site_url, node.page, node.address, node.titel, node.samenvatting
                )
                view = views.VIEWS[kind.name](catalogue, node)
                content = template.render(
                    context | {"node": node, "item": item, "kind": kind, "v": view}
                )
                yield Page(node.page, _tidy(content), f"{kind.folder}/{item.id}{kind.suffix}")
    for overview in views.OVERVIEWS:
        template = environment.get_template(overview.template)
        page = overview.view(catalogue)
        path = f"{overview.address}index.md"
        context = _context(
            catalogue, site_url, path, overview.address, overview.titel, overview.description
        )
        yield Page(path, _tidy(template.render(context | {"v": page})), None)
        for letter in page.letter_pages:
            title = f"{overview.titel}: {letter.name}"
            description = f"{overview.titel} waarvan de naam begint met {letter.name}."
            path = f"{letter.address.rstrip('/')}.md"
            context = _context(catalogue, site_url, path, letter.address, title, description)
            content = template.render(context | {"v": replace(page, letter=letter)})
            yield Page(path, _tidy(content), None)


def _context(
    catalogue: Catalogue, site_url: str, page: str, address: str, title: str, description: str
) -> dict[str, Any]:
    root = "../" * address.count("/") or "./"
    # The page of an item is a file beside its overview; that of a letter is one folder deeper.
    back = "../" * max(1, address.count("/") - 1) if address else ""
    text = _Text(catalogue, back, catalogue.terms.get(page, {}))
    return {
        "catalogus": catalogue,
        "adres": address,
        "permalink": f"{site_url.rstrip('/')}/{address}",
        "titel": title,
        "omschrijving": description,
        "wortel": root,
        "url": lambda node: Markup(
            escape(f"{root}{node.address if isinstance(node, Node) else node}")
        ),
        "tekst": text.block,
        "regel": text.line,
        "KINDS": KINDS,
    }


class _Text:
    """Turns an editor's text into Markdown for one page: links to items, and terms, become links to their pages."""

    def __init__(self, catalogue: Catalogue, root: str, terms: Mapping[str, list[Term]]) -> None:
        self._catalogue = catalogue
        self._root = root
        # A text that stands twice on a page has its terms linked once.
        self._terms = dict(terms)

    def block(self, text: str, tail: str = "") -> Markup:
        """A text of paragraphs and lists, as a block that the generator renders; *tail* follows its last word."""
        return Markup(
            f'<div class="tekst" markdown="1">\n\n{self._resolved(text).strip()}{escape(tail)}\n\n</div>'
        )

    def line(self, text: str) -> Markup:
        """One paragraph, for use within an element with ``markdown="span"``."""
        return Markup(" ".join(self._resolved(text).split()))

    def _resolved(self, text: str) -> str:
        linked = self._with_terms(text, self._terms.pop(text, []))
        return _LINK.sub(self._link, linked) if "](" in text else linked

    def _with_terms(self, text: str, terms: list[Term]) -> str:
        # From the end, so that the places before stay where they are.
        for term in reversed(terms):
            node = self._catalogue.node("begrip", term.id)
            link = f"[{text[term.start : term.end]}]({self._root}{node.page}{node.anchor})"
            text = text[: term.start] + link + text[term.end :]
        return text

    def _link(self, found: re.Match[str]) -> str:
        words, target = found[1], found[2]
        node = self._catalogue.resolve(target) if is_item_target(target) else None
        return f"[{words}]({self._root}{node.page}{node.anchor})" if node else found[0]


_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)")
_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def _tidy(content: str) -> str:
    return _BLANK.sub("\n\n", content).strip() + "\n"


def _environment() -> Environment:
    environment = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=escape_for_markdown,
    )
    # YAML reads a character as it stands; of one that is written as two escapes it makes nothing.
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    environment.filters |= {
        "datum": dutch_date,
        "getal": dutch_number,
        "zin": sentence,
        "opsomming": enumeration,
    }
    environment.globals |= {
        "article_name": article_name,
        "law_address": law_address,
        "beeld": PICTURES,
        "HOOGSTENS": letters.LIMIT,
        "overzicht": letters.overview_address,
        "SCHAALWOORDEN": views.SCALE_WORDS,
    }
    return environment


class _OneEscape(CodeGenerator):
    """Compiles an output to ``escape_for_markdown(…)`` alone: Jinja's own escaping after it would find nothing left."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


class _Environment(Environment):
    code_generator_class = _OneEscape


def escape_for_markdown(value: Any) -> Markup:
    """Escape a plain value for HTML, and for Markdown, so that it shows as it stands in either; none is nothing."""
    if isinstance(value, Markup):
        return value
    return Markup() if value is None else _escape(str(value))


@lru_cache(maxsize=10_000)
def _escape(text: str) -> Markup:
    # Kept, because pages repeat much: a source is named at every statement that rests on it.
    return Markup(_ACTIVE_CHARACTER.sub(lambda c: f"&#{ord(c[0])};", str(escape(text))))


_ACTIVE_CHARACTER = re.compile(r"[\\`*_{}\[\]|~^]")


def render_moved(moved: dict[str, str]) -> Iterator[Page]:
    """A page for every address whose item was renamed or withdrawn: it leads to where it is now."""
    template = _environment().get_template("verhuisd.md.jinja")
    for address, target in sorted(moved.items()):
        if "#" in address:
            # The page around an anchor is still there, and opens at its top.
            continue
        path = address.rstrip("/")
        goal = "../" * (path.count("/") + 1) + target
        yield Page(f"{path}.md", _tidy(template.render(doel=goal)), None)
