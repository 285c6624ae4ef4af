"""The feeds: whole by the reading of a program that is not ours, the same each time, and true to what the cards say."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import atoma
import pytest

from catalogue.checking import load
from catalogue.feeds import ATOM, JSON, LIMIT, feeds
from tests.sample import SAMPLE, add_module, edit, sample_project

SITE = "https://proef.example/wijzer/"
CARD = "instruments/proefoverleg.yml"


def feeds_of(project: Path, site: str = SITE) -> dict[str, bytes]:
    return dict(feeds(load(project), site))


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return feeds_of(SAMPLE)


def entries_of(made: dict[str, bytes]) -> dict[str, str]:
    """Id of an entry → what it says."""
    return {entry.id_: entry.summary.value for entry in atoma.parse_atom_bytes(made[ATOM]).entries}


def test_another_program_reads_both_and_finds_the_same(made: dict[str, bytes]) -> None:
    atom = atoma.parse_atom_bytes(made[ATOM])
    feed = atoma.parse_json_feed_bytes(made[JSON])
    assert [(link.rel, link.href) for link in atom.links] == [
        ("self", f"{SITE}feed.xml"),
        ("alternate", SITE),
    ]
    assert (feed.feed_url, feed.home_page_url) == (f"{SITE}feed.json", SITE)
    assert atom.authors and atom.updated == atom.entries[0].updated
    told = [
        (one.id_, one.title.value, one.links[0].href, one.summary.value, one.updated)
        for one in atom.entries
    ]
    assert told and told == [
        (one.id_, one.title, one.url, one.content_text, one.date_modified) for one in feed.items
    ]


def test_a_json_feed_has_what_version_1_1_asks(made: dict[str, bytes]) -> None:
    feed = json.loads(made[JSON])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["language"] == "nl" and feed["authors"] == [{"name": "Instrumentenwijzer"}]
    ids = [item["id"] for item in feed["items"]]
    assert len(set(ids)) == len(ids)


def test_an_entry_says_what_changed_of_which_card_and_when(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    change = "wijzigingen:\n  - datum: 2026-09-01\n    wat: Zie [het akkoord](instrument:proefakkoord) & *lees*.\n"
    edit(project, CARD, "wijzigingen:\n", change)
    first = atoma.parse_atom_bytes(feeds_of(project)[ATOM]).entries[0]
    assert first.title.value == "Proefoverleg"
    assert first.summary.value == "Zie het akkoord & lees."
    assert first.links[0].href == f"{SITE}instrumenten/proefoverleg/"
    assert first.updated == datetime(2026, 9, 1, tzinfo=UTC)


def test_an_id_stays_when_the_words_the_address_of_the_site_or_other_cards_change(
    tmp_path: Path, made: dict[str, bytes]
) -> None:
    before = entries_of(made)
    project = sample_project(tmp_path)
    edit(project, CARD, "wijzigingen:\n", "wijzigingen:\n  - datum: 2026-09-01\n    wat: Anders.\n")
    edit(
        project,
        CARD,
        "wijzigingen:\n",
        "wijzigingen:\n  - datum: 2026-09-01\n    wat: Weer anders.\n",
    )
    add_module(project, "nieuw", nummer=9)
    after = entries_of(feeds_of(project, "https://elders.example/"))
    assert before.items() < after.items()
    new = {id: said for id, said in after.items() if id not in before}
    assert list(new.values()) == ["Weer anders.", "Anders.", "Module toegevoegd."]
    edit(project, CARD, "wat: Anders.", "wat: Beter gezegd.")
    again = entries_of(feeds_of(project))
    assert list(again) == list(after) and "Beter gezegd." in again.values()


def test_made_twice_a_feed_is_the_same(made: dict[str, bytes]) -> None:
    assert feeds_of(SAMPLE) == made


def test_a_feed_does_not_grow_without_end(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    lines = "".join(f"  - datum: 2026-09-01\n    wat: Keer {n}.\n" for n in range(LIMIT + 5))
    edit(project, CARD, "wijzigingen:\n", f"wijzigingen:\n{lines}")
    made = feeds_of(project)
    assert len(atoma.parse_atom_bytes(made[ATOM]).entries) == LIMIT
    assert len(json.loads(made[JSON])["items"]) == LIMIT
