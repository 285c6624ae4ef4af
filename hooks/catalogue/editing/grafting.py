"""A file as it was, and as a program wrote it anew → the file as it was, with only the values that changed.

A form reads a card, and writes all of it again: other line ends, other quotes, no comments. Here the old text stays, and
each value that is another one now is put in its place. What comes out means what the form saved, or it is not used.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

import yaml
from pydantic import BaseModel

from ..model import Kind
from ..model.base import in_order
from ..model.fields import Described, fields_of
from ..reading import plain_value, read_yaml, split_front_matter

WIDTH = 118
"""How long a line may be, with what stands before it."""

ALIKE = 0.4
"""From which share of what they say on, two parts of a list are taken for the same part, changed."""

MOST_PAIRS = 2500
"""More pairs of parts than this are not compared with each other: that would take too long."""

FENCE = "---\n"


class NotGraftedError(Exception):
    """The old text could not be made to mean the new data."""


def graft(old: str, new: str, kind: Kind, shown: str) -> str:
    """The text *old* with what *new* says. Raises ``ContentError`` if either cannot be read, or ``NotGraftedError``."""
    was, body = _parts(old, shown, kind)
    now, below = _parts(new, shown, kind)
    body = body if body.strip() == below.strip() else _body(below)
    fields = _grafted(was, now, kind.model, shown)
    return f"{FENCE}{fields}{FENCE}{body}" if kind.suffix == ".md" else fields


def laid_out(new: str, kind: Kind, shown: str) -> str:
    """What a new file says, in the order and the form of the others. Raises ``ContentError``."""
    now, below = _parts(new, shown, kind)
    data = _without_empty(_tree(now, shown).fields(kind.model), {}, kind.model)
    fields = _Writer().mapping(data, kind.model, 0) + "\n"
    return f"{FENCE}{fields}{FENCE}{_body(below)}" if kind.suffix == ".md" else fields


def _grafted(old: str, new: str, model: type[BaseModel], shown: str) -> str:
    was, now = _tree(old, shown), _tree(new, shown)
    wanted = _without_empty(now.fields(model), was.fields(model), model)
    result = _Grafter(old).run(was, wanted, model)
    if _tree(result, shown).fields(model) != wanted:
        raise NotGraftedError
    return result


# A file


def _parts(text: str, shown: str, kind: Kind) -> tuple[str, str]:
    """The fields of a file, and the text under them."""
    return split_front_matter(text, shown) if kind.suffix == ".md" else (text, "")


def _body(text: str) -> str:
    return f"\n{text.strip()}\n" if text.strip() else ""


# A text → values with their places


@dataclass(frozen=True)
class _Value:
    """A value in a text, and where it stands."""

    node: yaml.Node
    text: str

    @property
    def start(self) -> int:
        return int(self.node.start_mark.index)

    @cached_property
    def end(self) -> int:
        """Where the last sign of it stands; a comment or an empty line after it is not of it."""
        if self.is_block and (inner := [*self.items, *self.entries.values()]):
            return max(one.end for one in inner)
        end = int(self.node.end_mark.index)
        block = isinstance(self.node, yaml.ScalarNode) and self.node.style in ("|", ">")
        return self.start + len(self.text[self.start : end].rstrip()) if block else end

    @property
    def is_block(self) -> bool:
        return isinstance(self.node, yaml.CollectionNode) and not self.node.flow_style

    @cached_property
    def keys(self) -> dict[str, yaml.Node]:
        """Of a mapping: its keys, in the order in which they stand."""
        pairs = self.node.value if isinstance(self.node, yaml.MappingNode) else []
        return {key.value: key for key, _ in pairs}

    def key_at(self, name: str) -> int:
        """Where a key starts."""
        return int(self.keys[name].start_mark.index)

    @cached_property
    def entries(self) -> dict[str, _Value]:
        pairs = self.node.value if isinstance(self.node, yaml.MappingNode) else []
        return {key.value: _Value(value, self.text) for key, value in pairs}

    @cached_property
    def items(self) -> list[_Value]:
        items = self.node.value if isinstance(self.node, yaml.SequenceNode) else []
        return [_Value(item, self.text) for item in items]

    def fields(self, model: type[BaseModel] | None) -> dict[str, Any]:
        """What a mapping says."""
        return {name: one.data(_field(model, name)) for name, one in self.entries.items()}

    def data(self, field: Described | None) -> Any:
        """What it says; what the model takes for text is text, whatever YAML would read in it."""
        if isinstance(self.node, yaml.MappingNode):
            return self.fields(_part(field))
        if isinstance(self.node, yaml.SequenceNode):
            return [one.data(field) for one in self.items]
        assert isinstance(self.node, yaml.ScalarNode)
        return _scalar(self.node, field)


def _tree(text: str, shown: str) -> _Value:
    # First with all that is refused there: an alias, a tag, fields too deep.
    read_yaml(text, shown)
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert node is not None
    return _Value(node, text)


def _field(model: type[BaseModel] | None, name: str) -> Described | None:
    """A field with this name; nothing when the model does not know it."""
    return fields_of(model).all.get(name) if model else None


def _part(field: Described | None) -> type[BaseModel] | None:
    return field.part if field else None


def _scalar(node: yaml.ScalarNode, field: Described | None) -> Any:
    if field is None:
        return node.value if node.style else plain_value(node.value)
    if field.scalar not in ("date", "int", "float", "bool"):
        # Space around a text means nothing, and a form adds it unseen; no text is an empty one.
        empty = not node.style and plain_value(node.value) is None
        return "" if empty else node.value.strip()
    value = plain_value(node.value.strip())
    return float(value) if field.scalar == "float" and type(value) is int else value


# What a form leaves behind of what nobody filled in


def _without_empty(data: Any, before: Any, model: type[BaseModel] | None) -> Any:
    """The data without what is empty, but where it was empty before, or where what must be there was taken away."""
    if isinstance(data, list):
        old = [*(before if isinstance(before, list) else []), *[None] * len(data)]
        found = [_without_empty(one, was, model) for one, was in zip(data, old, strict=False)]
        return [one for one in found if not _is_empty(one)]
    if not isinstance(data, dict):
        return data
    known = before if isinstance(before, dict) else {}
    result = {}
    for name, value in data.items():
        field = _field(model, name)
        kept = _without_empty(value, known.get(name), _part(field))
        if name in known and value == known[name]:
            result[name] = value
        elif not _is_empty(kept) or (name in known and field and field.required):
            result[name] = kept
    return result


def _is_empty(value: Any) -> bool:
    return value is None or value == "" or value == [] or value == {}


# The old text, value by value


@dataclass(frozen=True)
class _Edit:
    start: int
    end: int
    text: str


class _Grafter:
    """One text, and what must be put in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._edits: list[_Edit] = []

    def run(self, was: _Value, wanted: Any, model: type[BaseModel]) -> str:
        """The text with every value that is wanted."""
        if not was.is_block or not isinstance(wanted, dict):
            raise NotGraftedError
        self._mapping(was, wanted, model)
        result = self._text
        # From the end, so that places stay right; what comes in at one place stays in order.
        ordered = sorted(self._edits, key=lambda one: (one.start, one.end))
        for edit in reversed(ordered):
            result = result[: edit.start] + edit.text + result[edit.end :]
        return result

    def _mapping(self, was: _Value, wanted: dict[str, Any], model: type[BaseModel] | None) -> None:
        kept = [name for name in was.keys if name in wanted]
        if not kept:
            # Nothing of it is left; it is another part.
            raise NotGraftedError
        column = _column(self._text, was.key_at(next(iter(was.keys))))
        for name in kept:
            self._entry(was, name, wanted[name], model, column)
        self._take_keys(was, kept)
        self._add_keys(was, kept, wanted, model, column)

    def _entry(
        self, was: _Value, name: str, wanted: Any, model: type[BaseModel] | None, column: int
    ) -> None:
        old, field = was.entries[name], _field(model, name)
        before = old.data(field)
        if before == wanted:
            return
        if _is_changed(old, wanted):
            self._mapping(old, wanted, _part(field))
        elif old.is_block and isinstance(wanted, list) and (pairs := _paired(before, wanted)):
            self._sequence(old, wanted, pairs, field)
        else:
            start = int(was.keys[name].end_mark.index)
            text = self._writer(old).value(wanted, field, column)
            self._edits.append(_Edit(start, max(old.end, start + 1), f":{text}"))

    def _take_keys(self, was: _Value, kept: list[str]) -> None:
        names = list(was.keys)
        for n, name in enumerate(names):
            if name in kept:
                continue
            start = was.key_at(name)
            own_line = not self._text[_line_start(self._text, start) : start].strip()
            if own_line:
                self._take_lines(start, was.entries[name].end)
            else:
                # It stands behind the mark of a list; what follows moves there.
                self._edits.append(_Edit(start, was.key_at(names[n + 1]), ""))

    def _take_lines(self, start: int, end: int) -> None:
        first, last = _line_start(self._text, start), _line_end(self._text, end)
        self._edits.append(_Edit(first, last + 1, ""))

    def _add_below(self, value: _Value, text: str) -> None:
        end = _line_end(self._text, value.end)
        self._edits.append(_Edit(end, end, text))

    def _add_keys(
        self,
        was: _Value,
        kept: list[str],
        wanted: dict[str, Any],
        model: type[BaseModel] | None,
        column: int,
    ) -> None:
        """Each new field behind those that come before it in the model."""
        order = _order(model, [*was.keys, *wanted])
        added: dict[str, list[str]] = {}
        for name in sorted(wanted, key=order.__getitem__):
            if name not in was.keys:
                before = [one for one in kept if order[one] < order[name]]
                added.setdefault(before[-1] if before else "", []).append(name)
        for place, names in added.items():
            lines = [_Writer().entry(one, wanted[one], model, column) for one in names]
            if place:
                text = "".join(f"\n{' ' * column}{one}" for one in lines)
                self._add_below(was.entries[place], text)
            else:
                start = was.key_at(kept[0])
                text = "".join(f"{one}\n{' ' * column}" for one in lines)
                self._edits.append(_Edit(start, start, text))

    def _sequence(
        self,
        was: _Value,
        wanted: list[Any],
        pairs: list[tuple[int, int]],
        field: Described | None,
    ) -> None:
        old = [one.data(field) for one in was.items]
        dashes = [self._text.rindex("-", 0, one.start) for one in was.items]
        column = _column(self._text, dashes[0])
        stays = dict(pairs)
        for n, item in enumerate(was.items):
            if n not in stays:
                self._take_lines(dashes[n], item.end)
            elif old[n] != wanted[stays[n]]:
                self._item(item, dashes[n], wanted[stays[n]], field)
        moved: dict[str, list[str]] = {}
        for n, item in enumerate(was.items):
            if n not in stays:
                moved.setdefault(_known_by(old[n]), []).append(self._text[dashes[n] : item.end])
        where = {new: old_place for old_place, new in pairs}
        place: int | None = None
        for n, value in enumerate(wanted):
            if n in where:
                place = where[n]
                continue
            same = moved.get(_known_by(value))
            text = same.pop(0) if same else _Writer().item(value, field, column)
            if place is None:
                start = dashes[min(stays)]
                self._edits.append(_Edit(start, start, f"{text}\n{' ' * column}"))
            else:
                self._add_below(was.items[place], f"\n{' ' * column}{text}")

    def _item(self, was: _Value, dash: int, wanted: Any, field: Described | None) -> None:
        if _is_changed(was, wanted):
            self._mapping(was, wanted, _part(field))
            return
        text = self._writer(was).item(wanted, field, _column(self._text, dash))
        self._edits.append(_Edit(dash, was.end, text))

    def _writer(self, was: _Value) -> _Writer:
        """Writes what takes the place of a value: in its style, and on one line if something stands behind it."""
        rest = self._text[was.end : _line_end(self._text, was.end)]
        return _Writer(
            style=was.node.style if isinstance(was.node, yaml.ScalarNode) else None,
            flow=isinstance(was.node, yaml.SequenceNode) and bool(was.node.flow_style),
            one_line=bool(rest.strip()),
        )


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _column(text: str, at: int) -> int:
    return at - _line_start(text, at)


