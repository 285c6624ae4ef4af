"""The made-up catalogue of ``tests/proefproject``: small, every field filled once, every reference closed."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT

SAMPLE = ROOT / "tests/proefproject"


def as_yaml(data: Any) -> str:
    """Data as the text of a file."""
    # The C library writes the same, ten times faster; some tests do it a thousand times.
    text: str = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return text


def from_yaml(text: str) -> Any:
    """The data in the text of a file, read by PyYAML itself."""
    return yaml.load(text, Loader=yaml.CSafeLoader)


def sample_project(folder: Path) -> Path:
    """A copy of the made-up catalogue that a test may change."""
    project = shutil.copytree(SAMPLE, folder / "project")
    (project / "mkdocs.yml").write_text("site_name: Proef\n", encoding="utf-8")
    return project


def edit(project: Path, path: str, old: str, new: str) -> None:
    """Replace the first *old* in a file."""
    text = (project / path).read_text(encoding="utf-8")
    assert old in text, f"{old!r} staat niet in {path}"
    (project / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def leave_out(project: Path, path: str, field: str) -> None:
    """Take a whole field out of a file."""
    text = (project / path).read_text(encoding="utf-8")
    text, found = re.subn(rf"^{field}:.*\n(?: .*\n)*", "", text, flags=re.M)
    assert found == 1, f"{field} staat {found} keer in {path}"
    (project / path).write_text(text, encoding="utf-8")


FIRST_WORDS = ("Afspraak", "Beraad", "Convenant", "Dialoog", "Experiment", "Fonds", "3D-kaart")
LAYERS = ("rijk", "provincie", "gemeente", "waterschap")
PHASES = ("agenderen", "voorbereiden", "besluiten", "uitvoeren", "evalueren")
STATUSES = ("geldend", "voorgesteld", "vervallen")
SITUATIONS = ("elkaar-niet-kennen", "iets-vastleggen")
WHERE = {"bron": "rob-2021", "plaats": "§ 9"}


def add_instruments(project: Path, count: int) -> None:
    """Write so many more cards into a project."""
    for card in map(instrument_card, range(count)):
        text = as_yaml(card)
        (project / "instruments" / f"{card['id']}.yml").write_text(text, encoding="utf-8")


def instrument_card(number: int) -> dict[str, Any]:
    """The card with this number; together they have facets and scores in many combinations."""
    first = FIRST_WORDS[number % len(FIRST_WORDS)]
    scores = {
        scale: {"waarde": 1 + number // step % 5, "reden": "Zo is het op proef.", **WHERE}
        for scale, step in (("dwingendheid", 2), ("hardheid", 3), ("reikwijdte", 7))
        if number % step == 0
    }
    link = {"bouwsteen": "1-proefafspraken", "reden": "Het begint met afspreken.", **WHERE}
    return {
        "id": f"proefkaart-{number:04d}",
        "titel": f"{first} & ‘proef’ <{number:04d}>",
        "samenvatting": f"Overheden proberen iets voor de {number}e keer, met 1 < 2 & ‘3’.",
        "status": STATUSES[number % len(STATUSES)],
        "beoordeeld_op": date(2026, 3, 2),
        "beoordelen_voor": date(2027, 3, 2),
        "bestuurslagen": [layer for n, layer in enumerate(LAYERS) if (number % 15 + 1) >> n & 1],
        "fase": list(PHASES[number % 6 : number % 6 + 2]),
        "rol": ["stimuleren"] if number % 5 == 0 else [],
        "wanneer_wel": [
            {"als": "u het op proef doet", "situaties": list(SITUATIONS[number % 2 :]), **WHERE}
        ],
        "wanneer_niet": [
            {"als": "het echt is", "situaties": list(SITUATIONS[: number % 2]), **WHERE}
        ],
        "scores": scores,
        "bouwstenen": [link] if number % 10 else [],
        "voordelen": [{"tekst": "Het staat op papier.", **WHERE}],
        "bronnen": ["rob-2021"],
    }


def add_module(project: Path, id: str, **more: Any) -> None:
    """Write a module more into a project; *more* says what it has besides what every module has."""
    fields = {
        "id": id,
        "titel": f"Module {id}",
        "wijzigingen": [{"datum": date(2026, 1, 7), "wat": "Module toegevoegd."}],
        "samenvatting": "Een les om te proberen.",
        "doelgroep": "Iedereen.",
        "duur": 90,
        "voorkennis": "Geen.",
        "leerdoelen": ["Iets proberen."],
        "programma": [
            {"minuten": 30, "titel": "Kijken", "tekst": "De trainer laat *het* zien."},
            {"minuten": 60, "titel": "Doen", "tekst": "Ieder doet het zelf."},
        ],
        "aanbevelingen": [
            {
                "aanbeveling": "1.01",
                "reden": "De les gaat hierover.",
                "bron": "proefadvies",
                "plaats": "hoofdstuk 1",
            }
        ],
        "bronnen": ["proefadvies"],
    }
    text = as_yaml(fields | more)
    (project / f"docs/leerlijn/{id}.md").write_text(f"---\n{text}---\n", encoding="utf-8")


def relate(project: Path, source: str, kind: str, target: str, **more: Any) -> None:
    """Add a relation to the end of a card; *more* says something else than that it comes from a source."""
    path = project / "instruments" / f"{source}.yml"
    card = from_yaml(path.read_text(encoding="utf-8"))
    link = {"soort": kind, "instrument": target, "reden": f"Zo {kind} het {target}.", **WHERE}
    card.setdefault("relaties", []).append(link | more)
    path.write_text(as_yaml(card), encoding="utf-8")


def sample_site_project(folder: Path) -> Path:
    """The made-up catalogue with our theme and settings: a project whose whole site is built in a few seconds."""
    project = sample_project(folder)
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    for name in ("hooks", "theme"):
        (project / name).symlink_to(ROOT / name)
    for path, text in {
        "over/index.md": "# Over\n\n[Scores](scores.md)\n",
        "over/scores.md": "# Scores\n",
        "meedoen/index.md": "# Meedoen\n\n[Werklijst](werklijst/index.md)\n",
    }.items():
        (project / "docs" / path).parent.mkdir(exist_ok=True)
        (project / "docs" / path).write_text(text, encoding="utf-8")
    return project
