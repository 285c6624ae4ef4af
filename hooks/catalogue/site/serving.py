"""A project → a site on this machine that follows every edit.

After each edit the whole site is built anew in a process of its own, so edited Python code
counts too. A bad edit leaves the last good site standing, with the message above each page.
"""

from __future__ import annotations

import errno
import html
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

from watchdog.events import (
    EVENT_TYPE_CLOSED_NO_WRITE,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_OPENED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from .replacing import clear_abandoned
from .webserver import SiteHandler, SiteServer

HOST = "127.0.0.1"
QUIET = 0.2
"""In seconds. A program writes a file in several steps; the build waits until nothing more happens."""

FOLDERS = ("instruments", "cases", "docs", "hooks", "theme", "schemas")
FILES = ("mkdocs.yml", "permalinks.txt", "woordparen.yml")

BODY = re.compile(r"<body[^>]*>")

RELOAD_SCRIPT = """\
const versie = async () => (await fetch("/__versie", {cache: "no-store"})).text();
const begin = await versie();
setInterval(async () => {
  const nu = await versie().catch(() => begin);
  if (nu !== begin) location.reload();
}, 1000);
"""

MESSAGE_STYLE = """\
.melding-bouwfout { background: #fff; border: 4px solid #b00020; color: #1a1a1a; font: 1rem/1.5 sans-serif;
  padding: 1rem; position: relative; z-index: 1000; }
.melding-bouwfout pre { font: 0.875rem/1.5 monospace; margin: 0.5rem 0 0; white-space: pre-wrap; }
"""


@dataclass(frozen=True)
class Built:
    """What came of one build."""

    done: bool
    message: str
    """What was made, or what is wrong."""


Builder = Callable[[Path], Built]
"""Builds a whole site in a folder that does not exist yet."""


@dataclass
class Workshop:
    """The last good site, and what is wrong with the edits after it."""

    folder: Path
    build: Builder
    version: int = 0
    site: Path | None = None
    message: str = ""
    _good: list[Path] = field(default_factory=list)

    def rebuild(self) -> None:
        """Build anew; swap when it went well, keep the message when it did not."""
        target = self.folder / f"site-{self.version + 1}"
        built = self.build(target)
        if built.done:
            self.message, self.site = "", target
            print(built.message, flush=True)
            self._good.append(target)
            # A browser may still be reading the one before.
            while len(self._good) > 2:
                shutil.rmtree(self._good.pop(0), ignore_errors=True)
        else:
            self.message = built.message
            print(f"\n{built.message}", file=sys.stderr, flush=True)
        self.version += 1

    def decorate(self, page: str) -> str:
        """The page with the message of a failed build on top, and a script that reloads it."""
        extra = '<script type="module" src="/__herladen.js"></script>'
        if self.message:
            extra += (
                '<link rel="stylesheet" href="/__melding.css">'
                '<div class="melding-bouwfout" role="alert">'
                f"<strong>De laatste wijziging is niet te bouwen.{' U ziet de vorige versie.' if self.site else ''}</strong>"
                f"<pre>{html.escape(self.message)}</pre></div>"
            )
        return BODY.sub(lambda body: body[0] + extra, page, count=1)


class Edits(FileSystemEventHandler):
    """Edits in the project, told by the system, turned into builds: one at a time, never one too few."""

    def __init__(self, root: Path) -> None:
        self._seen = threading.Event()
        self._stopped = False
        self._root = root
        self._observer = Observer()
        for name in FOLDERS:
            if (root / name).is_dir():
                self._observer.schedule(self, str(root / name), recursive=True)
        self._observer.schedule(self, str(root))

    def start(self) -> None:
        """Listen from now on."""
        self._observer.start()

    def stop(self) -> None:
        """Listen no longer, and let ``follow`` return."""
        self._stopped = True
        self._seen.set()
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def follow(self, rebuild: Callable[[], None]) -> None:
        """Call *rebuild* after each burst of edits; an edit during it asks for another."""
        while self._seen.wait() and not self._stopped:
            while self._seen.is_set() and not self._stopped:
                self._seen.clear()
                time.sleep(QUIET)
            if not self._stopped:
                rebuild()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note an edit, and not that somebody reads a file or that a folder has other contents."""
        read = event.event_type in (EVENT_TYPE_OPENED, EVENT_TYPE_CLOSED_NO_WRITE)
        if read or (event.is_directory and event.event_type == EVENT_TYPE_MODIFIED):
            return
        paths = (event.src_path, event.dest_path)
        if any(self._counts(Path(os.fsdecode(path))) for path in paths if path):
            self._seen.set()

    def _counts(self, path: Path) -> bool:
        """Whether the site may depend on this file; an editor's own files are hidden."""
        parts = path.relative_to(self._root).parts
        if len(parts) == 1 and parts[0] not in (*FOLDERS, *FILES):
            return False
        return not any(part.startswith(".") or part == "__pycache__" for part in parts)


def serve(root: Path, port: int) -> int:
    """Build, serve and follow edits until Ctrl-C."""
    cache = root / ".serve"
    cache.mkdir(exist_ok=True)
    clear_abandoned(cache, "")
    address = f"http://{HOST}:{port}/"
    workshop = Workshop(cache / str(os.getpid()), _builder(root, address))
    server = _listen(port, workshop)
    if server is None:
        return 1
    # Also for a stop by another program, and when started in the background, where Ctrl-C is ignored.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    workshop.folder.mkdir()
    edits = Edits(root)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        # From before the first build, so that no edit during it is missed.
        edits.start()
        started = time.monotonic()
        print("De site wordt gebouwd … Dat duurt een minuut of langer.", flush=True)
        workshop.rebuild()
        print(f"Klaar na {time.monotonic() - started:.1f} s".replace(".", ","), flush=True)
        print(f"Te zien op {address} (stoppen: Ctrl-C)", flush=True)
        edits.follow(workshop.rebuild)
    except KeyboardInterrupt:
        print("\nGestopt.")
    finally:
        edits.stop()
        server.shutdown()
        server.server_close()
        _clear(workshop.folder)
    return 0


def _clear(folder: Path) -> None:
    """Remove a folder, also while a build that was just stopped still writes its last file there."""
    for _ in range(50):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.1)


