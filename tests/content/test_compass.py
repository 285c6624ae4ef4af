"""The five questions of the Beleidskompas: each is there once, and one of them says what is said of doing nothing."""

from __future__ import annotations

from catalogue.knowledge.compass import compass_questions, doing_nothing
from catalogue.linking import Catalogue


def test_there_are_five_questions_and_one_of_them_speaks_of_doing_nothing(
    real_catalogue: Catalogue,
) -> None:
    questions = compass_questions(real_catalogue)
    assert [node.part.nummer for node in questions] == [1, 2, 3, 4, 5]
    assert [node.part.nummer for node in questions if node.part.nuloptie] == [3]
    assert doing_nothing(real_catalogue)
