"""What the site holds for its web server: names that change with their content, small copies, headers, a contact."""

from __future__ import annotations

import gzip
import re
from datetime import date
from pathlib import Path

import pytest

from catalogue.problem import ContentError
from catalogue.site.assets import folder_of, theme_files
from catalogue.site.compressing import compress
from catalogue.site.headers import FOREVER, HEADERS, write_headers
from catalogue.site.security_txt import security_txt
from tests.site.folders import contents

# Assets


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    for name in ("css/een.css", "js/twee.js"):
        (tmp_path / "assets" / name).parent.mkdir(parents=True)
        (tmp_path / "assets" / name).write_text(name, encoding="utf-8")
    (tmp_path / "main.html").write_text("{% block %}", encoding="utf-8")
    (tmp_path / "assets/.verborgen").write_text("x", encoding="utf-8")
    return tmp_path


def test_assets_stand_in_one_folder_and_templates_stay_out(theme: Path) -> None:
    folder = folder_of(theme)
    assert re.fullmatch(r"assets/[0-9a-f]{10}", folder)
    assert theme_files(theme) == {
        f"{folder}/css/een.css": theme / "assets/css/een.css",
        f"{folder}/js/twee.js": theme / "assets/js/twee.js",
    }


def test_the_folder_has_another_name_as_soon_as_anything_in_it_differs(theme: Path) -> None:
    names = {folder_of(theme)}
    (theme / "assets/css/een.css").write_text("anders", encoding="utf-8")
    names.add(folder_of(theme))
    (theme / "assets/css/een.css").rename(theme / "assets/css/drie.css")
    names.add(folder_of(theme))
    (theme / "assets/css/drie.css").unlink()
    names.add(folder_of(theme))
    assert len(names) == 4
    (theme / "main.html").write_text("anders", encoding="utf-8")
    assert folder_of(theme) in names


# Small copies


def test_what_is_often_asked_for_has_a_small_copy_and_the_rest_has_none(tmp_path: Path) -> None:
    large = "een twee drie " * 100
    for name in ("a.html", "a.css", "a.js", "a.json", "a.svg", "a.pf_meta", "a.png", "data/a.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(large, encoding="utf-8")
    (tmp_path / "kort.html").write_text("kort", encoding="utf-8")
    assert compress(tmp_path) == []
    copies = {name: content for name, content in contents(tmp_path).items() if name[-3:] == ".gz"}
    assert set(copies) == {f"a.{suffix}.gz" for suffix in ("html", "css", "js", "json", "svg")}
    assert {gzip.decompress(content) for content in copies.values()} == {large.encode()}


def test_the_copies_in_the_built_site_are_those_of_their_files(built_site: Path) -> None:
    copies = [path for path in built_site.rglob("*.gz") if path.name != "sitemap.xml.gz"]
    assert len(copies) > 200
    for copy in copies:
        assert gzip.decompress(copy.read_bytes()) == copy.with_suffix("").read_bytes()


# Headers


def test_the_policy_admits_nothing_that_stands_in_a_page() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe-inline" not in policy and "'sha" not in policy
    assert policy.startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; ")


def test_hosts_of_another_kind_read_the_headers_in_the_site(tmp_path: Path) -> None:
    for name in (
        "index.html",
        "over/index.html",
        "feed.json",
        "assets/0a1b/css/een.css",
        "pagefind/pagefind.js",
        "pagefind/pagefind.nl_1.pf_meta",
        "pagefind/index/nl_1.pf_index",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert write_headers(tmp_path) == []
    rules: dict[str, list[str]] = {}
    address = ""
    for line in (tmp_path / "_headers").read_text("utf-8").splitlines():
        if line.startswith("  "):
            rules[address].append(line.strip())
        else:
            address = line
            rules[address] = []
    assert rules.pop("/*") == [f"{name}: {value}" for name, value in HEADERS.items()]
    assert rules == {
        "/": ["Cache-Control: no-cache"],
        "/index.html": ["Cache-Control: no-cache"],
        "/over/*": ["Cache-Control: no-cache"],
        "/feed.json": [
            "Cache-Control: no-cache",
            "Content-Type: application/feed+json; charset=utf-8",
        ],
        "/assets/0a1b/*": [f"Cache-Control: {FOREVER}"],
        "/pagefind/index/*": [f"Cache-Control: {FOREVER}"],
        "/pagefind/pagefind.js": ["Cache-Control: no-cache"],
        "/pagefind/pagefind.nl_1.pf_meta": [f"Cache-Control: {FOREVER}"],
    }


# The contact


def test_the_contact_is_told_as_the_standard_wants_it() -> None:
    settings = {"contact": "mailto:lek@voorbeeld.nl", "geldig_tot": "2027-11-01"}
    plain = (
        "Contact: mailto:lek@voorbeeld.nl\nExpires: 2027-11-01T00:00:00Z\nPreferred-Languages: nl\n"
    )
    assert security_txt(settings, "http://127.0.0.1:8000/") == plain
    settings = {**settings, "geldig_tot": date(2027, 11, 1)}  # type: ignore[dict-item]
    assert security_txt(settings, "https://voorbeeld.nl/") == (
        f"{plain}Canonical: https://voorbeeld.nl/.well-known/security.txt\n"
    )


@pytest.mark.parametrize("settings", [None, {}, {"contact": ""}, {"contact": None}, "x"])
def test_without_a_contact_there_is_no_file(settings: object) -> None:
    assert security_txt(settings, "https://voorbeeld.nl/") is None


@pytest.mark.parametrize(
    ("contact", "expires", "field"),
    [
        ("lek@voorbeeld.nl", "2027-11-01", "contact"),
        ("javascript:x()", "2027-11-01", "contact"),
        ("mailto:a@b.nl\nExpires: nooit", "2027-11-01", "contact"),
        ("mailto:a@b.nl", "", "geldig_tot"),
        ("mailto:a@b.nl", None, "geldig_tot"),
        ("mailto:a@b.nl", "november", "geldig_tot"),
        ("mailto:a@b.nl", 2027, "geldig_tot"),
    ],
)
def test_a_setting_that_makes_no_contact_is_refused(
    contact: str, expires: object, field: str
) -> None:
    with pytest.raises(ContentError) as refused:
        security_txt({"contact": contact, "geldig_tot": expires}, "")
    (problem,) = refused.value.problems
    assert (problem.path, problem.field) == ("mkdocs.yml", f"extra.beveiliging.{field}")
    assert str(problem).isprintable()
