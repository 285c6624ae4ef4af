"""Dates, numbers and lists as Dutch readers write them."""

from __future__ import annotations

import unicodedata
from datetime import date

MONTHS = [
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
]  # fmt: skip

SENTENCE_ENDS = ".!?"
"""What a sentence may end with."""

_NUMBERS = [
    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
]  # fmt: skip


def dutch_date(day: date) -> str:
    """1 februari 2025."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def dutch_number(number: float) -> str:
    """3,59."""
    return f"{number:.2f}".replace(".", ",")


def sentence(text: str) -> str:
    """A text with a capital and a full stop."""
    text = text.strip()
    return capital(text) + ("" if text.endswith(tuple(SENTENCE_ENDS)) else ".")


def capital(text: str) -> str:
    """A text with a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def alphabetical(text: str) -> str:
    """What a text is sorted by: ``één loket`` stands among the words with an e."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def enumeration(words: list[str]) -> str:
    """Rijk, provincie en gemeente."""
    return f"{', '.join(words[:-1])} en {words[-1]}" if len(words) > 1 else "".join(words)


def number_word(number: int) -> str:
    """Drie, and from thirteen on the digits."""
    return _NUMBERS[number - 1] if 1 <= number <= len(_NUMBERS) else str(number)


def counted(number: int, one: str, many: str) -> str:
    """1 instrument, 2 instrumenten."""
    return f"{number} {one if number == 1 else many}"


def clock(minutes: int) -> str:
    """1:05: hours and minutes."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def duration(minutes: int) -> str:
    """2 uur en 30 minuten."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} uur"] if hours else []
    return " en ".join([*parts, f"{rest} minuten"] if rest else parts)
