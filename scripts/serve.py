"""Turn the project into a site on this machine that follows every edit.

After each edit the whole site is built anew in a process of its own, so edited Python code
counts too. A bad edit leaves the last good site standing, with the message above each page.
"""

from __future__ import annotations

import argparse
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
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

from scripts import csp
from scripts.site import ROOT, clear_abandoned
from scripts.webserver import SiteHandler, SiteServer

HOST = "127.0.0.1"
PAUSE = 0.5
WATCHED = (
    "instruments",
    "cases",
    "docs",
    "hooks",
    "theme",
    "schemas",
    "mkdocs.yml",
    "permalinks.txt",
)
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


def snapshot() -> dict[Path, int]:
    """Every watched file with the moment it last changed."""
    found = {}
    for name in WATCHED:
        start = ROOT / name
        for path in [start, *start.rglob("*")]:
            if "__pycache__" in path.parts:
                continue
            try:
                found[path] = path.stat().st_mtime_ns
            except FileNotFoundError:
                continue
    return found


@dataclass
class Workshop:
    """The last good site, and what is wrong with the edits after it."""

    folder: Path
    address: str
    version: int = 0
    site: Path | None = None
    message: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    def rebuild(self) -> None:
        """Build anew; swap when it went well, keep the message when it did not."""
        target = self.folder / f"site-{self.version + 1}"
        done = subprocess.run(
            [sys.executable, "-m", "scripts.site", "--naar", str(target)],
            cwd=ROOT,
            env={**os.environ, "SITE_URL": self.address},
            capture_output=True,
            text=True,
        )
        if done.returncode:
            self.message = (done.stderr or done.stdout).strip()
            print(f"\n{self.message}", file=sys.stderr, flush=True)
        else:
            self.headers = csp.headers(target)
            self.message, self.site = "", target
            print(done.stdout.strip(), flush=True)
        self.version += 1
        self._clear()

    def _clear(self) -> None:
        """Remove earlier builds, save the one before: a browser may still be reading it."""
        number = int(self.site.name.rpartition("-")[2]) if self.site else 0
        good = sorted(
            self.folder.glob("site-*"), key=lambda path: int(path.name.rpartition("-")[2])
        )
        for path in [path for path in good if int(path.name.rpartition("-")[2]) < number][:-1]:
            shutil.rmtree(path, ignore_errors=True)

    def watch(self, stop: threading.Event, seen: dict[Path, int]) -> None:
        """Rebuild after every edit, until told to stop."""
        while not stop.wait(PAUSE):
            now = snapshot()
            if now != seen:
                seen = now
                self.rebuild()

    def decorate(self, page: str) -> str:
        """The page with the message of a failed build on top, and a script that reloads it."""
        extra = '<script type="module" src="/__herladen.js"></script>'
        if self.message:
            extra += (
                '<link rel="stylesheet" href="/__melding.css">'
                '<div class="melding-bouwfout" role="alert">'
                "<strong>De laatste wijziging is niet te bouwen. U ziet de vorige versie.</strong>"
                f"<pre>{html.escape(self.message)}</pre></div>"
            )
        return BODY.sub(lambda body: body[0] + extra, page, count=1)


def _handler(workshop: Workshop) -> type[SiteHandler]:
    """The handler that answers from this workshop."""

    class Handler(SiteHandler):
        def site(self) -> Path:
            return workshop.site or workshop.folder

        def security_headers(self) -> Mapping[str, str]:
            return workshop.headers

        def decorate(self, page: str) -> str:
            return workshop.decorate(page)

        def do_GET(self) -> None:
            own = {
                "/__versie": ("text/plain", str(workshop.version)),
                "/__melding": ("text/plain", workshop.message),
                "/__melding.css": ("text/css", MESSAGE_STYLE),
                "/__herladen.js": ("text/javascript", RELOAD_SCRIPT),
            }
            if self.path in own:
                self.send_text(HTTPStatus.OK, *own[self.path])
            elif workshop.site is None:
                page = '<!doctype html><html lang="nl"><title>Nog geen site</title><body></body></html>'
                page = workshop.decorate(page).replace("U ziet de vorige versie.", "")
                self.send_text(HTTPStatus.INTERNAL_SERVER_ERROR, "text/html", page)
            else:
                super().do_GET()

    return Handler


def _listen(port: int, workshop: Workshop) -> SiteServer | None:
    """The server on this port; None, with a message, when that cannot be."""
    try:
        return SiteServer((HOST, port), _handler(workshop))
    except (OSError, OverflowError) as error:
        busy = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        reason = "is al in gebruik" if busy else f"kan niet worden gebruikt ({error})"
        print(f"Poort {port} {reason}. Kies een andere: make serve HAVEN=8001", file=sys.stderr)
        return None


def run(port: int) -> int:
    """Build, serve and follow edits until Ctrl-C."""
    cache = ROOT / ".serve"
    cache.mkdir(exist_ok=True)
    clear_abandoned(cache, "")
    workshop = Workshop(cache / str(os.getpid()), f"http://{HOST}:{port}/")
    server = _listen(port, workshop)
    if server is None:
        return 1
    workshop.folder.mkdir()
    stop = threading.Event()
    try:
        seen = snapshot()
        started = time.monotonic()
        print("De site wordt gebouwd …", flush=True)
        workshop.rebuild()
        print(f"Klaar na {time.monotonic() - started:.1f} s".replace(".", ","), flush=True)
        print(f"Te zien op {workshop.address} (stoppen: Ctrl-C)", flush=True)
        threading.Thread(target=workshop.watch, args=(stop, seen), daemon=True).start()
        server.serve_forever()
    except KeyboardInterrupt:
        print("\nGestopt.")
    finally:
        stop.set()
        server.server_close()
        shutil.rmtree(workshop.folder, ignore_errors=True)
    return 0


def main() -> int:
    """`python -m scripts.serve [--poort N]`: serve the site on this machine."""
    parser = argparse.ArgumentParser(
        description="Toont de site op deze computer en volgt elke wijziging."
    )
    # Also for a stop by another program, and when started in the background, where Ctrl-C is ignored.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    standard = os.environ.get("HAVEN", "8000")
    parser.add_argument(
        "--poort", type=int, default=standard, metavar="N", help=f"poort ({standard})"
    )
    return run(parser.parse_args().poort)


if __name__ == "__main__":
    sys.exit(main())
