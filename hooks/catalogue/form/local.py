"""The form on this machine: it saves in a clone of its own, and each draft is a branch there.

decap-server commits every file that git does not know, and then removes it. So it never sees the project itself.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ..checking import load
from ..history import HistoryError, run_git
from ..site.headers import FORM, form_headers
from ..site.webserver import SiteHandler, SiteServer
from .backend import Backend, local_backend
from .folder import SOURCE, write_form
from .mending import mend

FOLDER = ".beheer"
"""Where, from the root of the project, the clone and the form stand; git does not see it."""

MAIN = "main"
DRAFTS = "refs/heads/cms/"
HOST = "127.0.0.1"
SERVER = "node_modules/decap-server/dist/index.js"


def edit(root: Path, port: int) -> int:
    """Serve the form until someone stops it, and then mend the drafts. Raises ``HistoryError``, ``NotInstalledError``."""
    if taken := [one for one in (port, port + 1) if not is_free(one)]:
        said = f"Poort {taken[0]} is bezet. Kies een andere: make beheer-lokaal HAVEN={port + 10}"
        print(said, file=sys.stderr)
        return 1
    clone = prepare(root)
    backend = local_backend(port + 1, MAIN)
    folder = root / FOLDER / "site"
    write_form(root / SOURCE, load(clone), backend, folder / FORM)
    with (
        SiteServer((HOST, port), _handler_of(folder, backend)) as server,
        saving(root, clone, port + 1),
    ):
        print(
            f"Het formulier staat op http://{HOST}:{port}/{FORM}/ en begint bij uw laatste commit.\nStoppen: Ctrl-C.",
            flush=True,
        )
        # Ended by another program, it mends the drafts as well.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
    print(*told(finish(clone)), sep="\n")
    return 0


def is_free(port: int) -> bool:
    """Whether nothing answers at a port of this machine; the form takes one, and what saves takes the next."""
    try:
        with socket.create_server((HOST, port)):
            return True
    except (OSError, OverflowError):
        return False


def prepare(root: Path) -> Path:
    """The clone, at the last commit of the project; drafts that stand in it stay, and go along with it."""
    clone = root / FOLDER / "opslag"
    if not clone.is_dir():
        clone.parent.mkdir(exist_ok=True)
        run_git(root, "clone", "--quiet", "--no-hardlinks", "--no-checkout", str(root), str(clone))
        run_git(clone, "config", "user.name", "Redactie")
        run_git(clone, "config", "user.email", "redactie@localhost")
    run_git(clone, "fetch", "--quiet", str(root), "HEAD")
    run_git(clone, "checkout", "--quiet", "--force", "-B", MAIN, "FETCH_HEAD")
    for branch in _drafts(clone):
        _bring_along(clone, branch)
    run_git(clone, "checkout", "--quiet", "--force", MAIN)
    return clone


def _drafts(clone: Path) -> list[str]:
    return run_git(clone, "for-each-ref", "--format=%(refname:short)", DRAFTS).decode().split()


def _bring_along(clone: Path, branch: str) -> None:
    """Let a draft start from the last commit: decap-server takes all in which the two differ for what was edited."""
    run_git(clone, "checkout", "--quiet", "--force", branch)
    try:
        run_git(clone, "merge", "--quiet", "-m", "Bijgewerkt", MAIN)
    except HistoryError:
        # The same place was changed in both. It stays as it is; who takes it to the project makes the choice.
        run_git(clone, "merge", "--abort")


@contextmanager
def saving(root: Path, clone: Path, port: int) -> Iterator[None]:
    """Let decap-server save in the clone while the block runs."""
    node = shutil.which("node")
    if node is None:
        raise HistoryError("Het programma node is er niet; het formulier heeft het nodig.")
    settings = {
        "BIND_HOST": HOST,
        "PORT": str(port),
        "MODE": "git",
        "GIT_REPO_DIRECTORY": str(clone),
        "LOG_LEVEL": "error",
        # No page of another site may save here.
        "ORIGIN": f"http://{HOST}:{port - 1}",
    }
    command = [node, str(root / SOURCE / SERVER)]
    # Of a session of its own: Ctrl-C is for us, and what it was saving is saved.
    process = subprocess.Popen(
        command, cwd=clone.parent, env=os.environ | settings, start_new_session=True
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=10)


def finish(clone: Path) -> list[str]:
    """Mend each draft, in a commit of its own; the names of their branches."""
    branches = _drafts(clone)
    for branch in branches:
        run_git(clone, "checkout", "--quiet", "--force", branch)
        if any(one.whole for one in mend(clone, MAIN)):
            run_git(clone, "commit", "--quiet", "--all", "--message", "Alleen wat veranderde")
    run_git(clone, "checkout", "--quiet", "--force", MAIN)
    return branches


def told(branches: list[str]) -> Iterator[str]:
    """What an editor does with the drafts."""
    if not branches:
        yield "Er is niets bewaard."
        return
    yield "Bewaard als tak. Haal een tak op in uw project, en kijk haar na:"
    for branch in branches:
        yield f"  git fetch {FOLDER}/opslag {branch}:{branch} && git switch {branch} && make check"


def _handler_of(folder: Path, backend: Backend) -> type[SiteHandler]:
    headers = form_headers(backend.asks)

    class Handler(SiteHandler):
        def site(self) -> Path:
            return folder

        def headers_to_send(self) -> Mapping[str, str]:
            return headers

    return Handler
