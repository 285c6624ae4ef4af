"""Names of a page → more words that must lead to it.

Pagefind stems every word, on the page and in the query, and matches the beginning of a word. It does not know the last
part of a compound, a form that its stemmer misses, or a slip of the pen; those come from here. The vocabulary is what
stands on the site itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("dutch")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_VOWELS = "aeiouy"

_GRAMMAR = """
aan af al alle allemaal alles als altijd anders betekent bij daar dan dat de deed deze die dit doe doen doet door
echt een eens eigenlijk elk elkaar en er ergens even gaan gaat geen geven gewoon haar had heb hebben heeft het hier
hij hoe hun iedereen iemand iets ik in is ja je kan komen komt krijg krijgen krijgt kunnen laat laten maar mag me
mee meer men met mijn moet moeten mogen na naar niemand niet niets niks nog nooit nu of om omdat onder ons onze ook
op over per rond samen steeds te tegen toch toe tot tussen u uit uw van veel via voor waar waarin waarmee waarom
wanneer wat we weet wel welk welke weten wie wij wil willen word worden wordt ze zelf zich zijn zo zomaar zonder zou
"""
FUNCTION_WORDS = frozenset(_GRAMMAR.split())
"""Words that say nothing of a subject. Every page has them, so that a query in a sentence finds what it is about."""

_PREFIXES = "aan achter af bij door in inter mee na om onder op over te tegen toe uit voor weg"
_SUFFIXES = "baar heden heid lijk lijke ling lingen loos schap schappen"
PARTICLES = frozenset(_PREFIXES.split())
"""What a separable verb may begin with: in a sentence it can stand apart, as in *bereid … voor*."""

_ENDINGS = frozenset(_SUFFIXES.split())
_LINKS = ("", "s", "e", "en", "n")
_SHORTEST = 4


def words_of(text: str) -> list[str]:
    """The words of a text as Pagefind compares them: lower case, without accents or apostrophes."""
    return [re.sub(r"['’]", "", word) for word in _WORD.findall(fold(text))]


def fold(text: str) -> str:
    """Lower case, without accents."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))


@cache
def stem(word: str) -> str:
    """The stem of a word, the same as Pagefind's."""
    return str(_STEMMER.stemWord(word))


class Vocabulary:
    """The words that stand on the site; a part of a compound is one of these."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._stems = frozenset(stem(word) for word in self._words if len(word) >= _SHORTEST)
        # The same words stand in the names of many pages.
        self._known_splits: dict[str, list[tuple[str, str]]] = {}
        self._known_slips: dict[str, list[str]] = {}

    def parts(self, compound: str) -> list[str]:
        """The words of which a compound is made, for every way in which it can be taken apart; empty if it cannot."""
        return list(dict.fromkeys(self._find_parts(compound)))

    def slips(self, word: str) -> list[str]:
        """What is typed for a word, by halves or by mistake; what is a word of its own is no mistake."""
        if word not in self._known_slips:
            found = {*beginnings(word), *misspellings(word), *self.misjoined(word)}
            self._known_slips[word] = sorted(found - self._words)
        return self._known_slips[word]

    def abbreviations(self, name: str) -> set[str]:
        """The initials of a name: of its words, and of the parts of its compounds; none of two letters or less."""
        initials = {""}
        for word in words_of(name):
            if word in FUNCTION_WORDS:
                continue
            splits = self._splits(word)
            letters = {word[0], *(first[0] + second[0] for first, second in splits)}
            initials = {start + letter for start in initials for letter in letters}
        return {found for found in initials if 3 <= len(found) <= 5}

    def misjoined(self, compound: str) -> Iterator[str]:
        """A compound with another letter, or none, between its parts."""
        for first, second in self._splits(compound):
            yield from (
                first + link + second for link in _LINKS if first + link + second != compound
            )

    def _find_parts(self, compound: str) -> Iterator[str]:
        for first, second in self._splits(compound):
            yield from (first, second, *self.parts(first), *self.parts(second))

    def _splits(self, compound: str) -> list[tuple[str, str]]:
        """Every way in which a word falls into two that are known."""
        if compound not in self._known_splits:
            cuts = ((compound[:at], compound[at:]) for at in range(2, len(compound) - 2))
            halves = ((self._head(head), tail) for head, tail in cuts if self._ends(tail))
            self._known_splits[compound] = [(head, tail) for head, tail in halves if head]
        return self._known_splits[compound]

    def _ends(self, tail: str) -> bool:
        if tail in _ENDINGS:
            return False
        if len(tail) < _SHORTEST:
            return tail in self._words and tail not in FUNCTION_WORDS
        return tail in self._words or stem(tail) in self._stems

    def _head(self, head: str) -> str | None:
        if head in PARTICLES:
            return head
        bare = (head.removesuffix(link) for link in _LINKS if head.endswith(link))
        return next((word for word in bare if len(word) >= _SHORTEST and word in self._words), None)


def forms(word: str) -> Iterator[str]:
    """Other forms of a word that Pagefind would not take for the same: plurals, and the verb and noun of one another."""
    others = {
        word[: len(word) - len(end)] + other
        for end, other in _FORMS
        if word.endswith(end) and len(word) > len(end) + 2
    }
    if word.endswith("en"):
        others.add(f"{stem(word).removesuffix('t')}t")
    yield from sorted(form for form in others if stem(form) != stem(word))


_ENDED = "ing>en enis>en atie>eren eren>atie heid>heden heden>heid ie>ieen"
_FORMS = [pair.split(">") for pair in _ENDED.split()]
"""The ending of a form, and that of another."""


def beginnings(word: str) -> Iterator[str]:
    """The beginnings of a word that Pagefind would not find it by, because stemming turns them into something else."""
    whole = stem(word)
    for length in range(3, len(word)):
        start = word[:length]
        if not whole.startswith(stem(start)):
            yield start


_HEARD = """
c>k k>c ei>ij ij>ei au>ou ou>au cht>gt gt>cht s>z z>s f>v v>f ie>i i>ie y>i x>ks th>t lijk>lik isch>ies tie>sie s>sch
"""
_SOUNDS = [pair.split(">") for pair in _HEARD.split()]
"""What is written, and how it also sounds."""
_KEPT = 3
"""A slip does not change the first letters: so few beginnings of other words lead astray."""


def misspellings(word: str) -> set[str]:
    """Slips of the pen in a word: a letter lost, doubled, swapped or mistaken, or written as it sounds."""
    if len(word) <= _KEPT + 1 or not word.isalpha():
        return set()
    found = {*_by_sound(word), *_by_letter(word), *_by_ending(word)}
    return found - {word}


def _by_sound(word: str) -> Iterator[str]:
    for sound, other in _SOUNDS:
        for match in re.finditer(sound, word):
            yield word[: match.start()] + other + word[match.end() :]


def _by_letter(word: str) -> Iterator[str]:
    for at in range(_KEPT, len(word)):
        before, letter, after = word[:at], word[at], word[at + 1 :]
        yield before + after
        yield before + letter + letter + after
        if after:
            yield before + after[0] + letter + after[1:]
        if letter in _VOWELS:
            yield from (before + other + after for other in "aeiou")


def _by_ending(word: str) -> Iterator[str]:
    if word.endswith("d"):
        yield from (word[:-1] + "t", word + "t")
    if word.endswith("t"):
        yield from (word[:-1] + "d", word[:-1] + "dt")
    if not word.endswith("s"):
        yield word + "s"
