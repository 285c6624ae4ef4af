"""Characters that come along when text is pasted from elsewhere: what each is called, and what belongs in its place.

The only place that knows them. A word processor leaves them behind without showing them; a few hide something on
purpose. ``look_over`` keeps every line in its place, so that what is wrong with the rest of a file can be told as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

TIDY = "of draai `make tidy`"
"""What is said of all that the command ``tidy`` mends."""


@dataclass(frozen=True)
class Sort:
    """Characters that are called the same, and are treated the same."""

    name: str
    """In Dutch, with its article."""
    characters: str
    """As part of a set in a regular expression."""
    instead: str | None
    """What belongs in its place; ``None`` where only a person can tell."""
    advice: str
    """What an editor does about it."""
    more: str = ""
    """What an editor may have meant by it."""
    harmless: bool = False
    """Whether it may stay: it is read as what belongs in its place."""


_DROP = "haal het weg"
_SPACE = "typ een spatie"

UNSEEN: tuple[Sort, ...] = (
    Sort("een zacht afbreekstreepje", r"\u00ad", "", _DROP),
    Sort("een spatie zonder breedte", r"\u200b", "", _DROP),
    Sort("een onzichtbaar verbindingsteken", r"\u034f\u180e\u200c\u200d\u2060-\u2064", "", _DROP),
    Sort("een byte-order mark in de tekst", r"\ufeff", "", _DROP),
    Sort("een onzichtbaar leesrichtingsteken", r"\u061c\u200e\u200f", "", _DROP),
    Sort("een verticale tab", r"\x0b", " ", _SPACE),
    Sort("een pagina-einde", r"\x0c", " ", _SPACE),
    Sort("een onzichtbaar regeleinde", r"\x85\u2028\u2029", " ", _SPACE),
    Sort("een onzichtbaar regeleinde", r"\r", None, "typ hier een gewone regel"),
    Sort(
        "een teken dat de leesrichting omkeert",
        r"\u202a-\u202e\u2066-\u2069",
        None,
        "haal het weg en lees de regel na: er kan iets anders staan dan u ziet",
    ),
    Sort(
        "een teken uit een symboollettertype",
        r"\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
        None,
        "typ het teken dat u bedoelt",
    ),
    Sort("een teken op de plek van een plaatje", r"\ufffc", None, _DROP),
    Sort("een teken dat verloren ging", r"\ufffd", None, "typ wat er stond"),
    Sort("een stuurteken", r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f", None, _DROP),
    Sort(
        "een onzichtbaar teken",
        r"\u115f\u1160\u17b4\u17b5\u206a-\u206f\u2800\u3164\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff",
        None,
        _DROP,
    ),
)
"""What no one sees, or no one can read."""

SPACES: tuple[Sort, ...] = (
    Sort("een vaste spatie", r"\u00a0\u202f", " ", _SPACE, harmless=True),
    Sort("een bijzondere spatie", r"\u1680\u2000-\u200a\u205f\u3000", " ", _SPACE, harmless=True),
)
"""Spaces that YAML and Markdown do not take for one."""

UNSEEN_SET = "".join(sort.characters for sort in UNSEEN)
"""All that no one sees, as part of a set in a regular expression."""

TAB = Sort("een tab", r"\t", " ", "gebruik spaties")
SPARE_TAB = replace(TAB, harmless=True)

BULLET = Sort("een opsommingsteken", "", "- ", "begin elke regel van een lijst met `- `")
LOOSE_BULLET = replace(
    BULLET,
    instead=None,
    advice="haal het weg, of maak er een lijst van: zet `|-` achter de naam van het veld en de tekst eronder, "
    "twee spaties verder; een lijst begint na een witregel, elke regel met `- `",
)
"""A bullet in a text that no one can see the lines of: only an editor can make it a list."""

QUOTES = Sort(
    "gekrulde aanhalingstekens om een waarde",
    "",
    "rechte aanhalingstekens",
    'typ rechte (")',
    more="; is het een citaat, zet er dan rechte omheen",
)


@dataclass(frozen=True)
class Trace:
    """A character in a text that came along."""

    line: int
    column: int
    sort: Sort
    shown: str
    """The character as it can be told: ``U+00AD``, or ``•, U+2022``."""

    @property
    def what(self) -> str:
        """``een zacht afbreekstreepje (U+00AD)``."""
        return f"{self.sort.name} ({self.shown})" if self.shown else self.sort.name


@dataclass(frozen=True)
class Seen:
    """A text after it was looked over."""

    text: str
    """The same lines, with what belongs in the place of each trace."""
    traces: list[Trace]


class Form(Enum):
    """How the lines of a text are to be read."""

    CARD = "yaml"
    """All fields."""
    ITEM = "velden boven kleine Markdown"
    """Fields, and below them a text of the small Markdown."""
    PAGE = "velden boven een pagina"
    """Fields, and below them a page that the site's generator reads as it stands."""


