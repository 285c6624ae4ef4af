"""What each kind of page needs, worked out from the catalogue: a module for the kinds that need more than the rest."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from .base import VIEWS, View
from .overviews import OVERVIEW_VIEWS, SITE_VIEWS, OverviewView

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

__all__ = ["OVERVIEW_VIEWS", "SITE_VIEWS", "VIEWS", "OverviewView", "View"]
