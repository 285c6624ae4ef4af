"""What is known of a card by reading it with the others: how complete it is, its facets, its relations, its evidence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from catalogue.checking import load
from catalogue.knowledge.completeness import completeness
from catalogue.knowledge.facets import facet_values, facets
from catalogue.knowledge.law_use import article_uses, used_by
from catalogue.knowledge.mentions import mentions
from catalogue.knowledge.relations import better_than, evidence, relations
from catalogue.knowledge.scales import has_scores, scales
from catalogue.knowledge.tables import case_model, factors, partnership
from catalogue.linking import Catalogue
from catalogue.model import Case, Instrument, Wet
from tests.sample import SAMPLE, edit, sample_project


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(SAMPLE)


def test_a_field_counts_when_it_is_filled_or_was_searched_for_in_vain(catalogue: Catalogue) -> None:
    counted = completeness(catalogue.node(Instrument, "proefakkoord").part)
    assert counted.not_found == ["nadelen"]
    assert (counted.done, counted.total) == (4, 18)
    assert "nadelen" not in counted.missing and "voordelen" not in counted.missing
    assert {"slaagfactoren", "faalfactoren"} <= set(counted.missing)


def test_a_card_has_its_facets_and_what_is_unknown_is_a_value_too(catalogue: Catalogue) -> None:
    values = facet_values(catalogue.node(Instrument, "proefoverleg").part)
    assert values == {
        "bestuurslaag": ["rijk", "gemeente"],
        "fase": ["voorbereiden"],
        "rol": ["stimuleren"],
        "bouwsteen": ["1-proefafspraken"],
        "knelpunt": ["proefknelpunt"],
        "binding": ["zwak bindend"],
        "grondslag": ["afspraak"],
        "status": ["vervangen"],
    }
    other = facet_values(catalogue.node(Instrument, "proefakkoord").part)
    assert other["binding"] == ["niet bepaald"] and other["fase"] == []


def test_a_facet_counts_the_cards_of_each_option_in_order_and_leaves_out_the_rest(
    catalogue: Catalogue,
) -> None:
    found = {one.facet.name: one for one in facets(catalogue, Instrument)}
    assert [(one.label, one.count) for one in found["bestuurslaag"].options] == [
        ("Rijk", 2),
        ("provincie", 1),
        ("gemeente", 1),
    ]
    assert [(one.label, one.count) for one in found["knelpunt"].options] == [
        ("Overheden kennen elkaar niet", 1)
    ]
    orders = [one.facet.order for one in found.values()]
    assert orders == sorted(orders)


def test_a_relation_reads_from_either_side_in_its_own_words(catalogue: Catalogue) -> None:
    def read(id: str) -> list[tuple[str, list[str]]]:
        found = relations(catalogue, catalogue.node(Instrument, id))
        return [(words, [one.other.id for one in group]) for words, group in found]

    assert read("proefoverleg") == [("versterkt", ["proefakkoord"])]
    assert read("proefakkoord") == [("versterkt door", ["proefoverleg"])]


def test_a_card_knows_where_it_is_the_better_choice(catalogue: Catalogue) -> None:
    (link,) = better_than(catalogue, catalogue.node(Instrument, "proefakkoord"))
    assert (link.source.id, link.part.als) == ("proefoverleg", "u iets wilt vastleggen")
    assert better_than(catalogue, catalogue.node(Instrument, "proefoverleg")) == []


def test_a_factor_has_the_findings_of_cases_and_a_case_those_it_makes(
    catalogue: Catalogue,
) -> None:
    card, case = catalogue.node(Instrument, "proefoverleg"), catalogue.node(Case, "proefregio")
    (finding,) = evidence(catalogue, card, card.part.factoren[0])
    assert (finding.source.id, finding.part.oordeel) == ("proefregio", "bevestigd")
    ((node, links),) = factors(catalogue, case)
    assert (node.id, links) == ("proefoverleg", [finding])


def test_a_scale_without_a_score_is_known_to_be_open(catalogue: Catalogue) -> None:
    scored, open_ = (catalogue.node(Instrument, id).part for id in ("proefoverleg", "proefakkoord"))
    assert [
        (name, (score.lowest, score.highest) if score else None)
        for name, _, score in scales(scored)
    ] == [
        ("dwingendheid", (1, 1)),
        ("hardheid", (2, 2)),
        ("handhaafbaarheid", (1, 1)),
        ("reikwijdte", (2, 4)),
    ]
    assert has_scores(scored) and not has_scores(open_)


def test_a_case_stands_beside_the_ideal_of_the_model_with_which_it_was_read(
    catalogue: Catalogue,
) -> None:
    found = case_model(catalogue, "partnerschap")
    assert found and found[0].id == "proefakkoord"
    rows = partnership(catalogue.node(Case, "proefregio").part, found[1].ideaal)
    assert [(one.score, one.ideal) for one in rows] == [
        (4, 3), (1, 1), (2, 3), (3, 3), (5, 3), (1, 1),
    ]  # fmt: skip
    assert case_model(catalogue, "moore") is None
    assert partnership(catalogue.node(Case, "proefregio").part, None) == []


def test_what_rests_on_a_law_is_known_per_article_the_law_as_a_whole_last(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    edit(project, "docs/tijdlijn/proefjaar.md", "wet: proefverdrag", "wet: proefwet")
    catalogue = load(project)
    law = catalogue.node(Wet, "proefwet")
    uses = article_uses(catalogue, law)
    assert [(one.artikel, sorted(link.source.id for link in one.links)) for one in uses] == [
        ("12", ["1.01", "proefoverleg"]),
        ("14", ["proefdoel"]),
        (None, ["proefjaar"]),
    ]
    assert [len(one.meanings) for one in uses] == [1, 0, 0]
    assert [one.checked for one in uses] == [date(2026, 2, 1), None, None]
    assert [node.id for node in uses[0].sources] == ["rob-2021", "proefadvies"]
    assert used_by(catalogue, law) == 4


def test_a_mention_counts_only_where_there_is_no_other_link(catalogue: Catalogue) -> None:
    node = catalogue.node(Instrument, "proefakkoord")
    arriving = catalogue.links_to(node)
    # The overleg mentions the akkoord as well, but has a relation with it.
    assert [link.source.id for link in mentions(arriving)] == ["1.01"]
    assert mentions(arriving, {("aanbeveling", "1.01")}) == []
