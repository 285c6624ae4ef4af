"""Hypothesis strategies for what editors may never hand in on purpose: broken files, odd values, hostile texts."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

ODD_VALUES = (
    "", "~", "null", "yes", "no", "on", "3", "-1", "0", "86400", "20261122", "1:30", "1e400", "9" * 400,
    "0x1F", "010", "1_000", ".inf", ".nan", "-.5", "3.0", "2026-02-30", "0000-00-00", "9999-12-31", '"2026-1-1"',
    "2026-11-22T10:00:00Z", "[]", "{}", "[a, b]", "[[]]", "{a: b}", "[{a: [{b: c}]}]", "- x", "? x", ": x", "<<: {}",
    "<<: *a", "!!python/object/apply:os.system [id]", "!!binary aGFsbG8=", "! x", "!x y", "!!str x", "!!set {a}", "&a b",
    "*a", "&a [*a, *a]", "'open", '"open', "[open", "{open", "|", "|+9", ">-", "%", "%YAML 1.2", "@x", "`x`", "---", "...",
    "'\\0'", '"\\0"', '"\\x1b[31m"', '"\\x9b"', '"\\ud800"', '"\\U00110000"', '"\\N\\L\\P"', '"\\q"', "\x85", "\u2028",
    "\ufeff", "\u202e", "\U0001f9d9", "e\u0301", "é" * 300, "x" * 7000, "[" * 30, "{a: " * 30, "- " * 30, "[" * 3000,
    "redactie", "index", "proefoverleg", "onbekend", "../../etc/passwd", "instrument:proefoverleg", "BWBR٠٠٠٥٤١٦",
    "[x](onbekend)", "[x](javascript:alert)", "[x](wet:proefoverleg)", "<b>x</b>", "a\n\n  b", "…", " ", "''",
)  # fmt: skip
"""Values that mean something odd to YAML, to the model or to a terminal."""

FRAGMENTS = (
    "een woord", "Een zin.", " ", "\n", "\n\n", "    ", "  ", "\t", "- ", "* ", "+ ", "1. ", "7. ", "1) ", "#", "# ", "## ",
    "> ", "---", "--", "-", "===", "=", "***", "* * *", "*  *  *", "- - -", "___", "~~~", "```", "`", "|", "a | b\n--|--\n", ":   ",
    "*", "**", "_", "__", "[", "]", "](", ")", "(", "[x]", "[x]: ", "[x]:", "[x][y]", "[]", "![", "![x](y)", "[^1]", "*[x]: y",
    "[TOC]", "[x](proefakkoord)", "[x](https://proef.example/a_b*c)", "[x](mailto:a@proef.example)", "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert)", "[x](data:text/html,y)", "[x](//proef.example)", "[x](https:proef.example)", "[x](\x01javascript:y)",
    "[x](https://proef.example 'y')", "[x](<https://proef.example>)", "[x](https://proef.example/\"onclick=y)", "[x](#y)",
    "[x](/y)", "[x](y.md)", "[x](wet:proefwet)", "[x](vbscript:y)", "[x](file:///y)", "[x](javascript&colon;y)",
    "javascript:alert(1)", "https://proef.example", "<https://proef.example>", "<javascript:y>", "<a@proef.example>",
    "<1@proef.example>", "<", ">", "</", "<!--", "-->", "<?", "?>", "<![CDATA[", "]]>", "<script>", "</div>", "<b>", "<svg/onload=y>",
    "<img src=x onerror=y>", "<div markdown=1>", "<p", "<\n", "<é>", "&", "&amp;", "&lt;", "&lt", "&#60;", "&#60", "&#x3c;", "&Tab;",
    "{", "}", "{: onclick=y }", "{{ y }}", "{% y %}", "\\", "\\[", "\x02", "\x03", "\x02klzzwxh:0000\x03", "klzzwxh:0000", "\x1b[31m",
    "\x7f", "\x85", "\x9b", "\xa0", "\u2028", "\u202e", "\u200b", "\ufeff", "\U0001f9d9", "1", "a", ".", "!", '"', "'", "www.x.nl", ":::",
)  # fmt: skip
"""Pieces of HTML, Markdown and addresses; the trouble is in how they meet."""

SOUP = "[]()<>&;:#*_-=+!`~|{}\\/ \n.1ax\"'"

hostile_texts = st.lists(
    st.sampled_from(FRAGMENTS)
    | st.text(SOUP, min_size=1, max_size=6)
    | st.characters(codec="utf-8"),
    min_size=1,
    max_size=9,
).map("".join)

plain_texts = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=30
)

trees: st.SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
"""Data of any shape."""

_odd = st.sampled_from(ODD_VALUES) | hostile_texts
_where = st.integers(0, 2**16)
Mutation = Callable[[bytes], bytes]


def _on_lines(change: Callable[[list[bytes], int], None]) -> Callable[[int], Mutation]:
    def at(where: int) -> Mutation:
        def mutate(raw: bytes) -> bytes:
            lines = raw.split(b"\n")
            change(lines, where % len(lines))
            return b"\n".join(lines)

        return mutate

    return at


def _delete(lines: list[bytes], n: int) -> None:
    del lines[n]


def _duplicate(lines: list[bytes], n: int) -> None:
    lines.insert(n, lines[n])


def _swap(lines: list[bytes], n: int) -> None:
    lines[n - 1], lines[n] = lines[n], lines[n - 1]


def _indent(lines: list[bytes], n: int) -> None:
    lines[n] = b"  " + lines[n]


def _dedent(lines: list[bytes], n: int) -> None:
    lines[n] = lines[n].removeprefix(b"  ")


def _cut(lines: list[bytes], n: int) -> None:
    del lines[n:]


def _lose_the_value(lines: list[bytes], n: int) -> None:
    lines[n] = lines[n].partition(b":")[0] + b":"


def _new_value(where: int, value: str) -> Mutation:
    def change(lines: list[bytes], n: int) -> None:
        key, colon, _ = lines[n].partition(b": ")
        lines[n] = key + (colon or b" ") + value.encode()

    return _on_lines(change)(where)


def _new_line(where: int, value: str) -> Mutation:
    def change(lines: list[bytes], n: int) -> None:
        lines.insert(n, value.encode())

    return _on_lines(change)(where)


def _new_bytes(where: int, value: bytes) -> Mutation:
    return lambda raw: raw[: where % (len(raw) + 1)] + value + raw[where % (len(raw) + 1) :]


def _lose_bytes(where: int, count: int) -> Mutation:
    return lambda raw: raw[: where % (len(raw) + 1)] + raw[where % (len(raw) + 1) + count :]


mutations: st.SearchStrategy[Mutation] = st.one_of(
    *(
        st.builds(_on_lines(change), _where)
        for change in (_delete, _duplicate, _swap, _indent, _dedent, _cut, _lose_the_value)
    ),
    st.builds(_new_value, _where, _odd),
    st.builds(_new_line, _where, _odd),
    st.builds(_new_bytes, _where, st.binary(min_size=1, max_size=6) | _odd.map(str.encode)),
    st.builds(_lose_bytes, _where, st.integers(1, 6)),
)
"""One small harm to a file."""


def mutated(raw: bytes, harms: list[Mutation]) -> bytes:
    """A file after these harms."""
    for harm in harms:
        raw = harm(raw)
    return raw
