"""A module, handout, exercise or teaching note → what search engines and platforms read of it, in words of schema.org.

It says what stands on the page and nothing else. The theme writes it in the head of the page as data; no browser runs it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..knowledge.learning_line import builds_on, modules_with
from ..linking import Catalogue, Node
from ..markup import plain
from ..model import Case, Handout, Lesnotitie, Module, Oefening
from ..model.fields import label_of

LICENSE = "https://creativecommons.org/licenses/by/4.0/deed.nl"

AddressOf = Callable[[Node[Any]], str]
"""A node → the address at which its page will stand."""


def described(
    catalogue: Catalogue, node: Node[Any], address_of: AddressOf
) -> dict[str, Any] | None:
    """What is said of an item; nothing for a kind that is not to learn with."""
    more = _more(catalogue, node, address_of)
    if more is None:
        return None
    changed = node.item.changed
    dated = {"dateModified": changed.isoformat()} if changed else {}
    return {
        "@context": "https://schema.org",
        "@id": address_of(node),
        "url": address_of(node),
        "name": node.titel,
        "description": plain(node.samenvatting),
        "inLanguage": "nl",
        "isAccessibleForFree": True,
        "license": LICENSE,
        **dated,
        **more,
    }


def _more(catalogue: Catalogue, node: Node[Any], address_of: AddressOf) -> dict[str, Any] | None:
    """What only this kind says."""
    item = node.part
    if isinstance(item, Module):
        return _course(catalogue, node, address_of)
    if isinstance(item, Handout):
        courses = [_course_named(one, address_of) for one in modules_with(catalogue, node)]
        return _resource(label_of(item, "soort"), item.voor, courses)
    if isinstance(item, Oefening):
        module = catalogue.node(Module, item.module)
        return _resource("oefening", "deelnemer", [_course_named(module, address_of)])
    if isinstance(item, Lesnotitie):
        case = catalogue.node(Case, item.case)
        about = {"@type": "CreativeWork", "name": case.titel, "url": address_of(case)}
        return _resource("lesnotitie", "trainer", []) | {"about": about}
    return None


def _course(catalogue: Catalogue, node: Node[Module], address_of: AddressOf) -> dict[str, Any]:
    module = node.part
    before = [_course_named(one, address_of) for one in builds_on(catalogue, node)]
    return {
        "@type": ["Course", "LearningResource"],
        "learningResourceType": "module",
        "timeRequired": _minutes(module.duur),
        "audience": {"@type": "Audience", "audienceType": plain(module.doelgroep)},
        "coursePrerequisites": [plain(module.voorkennis), *before],
        "teaches": [plain(goal) for goal in module.leerdoelen],
        "syllabusSections": [
            {"@type": "Syllabus", "name": part.titel, "timeRequired": _minutes(part.minuten)}
            for part in module.programma
        ],
    }


def _resource(sort: str, reader: str, courses: list[dict[str, Any]]) -> dict[str, Any]:
    role = "teacher" if reader == "trainer" else "student"
    found: dict[str, Any] = {
        "@type": "LearningResource",
        "learningResourceType": sort,
        "audience": {"@type": "EducationalAudience", "educationalRole": role},
    }
    return found | ({"isPartOf": courses} if courses else {})


def _course_named(module: Node[Module], address_of: AddressOf) -> dict[str, Any]:
    address = address_of(module)
    return {"@type": "Course", "@id": address, "name": module.titel, "url": address}


def _minutes(minutes: int) -> str:
    """As ISO 8601 writes a duration."""
    return f"PT{minutes}M"
