"""The ids that no item may have: the site has another use for the address or the anchor that would follow from them.

The anchors stand in the templates of pages that hold all items of a kind, or in the theme around them; a test compares.
"""

from __future__ import annotations

import re
from collections.abc import Container

from .letters import SEGMENT
from .model import REDACTIE, Bron, Kind

# Letters, and numbered notes; and the parts of a picture.
_OF_THE_PAGE = re.compile(
    r"inhoud|zoek-kop|bronnen|bron-[0-9]+|letter-.+|op-deze-pagina|alle-gebeurtenissen.*"
    r"|uitkomst|uitkomst-kop|hoe|situaties|keuze-zoek|meter-.+"
    r"|notitie-vraag|notitie-vraag-uitleg|notitie-ander|vijf-vragen|met-de-hand"
    r"|nuloptie|ook-genoemd|hulpmiddelen"
)
_OF_AN_ITEM = re.compile(
    r"(?P<id>.+)-(?:acties|oplossingen|spectrum-titel|spectrum-uitleg|redactie|instrumenten|praktijk|knelpunten|wetten|gesprek|leerlijn|schaal)"
)


def is_reserved(kind: Kind, id: str, items: Container[str]) -> bool:
    """Whether the site has another use for an id; *items* are the ids of that kind."""
    if id == REDACTIE and kind.name == Bron.kind.name:
        return True
    return id in ("index", SEGMENT) or is_taken(kind, id, items)


def is_taken(kind: Kind, id: str, items: Container[str]) -> bool:
    """Whether an id would be that of something else on the page of these items."""
    if kind.own_page:
        return False
    part = _OF_AN_ITEM.fullmatch(id)
    return _OF_THE_PAGE.fullmatch(id) is not None or (part is not None and part["id"] in items)
