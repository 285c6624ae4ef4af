"""The form of a catalogue → the folder that is served at ``/beheer/``: page, settings and Decap CMS itself."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from ..linking import Catalogue
from ..problem import RefusedError
from .backend import Backend
from .collections import EditingForm

SOURCE = "beheer"
"""Where, from the root of the project, the page around Decap stands, and the packages it is installed from."""

OWN = ("index.html", "start.js", "beheer.css")
"""What of that folder is ours and goes to the site."""

PROGRAM = "decap-cms.js"

SLUGS = {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"}
"""What becomes of an id on its way to the name of a file: nothing that leads to another folder is left."""


class NotInstalledError(RefusedError):
    """Decap CMS is not there."""


def settings_of(catalogue: Catalogue, backend: Backend) -> dict[str, Any]:
    """All that Decap must know."""
    return {
        "backend": dict(backend.settings),
        "publish_mode": "editorial_workflow",
        "locale": "nl",
        # A page of the form leads to no preview: that comes with the pull request.
        "show_preview_links": False,
        # Decap asks for a folder for pictures. The site has none; the page does not show the way there.
        "media_folder": "docs/beelden",
        "slug": SLUGS,
        "collections": EditingForm(catalogue).collections,
    }


def settings_text(settings: dict[str, Any]) -> str:
    """The settings as a file. What is shared is written once, and named where it is used again."""
    return yaml.dump(
        settings, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000
    )


def write_form(source: Path, catalogue: Catalogue, backend: Backend, target: Path) -> None:
    """Write the form into *target*, in the place of an earlier one. Raises ``NotInstalledError``."""
    program = source / "node_modules/decap-cms/dist"
    if not (program / PROGRAM).is_file():
        raise NotInstalledError("Decap CMS is er niet; `make beheer` zet het klaar.")
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    # The parts that it loads when they are needed stand beside it. The maps to its source are for its makers.
    for path in (*program.glob(f"*{PROGRAM}"), *program.glob("*.wasm")):
        shutil.copy(path, target)
    shutil.copy(program / f"{PROGRAM}.LICENSE.txt", target)
    for name in OWN:
        shutil.copy(source / name, target)
    (target / "config.yml").write_text(settings_text(settings_of(catalogue, backend)), "utf-8")
