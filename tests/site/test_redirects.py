"""Old and short addresses as rules for a web server."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalogue.site.redirects import HOSTS, NGINX, write_redirects


def refresh(goal: str) -> str:
    return f'<noscript><meta http-equiv="refresh" content="0; url={goal}"></noscript>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site within a folder of its host, with three addresses that lead elsewhere and a page that does not."""
    pages = {
        "index.html": '<link rel="canonical" href="https://voorbeeld.nl/wijzer/">',
        "i/novex/index.html": refresh("../../instrumenten/novex/"),
        "instrumenten/oud/index.html": refresh("../../instrumenten/novex/"),
        "begrip/oud/index.html": refresh("../../begrippen/#nieuw"),
        "instrumenten/novex/index.html": "<p>Er staat hier url=../weg/.",
    }
    for name, html in pages.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(html, encoding="utf-8")
    return tmp_path


def test_each_address_that_leads_elsewhere_is_a_rule_from_the_root_of_the_host(site: Path) -> None:
    assert write_redirects(site) == []
    assert (site / HOSTS).read_text("utf-8").splitlines() == [
        "/wijzer/begrip/oud/ /wijzer/begrippen/#nieuw 301",
        "/wijzer/i/novex/ /wijzer/instrumenten/novex/ 301",
        "/wijzer/instrumenten/oud/ /wijzer/instrumenten/novex/ 301",
    ]
    assert (site / NGINX).read_text("utf-8").splitlines()[1] == (
        '/wijzer/i/novex/ "/wijzer/instrumenten/novex/";'
    )


@pytest.mark.parametrize(
    "goal",
    [
        "https://elders.nl/",
        "//elders.nl/",
        "/\\elders.nl/",
        "../../a/; return 200 x",
        "../../a/$http_host/",
        "../../a/\n/b/ https://elders.nl/",
    ],
)
def test_no_rule_leads_off_the_site_or_says_anything_else(site: Path, goal: str) -> None:
    (site / "i/novex/index.html").write_text(refresh(goal), encoding="utf-8")
    (fault,) = write_redirects(site)
    assert "kan geen regel voor een webserver zijn" in fault.message
    assert not (site / NGINX).exists() and not (site / HOSTS).exists()


def test_every_short_address_of_the_site_is_a_rule(built_site: Path) -> None:
    rules = (built_site / HOSTS).read_text("utf-8").splitlines()
    short = {
        f"/{path.relative_to(built_site).as_posix()}/" for path in (built_site / "i").iterdir()
    }
    found = {rule.split()[0] for rule in rules}
    assert short <= found and short
    assert all(re.fullmatch(r"/\S+ /\S+ 301", rule) for rule in rules)
