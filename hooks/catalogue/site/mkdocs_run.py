"""A project → the pages of its site, made by MkDocs in a process of its own, or what MkDocs says is wrong."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from ..concepts import VARIABLE as CONCEPTS
from ..search.handover import VARIABLE
from .fault import Fault

LABELLED = re.compile(r"^(DEBUG|INFO|WARNING|ERROR|CRITICAL)\s+-\s+(.*)$")
CHATTER = ("DEBUG", "INFO")


def run_mkdocs(root: Path, handover: Path, target: Path, *, concepts: bool = False) -> list[Fault]:
    """Build the project at *root* in the folder *target*, with what search needs in *handover*; what went wrong.

    With *concepts* it is a preview, that shows these too.
    """
    if not (root / "mkdocs.yml").is_file():
        return [Fault(f"In {root} staat geen mkdocs.yml; daarin staat hoe de site wordt gebouwd.")]
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    # The theme announces its own end of life on every build; whoever maintains this knows.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", VARIABLE: str(handover)}
    environment[CONCEPTS] = "1" if concepts else ""
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, encoding="utf-8", errors="replace"
    )
    if done.returncode:
        return _faults(done.stdout + done.stderr, done.returncode)
    if not (target / "index.html").is_file():
        return [Fault("MkDocs meldt geen fout, maar maakte geen startpagina (index.html).")]
    return []


def _faults(output: str, status: int) -> list[Fault]:
    if "Traceback (most recent call last)" in output:
        return [
            Fault("Het programma zelf ging stuk; dat ligt niet aan uw bestand."),
            Fault(f"De laatste regel van het verslag: {output.strip().splitlines()[-1]}"),
            Fault("Het hele verslag: .venv/bin/mkdocs build --strict -d .proef"),
        ]
    # Words that MkDocs never used before are shown as they are.
    lines = _messages(output) or output.strip().splitlines()
    return [Fault(line) for line in lines] or [
        Fault(f"MkDocs stopte zonder te zeggen waarom (status {status}).")
    ]


def _messages(output: str) -> list[str]:
    """The warnings and errors in the output of MkDocs, without its labels and its chatter."""
    found = []
    wanted = False
    for line in output.splitlines():
        labelled = LABELLED.match(line)
        if labelled:
            wanted = labelled[1] not in CHATTER
        elif line.startswith("Aborted with"):
            wanted = False
        text = labelled[2] if labelled else line
        if wanted and text.strip():
            found.append(text.rstrip())
    return found
