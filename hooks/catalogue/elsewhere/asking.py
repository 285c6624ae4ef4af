"""An address elsewhere → whether it still answers, asked as a polite visitor who can be led nowhere else.

A link in the content may lead anywhere, and so may the server behind it. So the name is looked up once, none of its
numbers may be of a network that is not public, and the connection goes to that number and to no other. That asks for a
hold on the socket, which the standard library gives; a library over it would have to be taken apart first. No cookie is
kept, no page is read, and every redirect is followed by the same rules.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Lock, Timer
from typing import Literal
from urllib.parse import SplitResult, quote, urljoin, urlsplit

AT_ONCE = 4
"""So many hosts are asked at the same time; each gets one question at a time."""

PAUSE = 1.0
"""Seconds between two questions to one host."""

PATIENCE = 15.0
"""Seconds after which one question has taken too long."""

MOST_STEPS = 6
"""So many redirects are followed."""

Outcome = Literal["goed", "verhuisd", "geweigerd", "weg", "stil", "verboden"]

BROKEN: tuple[Outcome, ...] = ("weg", "stil", "verboden")
"""The outcomes that an editor must do something about."""

_PUBLIC = IPv6Network("2000::/3")
"""All that was ever given out on the public internet."""

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""Here a network that knows IPv6 only, keeps the numbers of IPv4: each behind these."""

_PERMANENT = (301, 308)
_ELSEWHERE = (301, 302, 303, 307, 308)
_REFUSED = (401, 403, 407, 429, 451)
_GONE = (404, 410)


@dataclass(frozen=True)
class Response:
    """What came of asking an address."""

    address: str
    outcome: Outcome
    said: str
    """In a sentence, in Dutch."""
    road: list[str] = field(default_factory=list)
    """The addresses to which it led, in order."""


class _NotAllowedError(Exception):
    """The address leads to a network that is not public."""


@dataclass
class Asker:
    """Asks addresses."""

    agent: str
    """How it makes itself known."""
    loopback: bool = False
    """Whether this machine may be asked too; for tests."""
    pause: float = PAUSE
    patience: float = PATIENCE
    _turns: defaultdict[str, Lock] = field(default_factory=lambda: defaultdict(Lock))

    def ask_all(self, addresses: Iterable[str]) -> Iterator[Response]:
        """Ask each address, a few hosts at a time; the answers come per host."""
        hosts: dict[str, list[str]] = defaultdict(list)
        for address in addresses:
            hosts[_host(address)].append(address)
            # Made here, so that no two threads make the turn of one host.
            self._turns[_host(address)]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for answers in pool.map(lambda of_host: [*map(self.ask, of_host)], hosts.values()):
                yield from answers

    def ask(self, address: str) -> Response:
        """Ask one address, and follow where it leads."""
        road: list[str] = []
        outcome, said = self._follow(address, road)
        passed = road[:-1] if outcome == "verhuisd" else road
        via = f", via {' en '.join(passed)}" if passed else ""
        return Response(address, outcome, f"{said}{via}", road)

    def _follow(self, here: str, road: list[str]) -> tuple[Outcome, str]:
        """What comes of an address, and that in a sentence; the addresses to which it leads are added to the road."""
        permanent = True
        while True:
            try:
                status, leads_to = self._status(urlsplit(here))
                # What a server answers need not be an address.
                following = urljoin(here, leads_to)
            except _NotAllowedError:
                return "verboden", "leidt naar een net dat niet openbaar is"
            except (OSError, HTTPException, ValueError) as error:
                return "stil", f"antwoordt niet: {_why(error)}"
            if status not in _ELSEWHERE or not leads_to:
                return _outcome(status, road[-1] if road and permanent else "")
            permanent = permanent and status in _PERMANENT
            here = following
            if here in road or len(road) == MOST_STEPS:
                return "stil", "leidt steeds verder en komt nergens uit"
            road.append(here)

    def _status(self, url: SplitResult) -> tuple[int, str]:
        """The status of an answer, and where it leads; the page itself is asked only when its head says nothing good."""
        with self._turns[url.netloc]:
            answer = self._request("HEAD", url)
            # Many a server has no answer to HEAD, or the wrong one.
            if answer[0] >= 400:
                time.sleep(self.pause)
                answer = self._request("GET", url)
            time.sleep(self.pause)
        return answer

    def _request(self, method: str, url: SplitResult) -> tuple[int, str]:
        connection = self._connection(url)
        path = _sent(url.path or "/") + (f"?{_sent(url.query)}" if url.query else "")
        headers = {"User-Agent": self.agent, "Accept": "*/*", "Connection": "close"}
        try:
            with _at_most(self.patience, connection):
                connection.request(method, path, headers=headers)
                # Of the page nothing is read: that it comes is enough.
                answer: HTTPResponse = connection.getresponse()
                return answer.status, answer.headers.get("Location", "")
        finally:
            connection.close()

    def _connection(self, url: SplitResult) -> HTTPConnection:
        if url.scheme not in ("http", "https") or not url.hostname:
            raise _NotAllowedError
        port = url.port or (443 if url.scheme == "https" else 80)
        found = socket.getaddrinfo(url.hostname, port, type=socket.SOCK_STREAM)
        numbers = [str(one[4][0]) for one in found]
        if not all(self._is_allowed(number) for number in numbers):
            raise _NotAllowedError
        return _Connection(url.hostname, port, numbers[0], url.scheme == "https", self.patience)

    def _is_allowed(self, number: str) -> bool:
        """Whether it is the number of a machine on the public internet."""
        address = ip_address(number.partition("%")[0])
        if self.loopback and address.is_loopback:
            return True
        if isinstance(address, IPv6Address):
            within = _within(address)
            if within is None and address not in _PUBLIC:
                return False
            address = within or address
        return address.is_global and not address.is_multicast


