"""A built site → how well it reads: a score per page, and the words that no dictionary knows.

The score is Flesch-Douma as textstat computes it: 206,835 - 0,93 x words per sentence - 77 x syllables per word.
Higher reads more easily; from about 60 a text is plain Dutch. The dictionary is hunspell's `nl_NL`; names and terms
that it lacks stand in `woordenlijst.txt`, in the root of the project.
"""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import textstat

from ..history import OWN_WORDS

SILENT = {"code", "pre", "script", "style", "textarea"}
"""Elements without words for people."""

INLINE = {"a", "abbr", "b", "br", "em", "i", "mark", "small", "strong", "time", "tspan"}
"""Elements that do not end a sentence."""

READ_OUT = ("alt", "aria-label", "placeholder", "title")
PROSE = 5
"""In words: what is shorter is a label."""

_ADDRESS = re.compile(
    r"\w+://\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:eu|frl|json|md|nl|nu|org|py|txt|yml)\b\S*"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass
class PageText:
    """The words of a page, and its sentences."""

    address: str
    blocks: list[str] = field(default_factory=list)
    """Every piece of text, labels and spoken names included."""
    sentences: list[str] = field(default_factory=list)
    """The running text of the article."""

    @property
    def words(self) -> set[str]:
        """All words, with a straight apostrophe."""
        text = _ADDRESS.sub(" ", "\n".join(self.blocks))
        return {word.replace("’", "'") for word in _WORD.findall(text)}

    @property
    def score(self) -> float:
        """How easily the running text reads."""
        return readability(self.sentences)


class _Reader(HTMLParser):
    def __init__(self, page: PageText) -> None:
        super().__init__(convert_charrefs=True)
        self._page = page
        self._text = ""
        self._silent = 0
        self._in_article = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self._end_block()
        found = dict(attrs)
        self._silent += tag in SILENT
        # The article ends where its list of sources begins: titles and places are no sentences.
        if found.get("id") == "inhoud":
            self._in_article = True
        elif tag == "footer" or found.get("class") in ("bronnen", "citeren"):
            self._in_article = False
        self._page.blocks.extend(value for name in READ_OUT if (value := found.get(name)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in INLINE:
            self._end_block()
        self._silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._text += data

    def _end_block(self) -> None:
        block = " ".join(self._text.split())
        self._text = ""
        if block:
            self._page.blocks.append(block)
        if self._in_article and len(block.split()) >= PROSE:
            self._page.sentences.append(block)


def pages(site: Path) -> Iterator[PageText]:
    """The pages of a built site, by address."""
    for path in sorted(site.rglob("*.html")):
        page = PageText(path.relative_to(site).as_posix().removesuffix("index.html"))
        _Reader(page).feed(path.read_text(encoding="utf-8"))
        yield page


def readability(sentences: Iterable[str]) -> float:
    """Flesch-Douma of these sentences together."""
    textstat.set_lang("nl")
    ended = (text if text.endswith((".", "!", "?")) else f"{text}." for text in sentences)
    return float(textstat.flesch_reading_ease(" ".join(ended)))


def own_words(root: Path) -> list[str]:
    """The project's own list: a word per line, without its comments."""
    lines = (root / OWN_WORDS).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def unknown(words: Iterable[str], known: Iterable[str] = ()) -> set[str]:
    """The words that the dictionary does not know, nor the list *known*."""
    asked = "\n".join(sorted(set(words) - set(known)))
    command = ["hunspell", "-l", "-d", "nl_NL", "-i", "utf-8"]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def misspelt(site: Path, known: Iterable[str]) -> dict[str, list[str]]:
    """Word that neither the dictionary knows nor the list *known* → the addresses of the pages on which it stands."""
    places: dict[str, list[str]] = defaultdict(list)
    for page in pages(site):
        for word in page.words:
            places[word].append(page.address)
    return {word: places[word] for word in sorted(unknown(places, known))}
