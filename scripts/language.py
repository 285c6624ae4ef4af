"""Turn a built site into how well it reads: a score per page, and the words that no dictionary knows.

`make taal`, or `python -m scripts.language [SITE]`. The score is Flesch-Douma as textstat
computes it: 206,835 - 0,93 x words per sentence - 77 x syllables per word. Higher reads more easily; from about
60 a text is plain Dutch. The dictionary is hunspell's `nl_NL`; names and terms that it lacks stand in
`tests/content/woordenlijst.txt`.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import textstat

ROOT = Path(__file__).resolve().parent.parent
OWN_WORDS = ROOT / "tests" / "content" / "woordenlijst.txt"

SILENT = {"code", "pre", "script", "style"}
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
class Page:
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
    def __init__(self, page: Page) -> None:
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


def pages(site: Path) -> Iterator[Page]:
    """The pages of a built site, by address."""
    for path in sorted(site.rglob("*.html")):
        page = Page(path.relative_to(site).as_posix().removesuffix("index.html"))
        _Reader(page).feed(path.read_text(encoding="utf-8"))
        yield page


def readability(sentences: Iterable[str]) -> float:
    """Flesch-Douma of these sentences together."""
    textstat.set_lang("nl")
    ended = (text if text.endswith((".", "!", "?")) else f"{text}." for text in sentences)
    return float(textstat.flesch_reading_ease(" ".join(ended)))


def own_words() -> list[str]:
    """Our own list: a word per line, without its comments."""
    lines = OWN_WORDS.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def unknown(words: Iterable[str], known: Iterable[str] = ()) -> set[str]:
    """The words that the dictionary does not know, nor the list `known`."""
    asked = "\n".join(sorted(set(words) - set(known)))
    command = ["hunspell", "-l", "-d", "nl_NL", "-i", "utf-8"]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def misspelt(site: Path) -> dict[str, list[str]]:
    """Unknown word → the addresses of the pages on which it stands."""
    places: dict[str, list[str]] = defaultdict(list)
    for page in pages(site):
        for word in page.words:
            places[word].append(page.address)
    return {word: places[word] for word in sorted(unknown(places, own_words()))}


def main() -> int:
    """Print the score of every page, the hardest first, and the unknown words."""
    parser = argparse.ArgumentParser(
        description="Hoe goed de site leest, en welke woorden onbekend zijn."
    )
    parser.add_argument(
        "site", type=Path, nargs="?", default=ROOT / "site", help="de gebouwde site (site)"
    )
    site: Path = parser.parse_args().site
    if not site.is_dir():
        print(f"{site} bestaat niet; bouw eerst de site met make site.", file=sys.stderr)
        return 1
    scored = sorted((page.score, page.address) for page in pages(site) if page.sentences)
    print("Flesch-Douma per pagina, de moeilijkste eerst (60 en hoger leest vlot):\n")
    for score, address in scored:
        print(f"{score:6.1f}  /{address}")
    print(
        f"\nMediaan: {statistics.median(score for score, _ in scored):.1f} ({len(scored)} pagina's)"
    )
    for word, places in misspelt(site).items():
        print(f"Onbekend woord: {word} (/{places[0]})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