def _within(address: IPv6Address) -> IPv4Address | None:
    """The number of IPv4 that one of IPv6 stands for, if it does."""
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def _host(address: str) -> str:
    """Whom one asks for an address; what is no address is told of when it is asked."""
    try:
        return urlsplit(address).netloc
    except ValueError:
        return address


def _sent(part: str) -> str:
    """A part of an address as a browser sends it: a letter outside ASCII as its code."""
    return quote(part, safe="".join(map(chr, range(0x80))))


class _Connection(HTTPConnection):
    """A connection to a number that was found to be allowed: the name is not looked up again."""

    def __init__(self, host: str, port: int, number: str, secure: bool, patience: float) -> None:
        super().__init__(host, port, timeout=patience)
        self._number = number
        self._secure = secure
        self.default_port = 443 if secure else 80

    def connect(self) -> None:
        self.sock = socket.create_connection((self._number, self.port), self.timeout)
        if self._secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)


@contextmanager
def _at_most(seconds: float, connection: HTTPConnection) -> Iterator[None]:
    """End a connection that takes longer than this as a whole: a server may send a letter at a time."""

    ended: list[bool] = []

    def end() -> None:
        ended.append(True)
        if connection.sock:
            with suppress(OSError):
                connection.sock.shutdown(socket.SHUT_RDWR)

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (OSError, HTTPException):
        if not ended:
            raise
    finally:
        timer.cancel()
    # Cut off, half a head reads as a whole one.
    if ended:
        raise TimeoutError


def _outcome(status: int, moved_to: str) -> tuple[Outcome, str]:
    """What an answer with this status means; *moved_to* is where it moved for good, if it did."""
    if 200 <= status < 300:
        return (
            ("verhuisd", f"is voorgoed verhuisd naar {moved_to}")
            if moved_to
            else ("goed", f"antwoordt ({status})")
        )
    if status in _REFUSED:
        return "geweigerd", f"laat dit programma niet toe ({status}); kijk zelf in een browser"
    if status in _GONE:
        return "weg", f"is er niet meer ({status})"
    return "stil", f"geeft een storing ({status})"


def _why(error: Exception) -> str:
    """What went wrong, in Dutch."""
    if isinstance(error, socket.gaierror | UnicodeError):
        return "de naam van de server is onbekend"
    if isinstance(error, TimeoutError):
        return "het duurt te lang"
    if isinstance(error, ssl.SSLError):
        return "het certificaat of de beveiligde verbinding klopt niet"
    if isinstance(error, ConnectionError):
        return "de server verbreekt de verbinding"
    if isinstance(error, HTTPException):
        return "het antwoord is geen antwoord van een webserver"
    if isinstance(error, ValueError):
        return "het adres klopt niet"
    return "er is geen verbinding"
