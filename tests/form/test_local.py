"""The form on this machine begins only when it can save."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from catalogue.form.local import FOLDER, HOST, edit


@pytest.mark.parametrize("after", [0, 1], ids=["the form's port", "the port of what saves"])
def test_a_port_that_is_taken_is_told_before_anything_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], after: int
) -> None:
    with socket.create_server((HOST, 0)) as other:
        taken = other.getsockname()[1]
        assert edit(tmp_path, taken - after) == 1
    assert capsys.readouterr().err.startswith(f"Poort {taken} is bezet. Kies een andere: ")
    assert not (tmp_path / FOLDER).exists()
