"""The model and the catalogue → the collections of the form in the browser, as Decap CMS reads them.

Every field comes from the description of the fields. A reference is chosen by title among all that the catalogue
holds: Decap's own ``relation`` cannot offer ``redactie``, nor a factor of a card, and asks the whole folder of every
reference on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from ..dutch import alphabetical, capital
from ..linking import Catalogue, Node
from ..model import KINDS, REDACTIE, Herkomst, Kind
from ..model.base import CONCEPT, in_order
from ..model.fields import Described
from ..reading import BELOW

Widget = dict[str, Any]
"""A field of the form, or a collection of items, in Decap's words."""

BODY = "body"
"""What Decap calls the text under the front matter."""

DAY = "YYYY-MM-DD"

ONE = "regel"
"""What one of a list is called."""

NAMED = ("id", "titel")
"""What even a concept must have. Decap keeps nothing of an item while it misses what is required; the check asks the rest
when the item is to be published, so that no one must make something up to keep what is half done."""

ON_SITE = "Nodig op de site."
IN_PART = "Nodig als u dit deel invult."
"""What is said of a field that a concept may still miss."""


class EditingForm:
    """The collections of one catalogue. What its widgets share is one object, and so is written once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._choices: dict[tuple[tuple[str, ...], bool], list[dict[str, str]]] = {}

    @cached_property
    def collections(self) -> list[Widget]:
        """One collection per kind, in the order of the kinds."""
        return [self._collection(kind) for kind in KINDS.values()]

    def _collection(self, kind: Kind) -> Widget:
        markdown = kind.suffix == ".md"
        return {
            "name": kind.name,
            "label": capital(kind.plural),
            "label_singular": kind.word,
            "description": kind.description,
            "folder": kind.folder,
            "extension": kind.suffix.removeprefix("."),
            "format": "yaml-frontmatter" if markdown else "yaml",
            "create": True,
            # An address is forever: what goes, leaves a redirect, and that is not for the form.
            "delete": False,
            "identifier_field": "titel",
            "slug": "{{fields.id}}",
            "summary": "{{titel}}",
            "sortable_fields": ["titel"],
            "editor": {"preview": False},
            "fields": _named_for(markdown, self._item(kind.model)),
        }

    def _item(self, model: type[BaseModel]) -> list[Widget]:
        """What the site needs first, then what may be there."""
        return [self._asked(one, must=one.name in NAMED, needed=ON_SITE) for one in asked(model)]

    def _part(self, model: type[BaseModel], *, there: bool = True) -> list[Widget]:
        """What the part needs first, what it rests on last; *there* if nobody fills it in by chance."""
        return [self._asked(one, needed=IN_PART, fill=there) for one in asked(model)]

    def _asked(
        self, field: Described, *, needed: str, must: bool = False, fill: bool = True
    ) -> Widget:
        """One field; *must* if Decap keeps nothing without it, *fill* if it may begin with a value."""
        first = f"{needed} " if field.required and not must else ""
        common = {
            "name": field.name,
            "label": capital(field.label),
            "hint": f"{first}{capital(_hint(field))}",
            "required": must,
        }
        return {**common, **self._widget(field, fill)}

    def _widget(self, field: Described, fill: bool) -> Widget:
        options = self._options(field)
        if options is not None:
            return _select(field, options)
        if field.part and field.many:
            return {**_list(field), "fields": self._part(field.part)}
        if field.part:
            closed = not field.required
            inner = self._part(field.part, there=fill and not closed)
            return {"widget": "object", "collapsed": closed, "fields": inner}
        if field.many:
            one = {"name": field.name, "label": capital(ONE), **_single(field, False)}
            return {**_list(field), "field": one}
        return _single(field, fill and field.required)

    def _options(self, field: Described) -> list[dict[str, str]] | None:
        if field.choices:
            words = field.choices.items()
            return [{"label": capital(words.label), "value": value} for value, words in words]
        if not field.refers_to:
            return None
        key = field.refers_to, field.judgement
        if key not in self._choices:
            own = [{"label": "Redactie (ons eigen oordeel)", "value": REDACTIE}]
            self._choices[key] = (own if field.judgement else []) + self._titles(field.refers_to)
        return self._choices[key]

    def _titles(self, kinds: Iterable[str]) -> list[dict[str, str]]:
        found = [node for kind in kinds for node in self._catalogue.nodes_of(kind)]
        labelled = [{"label": _title(node), "value": node.id} for node in found]
        return sorted(labelled, key=lambda one: alphabetical(one["label"]))


def _named_for(markdown: bool, fields: list[Widget]) -> list[Widget]:
    """The fields of a file, where Decap knows the text under the front matter by a name of its own."""
    if not markdown:
        return fields
    return [{**one, "name": BODY} if one["name"] == BELOW else one for one in fields]


def asked(model: type[BaseModel]) -> list[Described]:
    """The fields as a form asks them: what must be there before what may, where it stands in a source at the end."""
    found = in_order(model)
    rests = issubclass(model, Herkomst)
    return found if rests else sorted(found, key=lambda one: not (one.required or _starts(one)))


def _starts(field: Described) -> bool:
    """Whether a new item begins with something in it: it is a concept."""
    return CONCEPT in field.choices


def _title(node: Node[Any]) -> str:
    """As an editor knows it; with the card, for what stands on one."""
    return node.titel if node.part is node.item else f"{node.titel} ({node.item.titel})"


def _hint(field: Described) -> str:
    """What to fill in; without what only holds for who types it in a file."""
    text = re.sub(r"^Ids? van (\w)", lambda found: found[1].upper(), field.help)
    text = text.replace(", als JJJJ-MM-DD", "")
    if ", tussen aanhalingstekens" in text:
        text = text.replace(", tussen aanhalingstekens", "").replace('"', "")
    return f"{text} Toegestaan: {field.pattern.allowed}." if field.pattern else text


def _select(field: Described, options: list[dict[str, str]]) -> Widget:
    limits = {"max": field.limits.utmost} if field.many else {}
    default = {"default": CONCEPT} if _starts(field) else {}
    shape = {"widget": "select", "multiple": field.many, "options": options}
    return {**shape, **_said(limits), **default}


def _list(field: Described) -> Widget:
    summary = _summary(field.part) if field.part else f"{{{{fields.{field.name}}}}}"
    return {
        "widget": "list",
        "label_singular": ONE,
        "collapsed": True,
        "minimize_collapsed": True,
        "summary": summary,
        # Otherwise a new card begins with a part that nobody added, with the date of today in it.
        "default": [],
        **_said({"max": field.limits.utmost}),
    }


def _summary(model: type[BaseModel]) -> str:
    """What a folded part shows: the first two of what must be there, source and place aside."""
    shown = [one for one in asked(model) if one.name not in Herkomst.model_fields]
    shown = [one for one in shown if not one.part] or asked(model)
    first = [one for one in shown if one.required] or shown
    return " – ".join(f"{{{{fields.{one.name}}}}}" for one in first[:2])


def _single(field: Described, fill: bool) -> Widget:
    """A widget for one value that is neither a choice nor a part; *fill* if a day begins as today."""
    if field.scalar == "date":
        default = {"default": "{{now}}"} if field.about.today and fill else {}
        shape = {"format": DAY, "date_format": DAY, "time_format": False}
        return {"widget": "datetime", **shape, **default}
    if field.scalar in ("int", "float"):
        limits = {"min": field.limits.least, "max": field.limits.most}
        step = {"step": 1 if field.scalar == "int" else 0.01}
        return {"widget": "number", "value_type": field.scalar, **step, **_said(limits)}
    if field.scalar == "bool":
        return {"widget": "boolean"}
    return {"widget": "text" if field.text else "string", **_pattern(field)}


def _pattern(field: Described) -> Widget:
    """The form of a text; Decap knows one per field, and the check knows all."""
    if field.pattern:
        return {"pattern": [f"^{field.pattern.form}$", field.pattern.allowed]}
    if field.limits.longest is None:
        return {}
    longest = f"hooguit {field.limits.longest} tekens"
    if field.text == "paragraphs":
        return {"pattern": [f"^[\\s\\S]{{1,{field.limits.longest}}}$", longest]}
    return {"pattern": [f"^.{{1,{field.limits.longest}}}\\n?$", f"één alinea van {longest}"]}


def _said(limits: Mapping[str, float | None]) -> Widget:
    return {name: value for name, value in limits.items() if value is not None}