def _order(model: type[BaseModel] | None, names: Iterable[str]) -> dict[str, int]:
    """Name → place: first the fields that the model knows, in their order."""
    known = [one.name for one in in_order(model)] if model else []
    return {name: n for n, name in enumerate(dict.fromkeys([*known, *names]))}


def _is_changed(was: _Value, wanted: Any) -> bool:
    """Whether it is the same part with other values, and so can stay where it stands."""
    return was.is_block and isinstance(wanted, dict) and bool(was.keys.keys() & wanted.keys())


def _known_by(value: Any) -> str:
    """By what a part of a list is known that is the same elsewhere in it."""
    return json.dumps(value, sort_keys=True, default=str)


# Which parts of a list are the same, changed


def _paired(old: list[Any], new: list[Any]) -> list[tuple[int, int]]:
    """The places of parts that stay, in both lists in the same order; as much alike as can be."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    same = [(n, n) for n in range(start)]
    tail = [(len(old) - n, len(new) - n) for n in range(end, 0, -1)]
    middle = _best(old[start : len(old) - end], new[start : len(new) - end])
    return [*same, *((n + start, m + start) for n, m in middle), *tail]


def _best(old: list[Any], new: list[Any]) -> list[tuple[int, int]]:
    """The pairs, none crossing another, that are together most alike; none of lists too long to compare."""
    if len(old) * len(new) > MOST_PAIRS:
        return []
    score = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[_alike(one, other) for other in new] for one in old]
    for n in range(len(old) - 1, -1, -1):
        for m in range(len(new) - 1, -1, -1):
            pair = alike[n][m] + score[n + 1][m + 1] if alike[n][m] >= ALIKE else 0.0
            score[n][m] = max(pair, score[n + 1][m], score[n][m + 1])
    found, n, m = [], 0, 0
    while n < len(old) and m < len(new):
        if alike[n][m] >= ALIKE and score[n][m] == alike[n][m] + score[n + 1][m + 1]:
            found.append((n, m))
            n, m = n + 1, m + 1
        elif score[n][m] == score[n + 1][m]:
            n += 1
        else:
            m += 1
    return found


def _alike(one: Any, other: Any) -> float:
    """0 for nothing in common, 1 for the same."""
    if one == other:
        return 1.0
    if isinstance(one, dict) and isinstance(other, dict):
        names = one.keys() | other.keys()
        return sum(_alike(one.get(name), other.get(name)) for name in names) / len(names)
    if isinstance(one, str) and isinstance(other, str):
        return SequenceMatcher(None, one, other, autojunk=False).quick_ratio() * 0.99
    return 0.0


# Values → text, as the cards are written


@dataclass(frozen=True)
class _Writer:
    """Writes values as the cards do: one line if it fits, else folded; several paragraphs line by line."""

    style: str | None = None
    """How the text stood that this takes the place of."""
    flow: bool = False
    """Whether the list stood between brackets."""
    one_line: bool = False

    def mapping(self, data: dict[str, Any], model: type[BaseModel] | None, column: int) -> str:
        order = _order(model, data)
        names = sorted(data, key=order.__getitem__)
        return f"\n{' ' * column}".join(self.entry(one, data[one], model, column) for one in names)

    def entry(self, name: str, value: Any, model: type[BaseModel] | None, column: int) -> str:
        """A field with its value."""
        key = _on_one_line(name, bracketed=True)
        return f"{key}:{_Writer().value(value, _field(model, name), column, len(key) + 2)}"

    def item(self, value: Any, field: Described | None, column: int) -> str:
        """A part of a list, with its mark."""
        if isinstance(value, dict) and value:
            return f"- {_Writer().mapping(value, _part(field), column + 2)}"
        return f"-{self.value(value, field, column, 2)}"

    def value(self, value: Any, field: Described | None, column: int, used: int = 12) -> str:
        """What stands behind a colon or a mark, with the space or the line end before it."""
        below = f"\n{' ' * (column + 2)}"
        if isinstance(value, dict) and value:
            return below + _Writer().mapping(value, _part(field), column + 2)
        if isinstance(value, list) and value:
            line = self._between_brackets(value, field, column)
            if line and column + used + len(line) <= WIDTH:
                return f" {line}"
            inner = replace(self, style=None)
            return "".join(below + inner.item(one, field, column + 2) for one in value)
        if isinstance(value, str):
            return f" {self._text(value, column, used)}"
        return f" {_simple(value)}"

    def _between_brackets(self, values: list[Any], field: Described | None, column: int) -> str:
        # The cards have choices on one line, and ids as well where they stand within a part.
        wanted = self.flow or bool(field and (field.choices or (field.refers_to and column)))
        if not wanted or any(isinstance(one, (dict, list)) for one in values):
            return ""
        shown = [
            _on_one_line(one, bracketed=True) if isinstance(one, str) else _simple(one)
            for one in values
        ]
        return f"[{', '.join(shown)}]"

    def _text(self, text: str, column: int, used: int) -> str:
        short = _on_one_line(text)
        fits = column + used + len(short) <= WIDTH and self.style not in ("|", ">")
        if not text or self.one_line or (fits and "\n" not in text):
            return short
        indent = " " * (column + 2)
        if text != text.strip() or (not text.isprintable() and "\n" not in text):
            return short
        if "\n" in text or self.style == "|":
            lines = "\n".join(indent + one if one else "" for one in text.split("\n"))
            return short if " \n" in text else f"|-\n{lines}"
        if "  " in text:
            return short
        folded = textwrap.wrap(
            text, WIDTH - len(indent), break_long_words=False, break_on_hyphens=False
        )
        return ">-\n" + "\n".join(indent + one for one in folded)


def _simple(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if value is None:
        return "null"
    return "[]" if value == [] else "{}" if value == {} else str(value)


def _on_one_line(text: str, *, bracketed: bool = False) -> str:
    if plain_value(text) == text and _is_plain(text, bracketed):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return f"'{text}'" if '"' in text and not {"'", "\\", "\n"} & set(text) else quoted


def _is_plain(text: str, bracketed: bool = False) -> bool:
    """Whether YAML reads it as it stands, behind a colon or between brackets."""
    if not text or not text.isprintable():
        return False
    try:
        node = yaml.compose(f"[{text}]" if bracketed else f"- {text}", Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return False
    one = node.value[0] if isinstance(node, yaml.SequenceNode) and len(node.value) == 1 else None
    return isinstance(one, yaml.ScalarNode) and not one.style and one.value == text
