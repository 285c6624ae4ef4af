"""A title → a commented file to start from: a concept, with a real example beside each field.

Made of the model and of the catalogue itself, so it never lags behind them.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from ..anchors import is_reserved
from ..concepts import BLANK
from ..model import KINDS, Item, Kind
from ..model.base import CONCEPT, Herkomst, in_order
from ..model.fields import Described, fields_of
from ..permalinks import redirects, used_before
from ..problem import one_line
from ..reading import BELOW, plain_value
from ..shelf import Loaded, is_inside


class NotStartedError(Exception):
    """No file was made; the message says why."""


def slug(title: str) -> str:
    """Bestuurlijk overleg → bestuurlijk-overleg."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-")


def start(root: Path, kind_name: str, title: str, today: date, models: Sequence[Item] = ()) -> Path:
    """Write the starting file of a new card. Raises ``NotStartedError``, or ``ContentError`` for a list of addresses that
    cannot be read; overwrites nothing. *models* are the items of its kind that there are.
    """
    kind = KINDS[kind_name]
    id = slug(title)
    if not id:
        raise NotStartedError(
            f"Van “{title}” is geen bestandsnaam te maken; gebruik letters of cijfers."
        )
    if is_reserved(kind, id, {one.id for one in models}):
        raise NotStartedError(f"“{id}” is gereserveerd; kies een andere naam.")
    if redirects(root).get(kind.address(id)):
        raise NotStartedError(used_before(kind.address(id)))
    if not is_inside(root, kind.folder):
        raise NotStartedError(f"{kind.folder} is een koppeling naar elders; daar komt niets bij.")
    path = root / kind.file(id)
    text = starting_text(kind, id, title, today, models)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        # Exclusively: nothing is overwritten, and a link that stands there is not followed.
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise NotStartedError(f"{kind.file(id)} bestaat al.") from None
    return path


MOST_NEAR = 5
"""So many items that are called nearly the same are named; more helps no one."""


def called_nearly(items: Iterable[Loaded], title: str) -> list[Loaded]:
    """The items that are called nearly so, by any of their names: the nearest first."""
    found = [(_nearness(title, one.item), one) for one in items]
    near = [(nearness, one) for nearness, one in found if nearness > 0]
    near.sort(key=lambda pair: (-pair[0], pair[1].item.titel, pair[1].document.path))
    return [one for _, one in near[:MOST_NEAR]]


def _nearness(title: str, item: Item) -> float:
    names = (item.id, *(slug(name) for name in (item.titel, *item.synoniemen)))
    return max(_likeness(slug(title), name) for name in names)


