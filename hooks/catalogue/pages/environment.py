"""The templates: how values enter a page, what templates may call, and which names of links they may use.

Templates escape every value. Text of editors enters a page through ``tekst`` (blocks) or ``regel`` (one line), which
make HTML of it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, nodes
from markupsafe import Markup

from .. import letters
from ..dutch import capital, counted, dutch_date, dutch_number, enumeration, sentence
from ..knowledge.comparison import MOST
from ..knowledge.entries import as_word
from ..knowledge.laws import article_name, law_address
from ..knowledge.scales import score_words
from ..linking import Node, UnknownLinkError, check_link_name, link_names
from ..model import KINDS, PART_KINDS, Instrument
from ..model.fields import inverse_of, label_of, labels_of
from ..model.kind import kind_named
from ..site_pages import data_of, package_at
from ..template_files import TEMPLATES
from ..templating import environment_of
from .citations import JUDGEMENT, cite, origin, source_list, sources_here
from .pictures import PICTURES

OPEN = 5
"""So many entries of a list show at once; the rest unfolds."""

EMPTY_ROWS = 6
LONG_IN_A_CELL = 12
"""So many rows has a table to fill in on a handout, where none are named."""


@cache
def make_environment() -> Environment:
    """The environment in which all pages are made; nothing may change it."""
    environment = environment_of(TEMPLATES, _Environment, finalize=_shown)
    # YAML reads a character as it stands; of one that is written as two escapes it makes nothing.
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    environment.filters |= {
        "datum": dutch_date,
        "getal": dutch_number,
        "zin": sentence,
        "opsomming": enumeration,
        "hoofdletter": capital,
        "adreswoord": as_word,
    }
    environment.globals |= {
        "KINDS": KINDS,
        "PART_KINDS": PART_KINDS,
        "soort": kind_named,
        "woord": label_of,
        "omgekeerd": inverse_of,
        "OPEN": OPEN,
        "woorden": labels_of,
        "noot": cite,
        "herkomst": origin,
        "OORDEEL": JUDGEMENT,
        "bijstatus": status_beside,
        "scorewoorden": score_words,
        "aantal": counted,
        "bronnenlijst": source_list,
        "bronnen_hier": sources_here,
        "LEGE_RIJEN": EMPTY_ROWS,
        "LANG_IN_EEN_CEL": LONG_IN_A_CELL,
        "wetsartikel": article_name,
        "wetsadres": law_address,
        "beeld": PICTURES,
        "HOOGSTENS": letters.LIMIT,
        "MEEST_NAAST_ELKAAR": MOST,
        "overzicht": letters.overview_address,
        "gegevensbestand": data_of,
        "pakket": package_at,
    }
    return environment


def _shown(value: Any) -> Any:
    """None is nothing."""
    return "" if value is None else value


class _Environment(Environment):
    """Refuses to compile a template that asks for a link by a name that no model has."""

    def _generate(self, source: nodes.Template, *arguments: Any, **options: Any) -> str:
        for call in source.find_all(nodes.Call):
            _check_link_names(call)
        return super()._generate(source, *arguments, **options)


def _check_link_names(call: nodes.Call) -> None:
    if not isinstance(call.node, nodes.Getattr):
        return
    names = [one.value for one in call.args if isinstance(one, nodes.Const)]
    if call.node.attr in ("to", "to_node"):
        for name in names:
            check_link_name(name)
    elif call.node.attr in ("out", "out_of"):
        known = {field for fields in link_names().values() for field in fields}
        for name in names:
            if name not in known:
                raise UnknownLinkError(f"line {call.lineno}: no field {name!r} makes links")


def status_beside(node: Node[Any]) -> Markup:
    """What stands beside a link to an instrument that is not there yet, or no longer."""
    card = node.part
    if not isinstance(card, Instrument) or not card.beside:
        return Markup()
    return Markup(f' <span class="bijstatus">({card.beside})</span>')
