"""A card → its entry in the overview of instruments: what it says, and by what it is filtered and sorted."""

from __future__ import annotations

from dataclasses import dataclass

from ..dutch import counted, enumeration
from ..linking import Catalogue, Node
from ..model import Instrument
from ..model.fields import fields_of, labels_of
from ..model.instrument import Score
from .facets import facet_values
from .scales import scales


@dataclass(frozen=True)
class Entry:
    """A card in the overview."""

    node: Node[Instrument]
    facts: list[str]
    """At most three, in words."""
    traits: dict[str, str]
    """Facet → its values, and scale → the score or its range; as words with a space between."""


def entry(catalogue: Catalogue, node: Node[Instrument]) -> Entry:
    """The entry of one card."""
    scores = {name: _span(score) if score else "" for name, _, score in scales(node.part)}
    return Entry(node, _facts(catalogue, node), facet_words(node.part) | scores)


def facet_words(card: Instrument) -> dict[str, str]:
    """Facet → the values of a card, as words with a space between."""
    return {name: " ".join(map(as_word, values)) for name, values in facet_values(card).items()}


def _span(score: Score) -> str:
    """``4``, or of a range ``2-4``."""
    if score.lowest == score.highest:
        return str(score.lowest)
    return f"{score.lowest}-{score.highest}"


def as_word(value: str) -> str:
    """One word, as an address has it: ``niet bindend`` → ``niet-bindend``."""
    return value.replace(" ", "-")


def _facts(catalogue: Catalogue, node: Node[Instrument]) -> list[str]:
    """Who takes part, which bouwstenen it serves, and how often it was used or what its status is."""
    card = node.part
    layers = labels_of(card, "bestuurslagen")
    everyone = len(layers) == len(fields_of(Instrument)["bestuurslagen"].choices)
    numbers = sorted(link.bouwsteen[0] for link in card.bouwstenen)
    uses = len(catalogue.links_to(node, "case.instrumenten"))
    facts = [
        "Hele keten" if everyone else enumeration(layers),
        f"{'bouwstenen' if len(numbers) > 1 else 'bouwsteen'} {enumeration(numbers)}"
        if numbers
        else "",
        card.beside,
        counted(uses, "praktijkvoorbeeld", "praktijkvoorbeelden")
        if uses and card.is_in_force
        else "",
    ]
    return [fact for fact in facts if fact]
