"""The fields of a model class, described once: for checks, messages, schemas, starting files, pages, facets and exports.

What pydantic does not know of a field stands beside it, as ``About(…)`` in its annotation, and what a value of a
``Literal`` is called as ``Choices(…)`` in the annotation of the literal.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo

from .docstrings import help_of
from .text import Pattern, check_line, check_text


@dataclass(frozen=True)
class Ref:
    """Marks a field that holds the id of another item, of one of these kinds."""

    kinds: tuple[str, ...]
    judgement: bool = False
    """Whether ``redactie`` may stand in the place of a source: a judgement of our own."""


@dataclass(frozen=True)
class Facet:
    """A facet of the overview of the kind: the values of a field, to filter by."""

    name: str
    """In addresses: ``bestuurslaag``."""
    title: str
    order: int
    """Its place among the facets."""
    unknown: str = ""
    """What an item without a value falls under; without it, under nothing."""
    opened: bool = False
    """Whether its options show at once."""
    score_words: tuple[str, ...] = ()
    """Of a field that holds a score: what an item with that score falls under, from 1 on."""


@dataclass(frozen=True)
class Scale:
    """A field that holds a score, as the overview of the kind uses it."""

    most: str
    """What it is called to sort by it: ``Meest dwingend``."""
    drawn: bool = True
    """Whether each entry shows it."""


@dataclass(frozen=True)
class About:
    """What a field is, besides its type."""

    label: str = ""
    """What readers call it; the name in words where it is empty."""
    note: str = ""
    """What a reader of the field must know, in a few words."""
    fact: bool = False
    """Whether it says how things are; an opinion of ours alone is not enough for these."""
    running: bool = True
    """Whether its text is running text; in a heading, a note or a fact in a table a concept is no link."""
    exemplary: bool = False
    """Whether a file to begin with shows it, though it may be left out."""
    tensed: bool = False
    """Whether each of its parts must say if it happened, was planned or is proposed."""
    today: bool = False
    """Whether it starts at the day on which someone begins to fill it in."""
    counted: str = ""
    """What it is called where the completeness of a card is counted; empty if it does not count."""
    facet: Facet | None = None
    scale: Scale | None = None


@dataclass(frozen=True)
class Choice:
    """What one value of a choice is called."""

    label: str
    plural: str = ""
    """As the heading of a list."""
    inverse: str = ""
    """Of a relation: its words on the other side."""
    explained: str = ""
    """In a sentence."""


class Choices:
    """What the values of a ``Literal`` are called; a value without words of its own is called as it is written."""

    def __init__(self, **named: str | Choice) -> None:
        self._named = {
            value: words if isinstance(words, Choice) else Choice(words)
            for value, words in named.items()
        }

    def of(self, value: str) -> Choice:
        """The words of a value."""
        return self._named.get(value, Choice(value.replace("_", " ")))


@dataclass(frozen=True)
class Limits:
    """What the values of a field stay within, as far as its type says; ``None`` where it says nothing."""

    least: float | None = None
    """The lowest number."""
    most: float | None = None
    longest: int | None = None
    """The most characters of a text."""
    utmost: int | None = None
    """The most a list may hold."""


@dataclass(frozen=True)
class Described:
    """One field of a model class."""

    model: type[BaseModel]
    """The class that has it."""
    name: str
    label: str
    about: About
    required: bool
    many: bool
    """Whether it is a list."""
    refers_to: tuple[str, ...]
    """The kinds of which it may hold an id; empty for any other field."""
    judgement: bool
    """Whether it may hold ``redactie`` instead of the id of a source."""
    text: Literal["", "paragraphs", "line"]
    """Whether it holds small Markdown."""
    choices: Mapping[str, Choice]
    """The values it may have, with their words; empty for any other field."""
    part: type[BaseModel] | None
    """The class of the part, or of each of the parts, that it holds."""
    least: int
    """Of a list: how many it holds at least, and 1 where it may be empty."""
    scalar: str
    """Name of the type of a single value: ``str``, ``int``, ``date``, ``bool``."""
    pattern: Pattern | None
    """The form that its text must have."""
    limits: Limits

    @property
    def help(self) -> str:
        """What to fill in, in Dutch."""
        return help_of(self.model, self.name)

    @property
    def leads_to(self) -> Described | None:
        """Of a field that holds links: the reference to another item than a source, within each."""
        inner = fields_of(self.part).references if self.part else ()
        return next((one for one in inner if one.refers_to != ("bron",)), None)


@dataclass(frozen=True)
class Fields:
    """The fields of one class, and those of a sort among them."""

    all: Mapping[str, Described]
    references: tuple[Described, ...] = field(init=False)
    texts: tuple[Described, ...] = field(init=False)
    parts: tuple[Described, ...] = field(init=False)

    def __post_init__(self) -> None:
        found = self.all.values()
        object.__setattr__(self, "references", tuple(one for one in found if one.refers_to))
        object.__setattr__(self, "texts", tuple(one for one in found if one.text))
        object.__setattr__(self, "parts", tuple(one for one in found if one.part))

    def __getitem__(self, name: str) -> Described:
        return self.all[name]

    def __iter__(self) -> Iterator[Described]:
        return iter(self.all.values())


@cache
def fields_of(model: type[BaseModel]) -> Fields:
    """The description of the fields of a class, in their order."""
    return Fields(
        {name: _described(model, name, info) for name, info in model.model_fields.items()}
    )


def _described(model: type[BaseModel], name: str, info: FieldInfo) -> Described:
    annotation, metadata = info.annotation, [*info.metadata, *_metadata(info.annotation)]
    about = _first(About, metadata) or About()
    ref = _first(Ref, metadata)
    values = _literal_values(annotation)
    words = _first(Choices, metadata) or Choices()
    return Described(
        model=model,
        name=name,
        label=about.label or name.replace("_", " "),
        about=about,
        required=info.is_required(),
        many=get_origin(annotation) is list,
        refers_to=ref.kinds if ref else (),
        judgement=ref.judgement if ref else False,
        text="" if ref else _text(metadata),
        choices={value: words.of(value) for value in values},
        part=_part(annotation),
        least=_bounds(info.metadata).get("min_length") or 1,
        scalar=_scalar(annotation),
        pattern=_first(Pattern, metadata),
        limits=_limits(info, get_origin(annotation) is list),
    )


def _first(sort: type[Any], metadata: list[Any]) -> Any:
    return next((one for one in metadata if isinstance(one, sort)), None)


def _metadata(annotation: Any) -> Iterator[Any]:
    """All that stands in ``Annotated``, from the outside inwards."""
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _metadata(part)


def _limits(info: FieldInfo, many: bool) -> Limits:
    """Those of the value, or of the values in a list; how many a list holds stands at the list itself."""
    own = _bounds(info.metadata)
    inner = _bounds(_metadata(info.annotation)) | ({} if many else own)
    return Limits(
        least=inner.get("ge"),
        most=inner.get("le"),
        longest=inner.get("max_length"),
        utmost=own.get("max_length") if many else None,
    )


def _bounds(metadata: Iterable[Any]) -> dict[str, Any]:
    """Name → value of the bounds among what stands in ``Annotated``, also within ``Field(…)``."""
    found: dict[str, Any] = {}
    for one in metadata:
        inner = _bounds(one.metadata) if isinstance(one, FieldInfo) else {}
        own = {name: getattr(one, name) for name in _BOUNDS if hasattr(one, name)}
        found = {**own, **inner, **found}
    return found


_BOUNDS = ("ge", "le", "min_length", "max_length")


def _text(metadata: list[Any]) -> Literal["", "paragraphs", "line"]:
    checks = [one.func for one in metadata if isinstance(one, AfterValidator)]
    return "line" if check_line in checks else "paragraphs" if check_text in checks else ""


def _literal_values(annotation: Any) -> list[str]:
    if get_origin(annotation) is Literal:
        return [str(value) for value in get_args(annotation)]
    return next((found for part in get_args(annotation) if (found := _literal_values(part))), [])


def _scalar(annotation: Any) -> str:
    """The type of a value, or of each in a list, whether it may be left out or not."""
    inner = [part for part in get_args(annotation) if part is not types.NoneType]
    if get_origin(annotation) is Literal or not inner:
        return str(getattr(annotation, "__name__", ""))
    return _scalar(inner[0])


def _part(annotation: Any) -> type[BaseModel] | None:
    """The model class within an annotation such as ``list[Factor]`` or ``Score | None``."""
    if (
        isinstance(annotation, type)
        and not isinstance(annotation, types.GenericAlias)
        and issubclass(annotation, BaseModel)
    ):
        return annotation
    if get_origin(annotation) is Literal:
        return None
    return next((found for part in get_args(annotation) if (found := _part(part))), None)


def classes_within(model: type[BaseModel]) -> list[type[BaseModel]]:
    """The class itself and the classes of all parts that it may hold, each once."""
    found = [model]
    for one in found:
        inner = dict.fromkeys(field.part for field in fields_of(one).parts if field.part)
        found += [part for part in inner if part not in found]
    return found


def model_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The model class that stands at *loc* within *model*."""
    current: type[BaseModel] | None = model
    for step in loc:
        if isinstance(step, int):
            continue
        if current is None or step not in fields_of(current).all:
            return None
        current = fields_of(current)[step].part
    return current


def fields_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> Iterator[Described]:
    """The fields that *loc* leads through within *model*, from the outside inwards."""
    current: type[BaseModel] | None = model
    for step in loc:
        if isinstance(step, str) and current is not None:
            field = fields_of(current)[step]
            yield field
            current = field.part


def label_of(part: BaseModel, name: str, value: str | None = None) -> str:
    """What readers call the value of a field. Raises ``KeyError`` for a field or a value that does not exist."""
    known = fields_of(type(part))[name].choices
    return known[getattr(part, name) if value is None else value].label


def inverse_of(part: BaseModel, name: str) -> str:
    """What the value of a field is called on the other side of a link."""
    return fields_of(type(part))[name].choices[getattr(part, name)].inverse


def labels_of(part: BaseModel, name: str) -> list[str]:
    """What readers call the values of a field that holds a list of choices."""
    known = fields_of(type(part))[name].choices
    return [known[value].label for value in getattr(part, name)]
