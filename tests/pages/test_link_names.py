"""Templates: a link that is asked for by a name that no model has, is an error before any page is made."""

from __future__ import annotations

import re

import pytest
from jinja2 import UndefinedError, nodes

from catalogue.checking import load
from catalogue.linking import UnknownLinkError, check_link_name, link_names
from catalogue.pages.environment import make_environment
from catalogue.pages.views.instrument import Naming
from catalogue.template_files import TEMPLATES
from tests.sample import SAMPLE

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


@pytest.mark.parametrize(
    "source",
    [
        '{{ links | selectattr("is_menton") | list }}',
        "{% for link in links if link.is_menton %}{{ link.reden }}{% endfor %}",
    ],
)
def test_what_a_link_is_not_asked_by_a_name_that_it_does_not_have(source: str) -> None:
    links = load(SAMPLE).outgoing["instrument", "proefoverleg"]
    with pytest.raises(UndefinedError):
        make_environment().from_string(source).render(links=links)


def test_no_template_compares_the_field_of_a_link_with_a_word_of_its_own() -> None:
    for path in sorted(TEMPLATES.rglob("*.jinja")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"""[.]field\b *[!=]=|attr\(["']field""", text), path.name


def test_a_sentence_about_kinds_names_kinds_that_exist() -> None:
    with pytest.raises(KeyError):
        Naming(("knelpnt",), "knelpunt uit de enquête van de ROB")


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
