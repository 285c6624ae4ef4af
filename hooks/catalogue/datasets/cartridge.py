"""``Catalogue`` → packages for a learning platform: one for each module, and one for the whole line.

A package holds what participants get: what the module is about, the programme with its exercises, the questions of a quiz,
and links to the module, the handouts, the exercises, the cards and the cases. What the trainer says, the answers, and what
is secret until a game is played, stay on the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from ..dutch import capital, clock, duration
from ..knowledge.learning_line import builds_on, exercises, line, minutes_of, routes, sheets, times
from ..knowledge.quiz import quiz
from ..linking import Catalogue, Node
from ..markup import plain
from ..model import KINDS, Handout, Module
from ..model.module import Leesstuk
from ..site_pages import package_at
from ..text_html import block_html, line_html
from .common_cartridge import Activity, Course, Quiz, Section, TextPage, WebLink, package

RIGHTS = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/deed.nl"
USED = ("instrumenten", "cases", "knelpunten", "bouwstenen")
"""The fields with what a participant can read more about."""


def cartridges(catalogue: Catalogue, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Path and content of each package; its links begin with *site_url*."""
    modules = line(catalogue)
    writer = _Writer(catalogue, site_url)
    for node in modules:
        sections = writer.sections(node)
        yield (
            package_at(node.address),
            package(Course(node.id, node.titel, plain(node.samenvatting), RIGHTS, sections)),
        )
    if modules:
        yield package_at(Module.kind.overview), package(writer.whole(modules))


@dataclass(frozen=True)
class _Writer:
    """Writes what goes into a package."""

    catalogue: Catalogue
    site_url: str

    def whole(self, modules: list[Node[Module]]) -> Course:
        """The course of all modules: a section for each, after one about the line."""
        kind = Module.kind
        first: list[Activity] = [
            TextPage("Over de leerlijn", self._line_html(modules)),
            WebLink("De leerlijn op de site", self._address(kind.overview)),
        ]
        sections = [
            Section(f"{node.part.nummer}. {node.titel}", self._activities(node)) for node in modules
        ]
        return Course(
            "leerlijn",
            kind.heading,
            kind.description,
            RIGHTS,
            [Section(kind.heading, first), *sections],
        )

    def _activities(self, node: Node[Module]) -> list[Activity]:
        return [one for section in self.sections(node) for one in section.activities]

    def sections(self, node: Node[Module]) -> list[Section]:
        """The sections of a module that hold something."""
        module = node.part
        about: list[Activity] = [
            TextPage(f"Over deze module: {node.titel}", self._about_html(node)),
            TextPage(f"Programma: {node.titel}", self._programme_html(module)),
            WebLink(f"Module op de site: {node.titel}", self._address(node.address)),
        ]
        questions = quiz(self.catalogue, node)
        found: dict[str, list[Activity]] = {
            "Begin": about,
            "Lezen": [self._reading(one) for one in module.lezen_vooraf],
            "Vellen": [self._link(one) for one in self._sheets(node)],
            "Oefeningen": [self._link(one) for one in exercises(self.catalogue, node)],
            "Meer op de site": [self._link(one) for one in self._used(node)],
            "Toets": [Quiz(f"Toets: {node.titel}", questions)] if questions else [],
        }
        return [Section(title, activities) for title, activities in found.items() if activities]

    def _sheets(self, node: Node[Module]) -> list[Node[Handout]]:
        """What participants may read before they meet: a role card tells what only its player may know."""
        return [one for one in sheets(self.catalogue, node) if one.part.voor == "deelnemer"]

    def _used(self, node: Node[Module]) -> list[Node[Any]]:
        links = self.catalogue.links_from(node, *USED)
        return list({link.target.key: link.target for link in links}.values())

    def _link(self, node: Node[Any]) -> WebLink:
        word = capital(KINDS[node.kind].word)
        return WebLink(f"{word}: {node.titel}", self._address(node.address))

    def _reading(self, part: Leesstuk) -> WebLink:
        node = self.catalogue.node(*part.target)
        place = f", {part.plaats}" if part.plaats else ""
        return WebLink(f"Lees vooraf: {node.titel}{place}", self._address(node.address))

    def _line_html(self, modules: list[Node[Module]]) -> str:
        titles = [f"{node.titel} ({duration(node.part.duur)})" for node in modules]
        parts = [
            f"<p>{escape(Module.kind.description)} Samen duren zij {duration(minutes_of(modules))}.</p>",
            _list(map(escape, titles), "ol"),
        ]
        for route in routes(self.catalogue):
            parts.append(f"<h2>Route: {escape(route.name)}</h2>")
            parts.append(f"<p>Duurt samen {duration(route.minutes)}.</p>")
            parts.append(_list((escape(node.titel) for node in route.modules), "ol"))
        return "\n".join(parts)

    def _about_html(self, node: Node[Module]) -> str:
        module = node.part
        before = [escape(one.titel) for one in builds_on(self.catalogue, node)]
        parts = [
            self._html(module.samenvatting),
            f"<p>Duur: {duration(module.duur)}.</p>",
            f"<h2>Voor wie</h2>\n{self._html(module.doelgroep)}",
            f"<h2>Voorkennis</h2>\n{self._html(module.voorkennis)}",
            f"<p>Doe eerst:</p>\n{_list(before)}" if before else "",
            f"<h2>Leerdoelen</h2>\n{_list(map(self._line_of, module.leerdoelen))}",
        ]
        return "\n".join(filter(None, parts))

    def _programme_html(self, module: Module) -> str:
        """The times and titles, and what each exercise asks; no more, for the rest is the trainer's."""
        rows = [
            f"<tr><td>{clock(start)}–{clock(end)}</td><td>{escape(part.titel)}</td></tr>"
            for start, end, part in times(module)
        ]
        head = '<tr><th scope="col">Tijd</th><th scope="col">Onderdeel</th></tr>'
        parts = [f"<table>\n{head}\n" + "\n".join(rows) + "\n</table>"]
        for one in module.opdrachten:
            parts.append(f"<h2>{escape(one.titel)}</h2>\n{self._html(one.opdracht)}")
        if module.reflectie:
            parts.append(f"<h2>Terugkijken</h2>\n{_list(map(self._line_of, module.reflectie))}")
        return "\n".join(parts)

    def _html(self, text: str) -> str:
        """A text of editors as HTML; its links lead to the site."""
        return block_html(text, self._resolve)

    def _line_of(self, text: str) -> str:
        return line_html(text, self._resolve)

    def _resolve(self, target: str) -> tuple[str, str] | None:
        node = self.catalogue.resolve(target)
        return (self._address(node.address), "") if node else None

    def _address(self, address: str) -> str:
        return f"{self.site_url.rstrip('/')}/{address}"


def _list(lines: Iterable[str], tag: str = "ul") -> str:
    points = "\n".join(f"<li>{one}</li>" for one in lines)
    return f"<{tag}>\n{points}\n</{tag}>"