def _builder(root: Path, address: str) -> Builder:
    """The builder that runs ``catalogue build`` as a process of its own."""

    def build(target: Path) -> Built:
        with subprocess.Popen(
            [
                sys.executable,
                "-m",
                "catalogue",
                "--root",
                str(root),
                "build",
                "--concepts",
                "--to",
                str(target),
            ],
            cwd=root,
            env={**os.environ, "SITE_URL": address},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        ) as process:
            try:
                made, wrong = process.communicate()
            except KeyboardInterrupt:
                # It clears up what it was making, which a kill would not let it do. Then nothing that it started may go
                # on writing there.
                process.terminate()
                process.wait()
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                raise
        return Built(not process.returncode, (wrong if process.returncode else made).strip())

    return build


def _listen(port: int, workshop: Workshop) -> SiteServer | None:
    """The server on this port; None, with a message, when that cannot be."""
    try:
        return SiteServer((HOST, port), handler_of(workshop))
    except (OSError, OverflowError) as error:
        busy = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        reason = "is al in gebruik" if busy else f"kan niet worden gebruikt ({error})"
        print(f"Poort {port} {reason}. Kies een andere: make serve HAVEN=8001", file=sys.stderr)
        return None


def handler_of(workshop: Workshop) -> type[SiteHandler]:
    """The handler that answers from this workshop."""

    class Handler(SiteHandler):
        def site(self) -> Path:
            return workshop.site or workshop.folder

        def decorate(self, page: str) -> str:
            return workshop.decorate(page)

        def do_GET(self) -> None:
            own = {
                "/__versie": ("text/plain", str(workshop.version)),
                "/__melding.css": ("text/css", MESSAGE_STYLE),
                "/__herladen.js": ("text/javascript", RELOAD_SCRIPT),
            }
            if self.path in own:
                self.send_text(HTTPStatus.OK, *own[self.path])
            elif workshop.site is None:
                page = '<!doctype html><html lang="nl"><title>Nog geen site</title><body>De site wordt gebouwd … Dat duurt een minuut of langer. Deze pagina ververst vanzelf.</body></html>'
                self.send_text(
                    HTTPStatus.INTERNAL_SERVER_ERROR, "text/html", workshop.decorate(page)
                )
            else:
                super().do_GET()

    return Handler
