"""A reason why a site is not fit to be published: one message in Dutch, with its place when it has one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a site or with the making of it."""

    message: str
    path: str = ""
    """The file, from the root of the site."""
    line: int = 0

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.message}" if place else self.message
