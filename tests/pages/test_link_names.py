"""Templates: a link that is asked for by a name that no model has, is an error before any page is made."""

from __future__ import annotations

import pytest
from jinja2 import nodes

from catalogue.linking import UnknownLinkError, check_link_name, link_names
from catalogue.pages.environment import TEMPLATES, make_environment

MAKE_LINKS = ("to", "to_node", "out", "out_of")


@pytest.mark.parametrize(
    "source",
    [
        '{{ v.to("csae") }}',
        '{{ v.to("case.instrument") }}',
        '{{ v.to("case", "module.titel") }}',
        '{{ v.to_node(node, "begrip.verwandt") }}',
        '{{ v.out("instrumentn") }}',
        '{{ v.out_of(node, "titel") }}',
        '{% if v.to("csae") %}ja{% endif %}',
        '{% set links = v.to("case") + v.out("weg") %}',
        '{% for link in v.to("csae") if link.reden %}{{ link }}{% endfor %}',
        '{% macro lijst(van=v.to("csae")) %}{% endmacro %}',
    ],
)
def test_a_template_with_a_wrong_name_does_not_compile(source: str) -> None:
    with pytest.raises(UnknownLinkError):
        make_environment().from_string(source)


@pytest.mark.parametrize(
    "source",
    ['{{ v.to("case") }}', '{{ v.to("case.instrumenten", "tekst") if false }}', "{{ v.out() }}"],
)
def test_what_is_checked_is_the_names_of_links(source: str) -> None:
    environment = make_environment()
    if '"tekst"' in source:
        # A mention is of a kind too: instrument.tekst.
        with pytest.raises(UnknownLinkError):
            environment.from_string(source)
    else:
        environment.from_string(source)


def names_in(source: str) -> set[str]:
    """The names of links that a template asks for."""
    tree = make_environment().parse(source)
    found: set[str] = set()
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr) and call.node.attr in MAKE_LINKS:
            found |= {one.value for one in call.args if isinstance(one, nodes.Const)}
    return found


def test_every_name_in_the_templates_exists() -> None:
    environment = make_environment()
    names: set[str] = set()
    for path in sorted(TEMPLATES.rglob("*.jinja")):
        environment.get_template(path.relative_to(TEMPLATES).as_posix())
        names |= names_in(path.read_text(encoding="utf-8"))
    fields = {field for of_kind in link_names().values() for field in of_kind}
    for name in names:
        assert name in fields or check_link_name(name)
    assert len(names) > 15