def look_over(text: str, form: Form, *, keep: bool = False) -> Seen:
    """What came along in a text, and the text without it; with *keep*, that which only a person can mend stays."""
    if _is_plain(text):
        return Seen(text, [])
    lines = _Lines(text, form, keep)
    for n in range(len(lines.lines)):
        lines.clean(n)
    return Seen("\n".join(lines.lines), lines.traces)


def told(traces: Iterable[Trace]) -> Iterator[tuple[Trace, str]]:
    """The first trace of each sort that may not stay, with a sentence about all of that sort."""
    found: dict[Sort, list[Trace]] = {}
    for trace in traces:
        if not trace.sort.harmless:
            found.setdefault(trace.sort, []).append(trace)
    for sort, same in found.items():
        more = f", hier en nog {len(same) - 1} keer" if len(same) > 1 else ""
        help_ = f", {TIDY}" if sort.instead is not None else ""
        yield same[0], f"{same[0].what}{more}; {sort.advice}{help_}{sort.more}"


_ANY_UNSEEN = re.compile(f"[{UNSEEN_SET}]")


def unseen_in(text: str) -> tuple[int, str] | None:
    """The first character that no one sees: its place, and what it is called."""
    found = _ANY_UNSEEN.search(text)
    return (found.start(), Trace(0, 0, _sort_of(found[0]), _code(found[0])).what) if found else None


@lru_cache(1024)
def _sort_of(character: str) -> Sort:
    return next(sort for sort in (*UNSEEN, *SPACES) if re.match(f"[{sort.characters}]", character))


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def _shown(character: str) -> str:
    code = _code(character)
    return f"{character}, {code}" if character.isprintable() else code


# Bullets that stand for nothing else, and those that may be a dash or a letter as well.
_SURE_BULLETS = "•‣◦▪▫●○■□◆◇►▶➢➤✓✔❖⁃∙"
_SYMBOL_FONT = r"\uf000-\uf0ff"
_DASHES = "–—·"
# What may stand before a value, in a line of fields.
_NAMED = r"(?: *(?:- +)*[\w-]+ *: +| *(?:- +)+)"
_BULLET = re.compile(
    rf"(?P<before> *)(?P<bullet>[{_SURE_BULLETS}{_SYMBOL_FONT}](?=\S)|[{_SURE_BULLETS}{_SYMBOL_FONT}{_DASHES}][ \t]+|o\t+)(?=\S)"
)
# In a line of fields, one that belongs to no other line: the field or the dash of YAML stands before it.
_BULLET_IN_VALUE = re.compile(
    rf"(?P<before>{_NAMED}[\"'“„]?)(?P<bullet>[{_SURE_BULLETS}{_SYMBOL_FONT}])[ \t]*(?=\S)"
)
_SAID = r"[^“”„\"\\]"
_SAID_SINGLE = r"[^‘’'\\]"
_BEFORE = rf"(?P<before>{_NAMED})"
_QUOTED = (
    (re.compile(rf"{_BEFORE}(?P<open>[“”„\"])(?P<said>{_SAID}*)(?P<close>[“”\"])(?P<after>\s*(?:#.*)?)"), '"'),
    (re.compile(rf"{_BEFORE}(?P<open>[‘’'])(?P<said>{_SAID_SINGLE}*)(?P<close>[‘’'])(?P<after>\s*(?:#.*)?)"), "'"),
    (re.compile(r"(?P<before> *(?:- +)*)(?P<open>[“”„\"])(?P<said>[\w-]+)(?P<close>[“”\"])(?P<after> *:(?: .*)?)"), '"'),
)  # fmt: skip
_IN_LIST = re.compile(r"(?<=[\[,])( *)[“”„]([^“”„\"\\,\[\]]*)[“”](?= *[,\]])")
_LIST_VALUE = re.compile(r" *(?:- +)*(?:[\w-]+ *: +)?\[.*\]\s*(?:#.*)?")
_CURLY = frozenset("“”„‘’")