def _likeness(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1; 0 when it is no use to name the other."""
    alike = SequenceMatcher(None, one, other).ratio()
    words, others = set(one.split("-")), set(other.split("-"))
    within = words <= others or others <= words
    return alike if alike >= 0.8 or (within and alike >= 0.5) else 0


def starting_text(kind: Kind, id: str, title: str, today: date, models: Iterable[Item] = ()) -> str:
    """The text of the starting file: required fields to fill in, the others as comments.

    *models* are the items of the kind that there are; the examples come from them, from the fullest first.
    """
    fullest = sorted(models, key=lambda one: (-len(one.model_fields_set), one.id))
    known: dict[str, str] = {
        # Quoted where YAML would read a number or a truth value.
        "id": id if plain_value(id) == id else f'"{id}"',
        "titel": f'"{one_line(title, 200).replace(chr(92), "").replace(chr(34), "”")}"',
        "status": CONCEPT,
        "beoordeeld_op": today.isoformat(),
        "beoordelen_voor": (today + timedelta(days=365)).isoformat(),
    }
    body = [line for field in fields_of(kind.model) for line in _field(field, known, fullest)]
    fence = ["---"] if kind.suffix == ".md" else []
    return "\n".join([*fence, *_head(kind, fullest), "", *body, *fence]) + "\n"


def _head(kind: Kind, models: Sequence[Item]) -> Iterator[str]:
    yield f"# {kind.word.capitalize()}: vul in wat de bronnen zeggen en laat weg wat ze niet zeggen."
    yield f"# Zolang er `status: {CONCEPT}` staat, komt dit niet op de site en mag het half af zijn."
    yield f"# Waar {BLANK} staat, is iets in te vullen; achter `bv.` staat een voorbeeld uit de catalogus."
    yield "# Haal het hekje weg bij een veld dat u gebruikt, en gooi weg wat u niet gebruikt."
    yield "# Uitleg: docs/meedoen/kaart-maken.md. Kijken of het klopt: make check"
    if models:
        yield f"# Een voorbeeld om naast te leggen: {kind.file(models[0].id)}"


def _field(field: Described, known: Mapping[str, str], models: Sequence[Item]) -> Iterator[str]:
    if field.name == BELOW:
        return
    text = field.help
    if field.choices:
        text += f" Mogelijk: {', '.join(field.choices)}."
    yield from textwrap.wrap(text, 98, initial_indent="# ", subsequent_indent="# ")
    mark = "" if field.required or field.name == "status" else "# "
    own = [f"{field.name}: {known[field.name]}"] if field.name in known else None
    yield from (f"{mark}{line}" for line in own or _lines(field, models))
    yield ""


def _lines(field: Described, holders: Sequence[BaseModel]) -> list[str]:
    """The field to fill in, with an example of it from the first of these that has it."""
    values = [value for one in holders if (value := getattr(one, field.name))]
    if field.part is None:
        return [f"{field.name}: {f'[{BLANK}]' if field.many else BLANK}{_beside(field, values)}"]
    parts = [part for value in values for part in (value if field.many else [value])]
    inner, spare = _part_of(field, field.part, sorted(map(_with_source, parts), key=_is_judgement))
    lines = [line for _ in range(field.least) for line in _indented(field, inner)]
    also = f"  # kan ook: {', '.join(spare)}" if spare else ""
    return [f"{field.name}:{also}", *lines]


def _with_source(part: BaseModel) -> BaseModel:
    """The part; a judgement of ours as if it came from the source that it rests on, which is what one should name."""
    if isinstance(part, Herkomst) and part.is_redactie and part.ook:
        return part.model_copy(update={"bron": part.ook[0].bron, "plaats": part.ook[0].plaats})
    return part


def _is_judgement(part: BaseModel) -> bool:
    return isinstance(part, Herkomst) and part.is_redactie


def _indented(field: Described, lines: list[str]) -> Iterator[str]:
    for n, line in enumerate(lines):
        dash = "" if not field.many else "- " if n == 0 else "  "
        yield f"  {dash}{line}"


def _part_of(
    holder: Described, model: type[BaseModel], parts: list[BaseModel]
) -> tuple[list[str], list[str]]:
    """The lines of a part: the fields that an example has, and those that it cannot do without; and what it may also have."""
    # What is said comes first, where it stands in the source last.
    inner = in_order(model)
    wanted = [one for one in inner if _is_wanted(holder, model, one)]
    example = max(parts, key=lambda part: sum(_has(part, one) for one in wanted), default=None)
    shown = [one for one in inner if _is_shown(one, wanted, example)]
    lines = [
        f"{line}{_allowed(one, line)}"
        for one in shown
        for line in _lines(one, [example] if example else [])
    ]
    return lines, [one.name for one in wanted if one not in shown]


def _allowed(field: Described, line: str) -> str:
    """What may stand in a field of a part, after its example if it has one; above a field of a card its help says it."""
    if len(field.choices) < 2:
        return ""
    return f"{';' if EXAMPLE in line else '  #'} mogelijk: {', '.join(field.choices)}"


def _is_shown(field: Described, wanted: list[Described], example: BaseModel | None) -> bool:
    """Whether a part has this field in the file: as its example has it, with what stands there instead of another."""
    if example is None or field.required:
        return field in wanted
    instead = any(one.about.exemplary and not _has(example, one) for one in wanted)
    own = field.name not in Herkomst.model_fields and field.part is None
    return _has(example, field) and (field in wanted or (instead and own))


def _has(part: BaseModel, field: Described) -> bool:
    return getattr(part, field.name) not in (None, [])


def _is_wanted(holder: Described, model: type[BaseModel], field: Described) -> bool:
    """Whether an example of what *holder* holds shows this field: what must be there, and where it stands in the source."""
    if field.required or field.about.exemplary or field.name == "plaats":
        return True
    if field.name == "stand":
        return holder.about.tensed
    return not issubclass(model, Herkomst) and field.name not in _SPARE


_SPARE = ("nieuwe_stijl", "noot")

EXAMPLE = "  # bv. "
LONGEST = 72
"""So much of a text is an example; whoever wants all of it opens the card."""


def _beside(field: Described, values: Sequence[Any]) -> str:
    """The example that stands beside a field, as one writes it there; nothing when there is none."""
    if not values:
        return ""
    value = values[0]
    shown = _few(value, field.least) if isinstance(value, list) else _shortened(value)
    text = yaml.safe_dump(shown, default_flow_style=True, allow_unicode=True, width=float("inf"))
    return EXAMPLE + text.removesuffix("...\n").strip()


def _few(values: list[Any], least: int) -> list[Any]:
    """The first of a list: as many as fit, and no fewer than there must be."""
    shown: list[Any] = []
    for one in map(_shortened, values):
        if len(shown) >= least and len(str([*shown, one])) > LONGEST:
            break
        shown.append(one)
    return shown


def _shortened(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    line = " ".join(value.split())
    if len(line) <= LONGEST:
        return line
    # A link that is cut in two is no text.
    return f"{line[:LONGEST].partition('[')[0].rpartition(' ')[0]} {BLANK}"
