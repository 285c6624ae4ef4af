"""The data file with the sentences behind the cells of a matrix."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from catalogue import letters
from catalogue.checking import load
from catalogue.datasets.matrix import matrix_data
from catalogue.linking import Catalogue
from tests.sample import SAMPLE


def sample_data() -> dict[str, Any]:
    return {path: json.loads(content) for path, content in matrix_data(load(SAMPLE))}


def test_a_cell_names_its_sentences_and_a_sentence_its_sources_and_card() -> None:
    data = sample_data()["data/matrix-situaties.json"]
    cells = data["cellen"]["proefakkoord"]
    assert set(cells) == {"elkaar-niet-kennen", "iets-vastleggen"}
    own, elsewhere, trait = (data["zinnen"][place] for place in cells["iets-vastleggen"])
    # A sentence about more situations stands there once.
    assert cells["iets-vastleggen"][0] in cells["elkaar-niet-kennen"]
    assert own[:2] == ["u elkaar op papier wilt leren kennen", "als"]
    ((source, place),) = own[2]
    assert data["bronnen"][source][1] == "bronnen/rob-2021/"
    assert place == "§ 1.2"
    assert elsewhere[:2] == ["u iets wilt vastleggen", "als"]
    assert data["kaarten"][elsewhere[4]] == [
        "Proefoverleg",
        "instrumenten/proefoverleg/",
        "vervangen",
    ]
    assert trait[1:] == ["voor", [], False]


def test_each_matrix_has_a_file_and_with_letters_each_letter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = sample_data()
    assert list(whole) == [
        "data/matrix.json",
        "data/matrix-knelpunten.json",
        "data/matrix-situaties.json",
    ]
    monkeypatch.setattr(letters, "LIMIT", 1)
    assert list(sample_data()) == [path.replace(".json", "-letter-p.json") for path in whole]


def test_the_sentences_of_the_real_cards_are_light_enough_to_fetch(
    real_catalogue: Catalogue,
) -> None:
    sizes = {path: len(gzip.compress(content)) for path, content in matrix_data(real_catalogue)}
    assert {path: size for path, size in sizes.items() if size > 60_000} == {}