_NOT_UNSEEN_TO_PYTHON = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffd"
_RARE = (*_SURE_BULLETS, *_NOT_UNSEEN_TO_PYTHON)
_CURLY_NEAR = (": “", "- “", ": ”", ": „", ": ‘", ": ’", "- ‘", "[“", "”\n", "’\n", "”:")
_DASH_FIRST = re.compile(rf"\n *[{_DASHES}] ")


def _is_plain(text: str) -> bool:
    """Whether a text surely holds nothing that is sought here; each file pays for this, so in few steps."""
    return (
        text.replace("\n", "").isprintable()
        and not any(one in text for one in _RARE)
        and not any(near in text for near in _CURLY_NEAR)
        and not _DASH_FIRST.search(text)
        and not text.endswith(("”", "’"))
    )


class Part(Enum):
    """What a line belongs to."""

    FIELDS = 1
    LITERAL = 2
    """A block of which the lines stay lines (``|``)."""
    FOLDED = 3
    """A block of which the lines become one (``>``)."""
    BODY = 4
    """The text under the fields."""
    CODE = 5


_FENCE = re.compile(r"---[ ]*")
_CODE_FENCE = re.compile(r" {0,3}(?:```|~~~)")
BLOCK = re.compile(r"(?:^|.*[:-]) +(?P<sign>[|>])[-+0-9]* *(?:#.*)?")
"""The line above a block of text."""


def parts_of(lines: list[str], form: Form) -> list[Part]:
    """What each line belongs to."""
    end = _end_of_fields(lines, form)
    found = list(_parts_of_fields(lines[:end]))
    code = False
    for line in lines[end:]:
        fence = form is Form.PAGE and _CODE_FENCE.match(line) is not None
        found.append(Part.CODE if code or fence else Part.BODY)
        code ^= fence
    return found


def _end_of_fields(lines: list[str], form: Form) -> int:
    if form is Form.CARD:
        return len(lines)
    if not _FENCE.fullmatch(lines[0]):
        return 0
    ends = (n for n in range(1, len(lines)) if _FENCE.fullmatch(lines[n]))
    return next(ends, len(lines) - 1) + 1


def _parts_of_fields(lines: list[str]) -> Iterator[Part]:
    part, outer, inner = Part.FIELDS, 0, 0
    for line in lines:
        depth = len(line) - len(line.lstrip(" "))
        if part is not Part.FIELDS and line.strip():
            # The first line of a block says how deep it stands.
            inner = inner or depth
            if depth < inner or depth <= outer:
                part = Part.FIELDS
        yield part
        if part is Part.FIELDS and (found := BLOCK.fullmatch(line)):
            part = Part.LITERAL if found["sign"] == "|" else Part.FOLDED
            outer, inner = depth, 0


