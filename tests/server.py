"""Turn a built site into an address on this machine, with the security headers of the design."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from scripts import csp
from scripts.webserver import SiteHandler, SiteServer


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve the site on a free port while the block runs; the address ends without a slash."""
    headers = csp.headers(site)

    class Handler(SiteHandler):
        def site(self) -> Path:
            return site

        def security_headers(self) -> Mapping[str, str]:
            return headers

    server = SiteServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
