"""A ``Review`` → a comment in Markdown, for GitHub and GitLab, that a forge does not refuse for its length."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, groupby
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup

from ..dutch import capital, counted, dutch_date, enumeration
from ..knowledge.differences import Difference
from ..knowledge.impact import CHANGED, GONE, NEW, Use
from ..model import Kind
from ..template_files import TEMPLATES
from ..templating import environment_of
from .comparing import Review, Reviewed
from .escaping import inert, inert_lines
from .marking import marked, shortened
from .written import Written

FOLDER = TEMPLATES / "beoordeling"

LIMIT = 60_000
"""GitHub refuses a comment of more than 65,536 characters."""

BLOCK = 15_000
"""No block of the comment takes more characters: one large change leaves room for the others."""

CELL = 600
"""So many characters of a text stand in a cell at most."""

MOST = 60
"""So many rows or names stand in a row at most, in a block that has room for them."""

SORTS = (CHANGED, NEW, GONE)


@dataclass(frozen=True)
class Places:
    """Where a reader of the comment finds what it speaks of; what is empty is not linked."""

    files: str = ""
    """The address before the path of a file in the new version."""
    preview: str = ""
    """The address of the preview of the site."""
    download: str = ""
    """The address at which the preview can be fetched."""
    version: str = ""
    """The commit that was reviewed."""

    def file(self, path: str, line: int = 0) -> str:
        """The address of a file, or of a line in it; empty when it is not known."""
        place = f"#L{line}" if line else ""
        # A name need not be UTF-8.
        named = quote(path, errors="surrogateescape")
        return self.files and f"{self.files.rstrip('/')}/{named}{place}"

    def page(self, address: str) -> str:
        """The address of a page in the preview; empty when there is none."""
        path, mark, anchor = address.partition("#")
        return self.preview and f"{self.preview.rstrip('/')}/{quote(path)}index.html{mark}{anchor}"


def comment(review: Review, places: Places, other: list[str]) -> str:
    """The comment. *other* are the files that changed and are no content."""
    if review.problems:
        # Of content that is not right no preview can be made.
        places = replace(places, preview="", download="")
    environment = _environment(places)

    def block(name: str, **values: object) -> str:
        """A block of the comment, with as much as fits in it."""
        template = environment.get_template(f"{name}.md.jinja")

        def made(most: int) -> str:
            return template.render(values | {"meeste": most}).strip() + "\n"

        return _fitting(made)

    counts = {sort: sum(_sort(one) == sort for one in _changed(review)) for sort in SORTS}
    first = block("kop", review=review, plaatsen=places, aantallen=counts)
    last = block("slot", review=review, overig=other)
    # Made one by one: of a thousand changes only a few have room.
    blocks = chain(
        (block("onderdeel", een=one) for one in review.items),
        (block("bladzijde", een=one) for one in review.written),
    )
    shown = list(_first(blocks, LIMIT - len(first) - len(last) - BLOCK))
    left = [_name(one) for one in list(_changed(review))[len(shown) :]]
    more = [block("meer", namen=left)] if left else []
    return "\n".join([first, *shown, *more, last]).strip() + "\n"


def _changed(review: Review) -> Iterable[Reviewed | Written]:
    return chain(review.items, review.written)


def _sort(one: Reviewed | Written) -> str:
    return one.change.sort if isinstance(one, Reviewed) else one.sort


def _name(one: Reviewed | Written) -> str:
    if isinstance(one, Written):
        return f"pagina {one.title}"
    return f"{one.item.kind.word} {one.item.titel}"


def _fitting(made: Callable[[int], str]) -> str:
    """What is made with the largest number of rows that leaves it short enough."""
    most = MOST
    while len(text := made(most)) > BLOCK and most:
        most //= 2
    return text


def _first(blocks: Iterable[str], room: int) -> Iterator[str]:
    """The blocks that have room together, up to the first that has none."""
    for block in blocks:
        room -= len(block) + 1
        if room < 0:
            return
        yield block


def _environment(places: Places) -> Environment:
    environment = environment_of(FOLDER, Environment, finalize=inert)
    environment.filters |= {"datum": dutch_date, "hoofdletter": capital, "opsomming": enumeration}
    environment.globals |= {
        "aantal": counted,
        "link": _link,
        "bestand": places.file,
        "pagina": places.page,
        "cellen": _cells,
        "weg": _way,
        "per_soort": _by_kind,
        "gebruik": _use,
        "NIEUW": NEW,
        "VERANDERD": CHANGED,
        "WEG": GONE,
    }
    return environment


def _link(words: str, address: str) -> Markup:
    """Words that lead to an address, if there is one."""
    return Markup("[{}]({})").format(inert(words), Markup(address)) if address else inert(words)


def _cells(one: Difference) -> tuple[Markup, Markup]:
    """The text before and after, with what differs marked and in view."""
    before, after = marked(one.before, one.after)
    return (
        inert_lines(shortened(before, CELL), "del"),
        inert_lines(shortened(after, CELL), "strong"),
    )


def _way(one: Difference) -> str:
    return capital(" › ".join(one.way))


def _by_kind(uses: list[Use]) -> list[tuple[Kind, list[Use]]]:
    """The users, kind by kind; they come in that order."""
    return [(kind, list(found)) for kind, found in groupby(uses, lambda use: use.node.item.kind)]


def _use(use: Use) -> str:
    via = f" (via {use.via.item.kind.word} {use.via.titel})" if use.via else ""
    return f"{use.node.titel}{via}"
