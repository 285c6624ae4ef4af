"""A text of editors → HTML: paragraphs, lists, emphasis and links.

markdown-it has no other rules on, so whatever else stands in a text is shown as it stands, escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup, escape

from .markup import is_item_target

Resolve = Callable[[str], tuple[str, str] | None]
"""The target of a link to an item → the address of its page and what stands behind the link (HTML); ``None`` leaves the
target as it is."""


def block_html(text: str, resolve: Resolve, tail: str = "") -> Markup:
    """The HTML of paragraphs and lists; *tail* (HTML) follows the last word."""
    tokens = _reader().parse(text, {})
    inline = [token.children for token in tokens if token.children is not None]
    if inline:
        inline[-1].append(Token("html_inline", "", 0, content=tail))
    return _written(tokens, resolve)


def has_empty_point(text: str) -> bool:
    """Whether a list in a text has a point without words, behind which no note can stand."""
    types = [token.type for token in _reader().parse(text.strip(), {})]
    return ("list_item_open", "list_item_close") in pairwise(types)


def words_shown(text: str) -> str:
    """What is shown of a text: its words, with the marks that mark nothing."""
    found = (one for token in _reader().parse(text.strip(), {}) for one in token.children or [])
    return "".join(one.content for one in found if one.type == "text")


def line_html(text: str, resolve: Resolve) -> Markup:
    """The HTML of one paragraph, for use within an element that holds one."""
    return _written(_reader().parseInline(" ".join(text.split()), {}), resolve)


def _written(tokens: Sequence[Token], resolve: Resolve) -> Markup:
    reader = _reader()
    html = reader.renderer.render(tokens, reader.options, {"resolve": resolve, "behind": []})
    return Markup(html.strip())


class _Renderer(RendererHTML):
    """Leads a link to an item to where its page is."""

    def link_open(
        self, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
    ) -> str:
        """The start of a link; what stands behind it waits for its end."""
        target = str(tokens[at].attrs["href"])
        found = env["resolve"](target) if is_item_target(target) else None
        address, behind = found or (target, "")
        env["behind"].append(behind)
        return f'<a href="{escape(address)}">'

    def link_close(
        self, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
    ) -> str:
        """The end of a link, and what stands behind it."""
        return f"</a>{env['behind'].pop()}"


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero", renderer_cls=_Renderer)
    return reader.enable(["list", "emphasis", "link", "newline"])
