"""A built site → an address on this machine, where Debian's nginx gives it with the settings of ``deploy/nginx.conf``."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import ROOT

NGINX = "/usr/sbin/nginx"
CONFIGURATION = ROOT / "deploy/nginx.conf"

# What Debian puts around a file in sites-enabled, with everything it writes in a folder of our own.
AROUND = """\
{user}
daemon off;
pid nginx.pid;
error_log nginx.log;
worker_processes 1;
events {{ }}
http {{
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include site.conf;
}}
"""

HOST = "127.0.0.1"


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve the site over https on a free port while the block runs; the address ends without a slash."""
    with serving_on_two_ports(site) as (address, _):
        yield address


@contextmanager
def serving_on_two_ports(site: Path) -> Iterator[tuple[str, str]]:
    """The same, with the address of the port for plain http beside it."""
    with TemporaryDirectory(prefix="nginx-") as name:
        folder = Path(name)
        _make_certificate(folder)
        # The worker of a server that root starts is somebody else, who may not read the files of a test.
        user = "user root;" if os.geteuid() == 0 else ""
        (folder / "nginx.conf").write_text(AROUND.format(user=user), encoding="utf-8")
        secure, plain = _free_ports()
        (folder / "site.conf").write_text(_configuration(site, folder, secure, plain), "utf-8")
        command = [NGINX, "-p", name, "-c", "nginx.conf", "-e", "nginx.log"]
        server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        try:
            _wait_until_it_answers(server, secure)
            yield f"https://{HOST}:{secure}", f"http://{HOST}:{plain}"
        finally:
            server.terminate()
            server.wait(timeout=10)


def _configuration(site: Path, folder: Path, secure: int, plain: int) -> str:
    """The settings as they are deployed, but for the ports, the certificate and the place of the site."""
    text = CONFIGURATION.read_text(encoding="utf-8")
    for setting, value in (
        (r"listen 443(?= ssl)", f"listen {HOST}:{secure}"),
        (r"listen 80(?=;)", f"listen {HOST}:{plain}"),
        # Not every machine has IPv6.
        (r"listen \[::\].*;", ""),
        (r"ssl_certificate +\S+;", f"ssl_certificate {folder}/certificate.pem;"),
        (r"ssl_certificate_key +\S+;", f"ssl_certificate_key {folder}/key.pem;"),
        (r"root +\S+;", f"root {site};"),
        (r"include +\S+/_redirects-ngin\[x\];", f"include {site}/_redirects-ngin[x];"),
    ):
        text, count = re.subn(rf"\b{setting}", value, text)
        assert count, f"{setting} stands nowhere in {CONFIGURATION}"
    return text


def _make_certificate(folder: Path) -> None:
    command = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
        f" -keyout key.pem -out certificate.pem -subj /CN={HOST} -addext subjectAltName=IP:{HOST}"
    )
    subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind((HOST, 0))
        other.bind((HOST, 0))
        return one.getsockname()[1], other.getsockname()[1]


def _wait_until_it_answers(server: subprocess.Popen[str], port: int) -> None:
    end = time.monotonic() + 10
    while True:
        assert server.poll() is None, server.stderr and server.stderr.read()
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            assert time.monotonic() < end, "nginx does not answer"
            time.sleep(0.02)
        else:
            return
