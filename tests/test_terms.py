"""Which words in a text are the name of a concept."""

from __future__ import annotations

import pytest

from catalogue.terms import Terms

NAMES = [
    ("Regio", "regio"),
    ("ROB", "rob"),
    ("Raad voor het Openbaar Bestuur", "rob"),
    ("Openbaar Bestuur", "bestuur"),
    ("Multi-level governance", "mlg"),
    ("Zelfstandig bestuursorgaan (zbo)", "zbo"),
    ("IenW", "ienw"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De regio beslist.", ["regio"]),
        ("Regio en Rijk.", ["Regio"]),
        ("de REGIO", []),
        ("regionaal, subregio, regio-indeling, kern-regio", []),
        ("Alle regio’s en regio's.", ["regio’s", "regio's"]),
        ("een Regio Deal", []),
        ("Het Nationaal Programma Vitale Regio’s", []),
        ("Dat is zo. Regio’s groeien.", ["Regio’s"]),
        ("de Raad voor het Openbaar Bestuur zegt", ["Raad voor het Openbaar Bestuur"]),
        ("lees [de regio](regio-deal) of *regio* of **de regio**", []),
        ("lees *dit* over de regio, en _dat_", ["regio"]),
        ("zie https://regio.example/regio voor de regio", ["regio"]),
        ("- punt over multi-level governance\n- punt", ["multi-level governance"]),
        ("een zelfstandig bestuursorgaan (zbo) heeft", ["zelfstandig bestuursorgaan (zbo)"]),
        ("minister van IenW.", ["IenW"]),
    ],
)
def test_which_words_are_a_term(text: str, found: list[str]) -> None:
    assert [text[term.start : term.end] for term in Terms(NAMES).find(text)] == found


def test_a_name_leads_to_its_concept_and_the_first_concept_has_a_shared_name() -> None:
    terms = Terms([("ROB", "rob"), ("Raad", "rob"), ("raad", "ander")])
    assert [term.id for term in terms.find("De ROB is een Raad, een raad.")] == ["rob"] * 3


def test_without_concepts_nothing_is_found() -> None:
    assert list(Terms([]).find("De regio.")) == []
