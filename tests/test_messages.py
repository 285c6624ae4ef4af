"""A model that nothing else knows of gets its own messages: the words stand beside the rule."""

from __future__ import annotations

from typing import Annotated

from pydantic import ValidationError, model_validator
from pydantic_core import PydanticCustomError

from catalogue.messages import messages
from catalogue.model import Onderdeel
from catalogue.model.text import Pattern
from catalogue.reading import read_yaml


class Toets(Onderdeel):
    """A made-up part with a form and a rule of its own."""

    code: Annotated[str, Pattern(r"T-[0-9]{3}", "een code zoals T-001")]
    """Code."""
    van: int
    """Begin."""
    tot: int
    """Einde."""

    @model_validator(mode="after")
    def _runs_forward(self) -> Toets:
        if self.tot < self.van:
            raise PydanticCustomError("volgorde", "tot moet na van liggen")
        return self


def said_of(text: str) -> list[str]:
    document = read_yaml(text, "x.yml")
    try:
        Toets.model_validate(document.data, strict=True)
    except ValidationError as error:
        return [str(problem) for problem in messages(error, document, Toets)]
    return []


def test_a_form_says_what_is_allowed() -> None:
    assert said_of("code: T-1\nvan: 1\ntot: 2\n") == [
        "x.yml:1:7: code: “T-1” mag niet; toegestaan: een code zoals T-001"
    ]
    assert said_of('code: "T-001\\n"\nvan: 1\ntot: 2\n') != []
    assert said_of("code: T-001\nvan: 1\ntot: 2\n") == []


def test_a_rule_says_it_in_its_own_words() -> None:
    assert said_of("code: T-001\nvan: 3\ntot: 2\n") == [
        "x.yml:1:1: bestand: tot moet na van liggen"
    ]


def test_what_no_one_has_words_for_is_dutch_all_the_same() -> None:
    assert said_of("code: T-001\nvan: 1\ntot: [2]\n") == [
        "x.yml:3:6: tot: moet een heel getal zijn; nu staat er een lijst"
    ]