class _Lines:
    """The lines of a text, that are cleaned one by one."""

    def __init__(self, text: str, form: Form, keep: bool) -> None:
        self.form = form
        self.keep = keep
        self.traces: list[Trace] = []
        self.lines = text.split("\n")
        self.parts = parts_of([_SPACE_LIKE.sub(" ", line) for line in self.lines], form)

    def clean(self, n: int) -> None:
        """Take out of a line what came along."""
        self._replace(n, _MENDED)
        self._spaces(n)
        told = self._bullet(n)
        if self.parts[n] is Part.FIELDS:
            self._quotes(n)
        self._tabs(n, told)
        if not self.keep:
            self._replace(n, _NOT_MENDED)

    def _note(self, n: int, column: int, sort: Sort, shown: str) -> None:
        self.traces.append(Trace(n + 1, column + 1, sort, shown))

    def _replace(self, n: int, pattern: re.Pattern[str], end: int | None = None) -> None:
        def instead(found: re.Match[str]) -> str:
            sort = _sort_of(found[0])
            if sort.harmless and end is not None:
                sort = _NEEDED_SPACE
            self._note(n, found.start(), sort, _code(found[0]))
            return sort.instead or ""

        line = self.lines[n]
        self.lines[n] = pattern.sub(instead, line[:end]) + (line[end:] if end is not None else "")

    def _spaces(self, n: int) -> None:
        """Make plain spaces of others. On a page they may stand between words, but not where its markup asks for one."""
        if self.form is not Form.PAGE or self.parts[n] not in (Part.BODY, Part.CODE):
            self._replace(n, _SPACE_LIKE)
        elif self.parts[n] is Part.BODY and (markup := _MARKUP.match(self.lines[n])):
            self._replace(n, _SPACE_LIKE, markup.end())

    def _bullet(self, n: int) -> int:
        """Make an item of a line that starts with a bullet; where that cannot be, how much of the line is told of."""
        line, part = self.lines[n], self.parts[n]
        found = _BULLET.match(line)
        own_line = found is not None
        if part is Part.FIELDS and not found:
            found = _BULLET_IN_VALUE.match(line)
        if not found or part is Part.CODE:
            return 0
        bullet = found["bullet"][0]
        if bullet in _DASHES and not self._is_list(n, bullet):
            return 0
        makes_list = own_line and (
            part is not Part.FIELDS or self._may_start_item(n, len(found["before"]))
        )
        sort = BULLET if makes_list else LOOSE_BULLET
        self._note(n, found.start("bullet"), sort, _shown(bullet))
        if makes_list or not self.keep:
            mark = "-" if makes_list else "•"
            self.lines[n] = f"{found['before']}{mark} {line[found.end() :]}"
        return 0 if makes_list else found.end()

    def _is_list(self, n: int, dash: str) -> bool:
        """Whether a dash starts an item: a sentence that goes on with a dash stands among other lines of words."""
        before = self.lines[n - 1].strip() if n else ""
        after = self.lines[n + 1].strip() if n + 1 < len(self.lines) else ""
        return (
            not before
            or before.startswith(("- ", f"{dash} "))
            or after.startswith(f"{dash} ")
            or before.endswith(":")
            or self.parts[n - 1] is not self.parts[n]
        )

    def _may_start_item(self, n: int, depth: int) -> bool:
        """Whether a line of fields can be an item of a list: after a field without a value, or another item."""
        above = next((m for m in range(n - 1, -1, -1) if self.lines[m].strip()), None)
        if above is None:
            return False
        before = self.lines[above]
        outer = len(before) - len(before.lstrip(" "))
        if outer == depth:
            return before.lstrip(" ").startswith("- ")
        return outer < depth and before.rstrip().endswith(":")

    def _quotes(self, n: int) -> None:
        line = self.lines[n]
        if not _CURLY & set(line):
            return
        for pattern, straight in _QUOTED:
            found = pattern.fullmatch(line)
            if found and _CURLY & {found["open"], found["close"]}:
                self._note(n, found.start("open"), QUOTES, "")
                said = f"{straight}{found['said']}{straight}"
                self.lines[n] = f"{found['before']}{said}{found['after']}"
                return
        if _LIST_VALUE.fullmatch(line) and (first := _IN_LIST.search(line)):
            self._note(n, first.end(1), QUOTES, "")
            self.lines[n] = _IN_LIST.sub(r'\1"\2"', line)

    def _tabs(self, n: int, told: int) -> None:
        """Tabs between words become spaces. How deep a line stands with a tab in front of it, is not told here."""
        line, part = self.lines[n], self.parts[n]
        if "\t" not in line or (self.form is Form.PAGE and part in (Part.BODY, Part.CODE)):
            return
        start = max(told, len(line) - len(line.lstrip(" \t")))
        words = line[start:]
        comment = part is Part.FIELDS and words.startswith("#")
        for found in re.finditer(r"\t+", words):
            spare = comment or not words[found.end() :].strip()
            self._note(n, start + found.start(), SPARE_TAB if spare else TAB, _code("\t"))
        self.lines[n] = line[:start] + re.sub(r"\t+", " ", words)
        if part is Part.BODY and "\t" in line[:start]:
            self._note(n, line.index("\t"), replace(TAB, instead=None), _code("\t"))


_SPACE_LIKE_SET = "".join(sort.characters for sort in SPACES)
_SPACE_LIKE = re.compile(f"[{_SPACE_LIKE_SET}]")
_NEEDED_SPACE = replace(SPACES[0], name="een bijzondere spatie na een opmaakteken", harmless=False)
# The start of a heading, a quotation or an item of a list.
_MARKUP = re.compile(
    rf"(?:[ {_SPACE_LIKE_SET}]*(?:[-*+>]|#{{1,6}}|[0-9]+\.)(?=[ {_SPACE_LIKE_SET}]))+[ {_SPACE_LIKE_SET}]*"
)
_MENDED = re.compile(f"[{''.join(sort.characters for sort in UNSEEN if sort.instead is not None)}]")
_NOT_MENDED = re.compile(f"[{''.join(sort.characters for sort in UNSEEN if sort.instead is None)}]")
