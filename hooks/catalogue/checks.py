"""The rules for the content as a whole: each a generator of problems, that nothing else knows about.

A new rule is one function here, and its name in ``CHECKS`` at the end, or in ``LINKED_CHECKS`` when it reads the links.
It is ``@alone`` when it sees what is wrong in a file without the others, and ``@finished`` when a concept need not keep
it yet. A problem is made by the document that it is in, at the way to the value; lists count from 0:

    yield one.document.problem(("voordelen", 0, "bron"), "wat er mis is; wat wel mag")
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from .anchors import is_reserved
from .characters import Form, look_over
from .knowledge.choosing import thin
from .knowledge.evidence import Origins, is_confirmed_elsewhere
from .knowledge.practising import faults as faults_in_exercise
from .knowledge.teaching import LessonFault, sheet_faults
from .knowledge.teaching import faults as faults_in_module
from .linking import Catalogue, I, Key, Node
from .markup import ITEM_ID, is_item_target, text_links
from .model import (
    KINDS,
    PART_KINDS,
    REDACTIE,
    Bouwsteen,
    Bron,
    Case,
    Handout,
    Herkomst,
    Instrument,
    Item,
    Kind,
    Module,
    Oefening,
    Partnerschapsvraag,
)
from .model.fields import classes_within, fields_at, fields_of
from .model.instrument import Score
from .model.kind import linkable
from .model.parts import Pointer, holds, raw_pointers, raw_texts
from .permalinks import missing_permalinks, read_permalinks
from .problem import ContentError, Loc, Problem, did_you_mean, first_of, nearest, one_line
from .reading import (
    NOT_PLAIN,
    Document,
    character_problems,
    decoded,
    is_plain_file,
    read_bytes,
)
from .search.word_pairs import problems_in_pairs
from .shelf import Loaded, Shelf, content_folders, not_read, written_files
from .template_files import is_there, needed_template
from .written_pages import MAX_BYTES as PAGE_BYTES
from .written_pages import faults

Check = Callable[[Shelf], Iterable[Problem]]

LinkedCheck = Callable[[Catalogue, Shelf], Iterable[Problem]]

ALONE: set[Check] = set()
"""The rules that see what is wrong in a file without the others."""


def alone(rule: Check) -> Check:
    """Mark a rule as one of these."""
    ALONE.add(rule)
    return rule


FINISHED: set[Check] = set()
"""The rules for what is published; a concept may still fall short of them."""


def finished(rule: Check) -> Check:
    """Mark a rule as one of these."""
    FINISHED.add(rule)
    return rule


@alone
def id_is_file_name(shelf: Shelf) -> Iterator[Problem]:
    """An id equals the name of its file."""
    named: list[tuple[Kind, Document, Any]] = [
        (one.kind, one.document, one.item.id) for one in shelf.loaded
    ]
    # Any other id than a text is a problem of its own.
    named += [(one.kind, one.document, one.document.data.get("id")) for one in shelf.unfit]
    for kind, document, id in named:
        if not isinstance(id, str):
            continue
        name = Path(document.path).stem
        if re.fullmatch(ITEM_ID, name) is None:
            said = f"“{one_line(name)}” is geen goede bestandsnaam; gebruik alleen kleine letters, cijfers en streepjes"
            yield Problem(document.path, 1, 1, "bestand", said)
            continue
        if re.fullmatch(ITEM_ID, id) is None:
            # What may stand in an id is said already.
            continue
        if id != name:
            said = f"“{one_line(id)}” is anders dan de bestandsnaam; schrijf {name} of hernoem het bestand"
            yield document.problem(("id",), said)
        elif is_reserved(kind, id, shelf.ids.get(kind.name, ())):
            yield document.problem(("id",), f"“{id}” is gereserveerd; kies een andere naam")


@alone
def ids_are_unique(shelf: Shelf) -> Iterator[Problem]:
    """No two items of a kind, recommendations, or factors of one card share an id."""
    first: dict[Key, Loaded] = {}
    for one in (*shelf.loaded, *shelf.drafts):
        for node in one.nodes:
            if node.key not in first:
                first[node.key] = one
                continue
            earlier = first[node.key]
            where = "op deze kaart" if earlier is one else f"in {earlier.document.path}"
            said = f"id “{node.id.rpartition('/')[2]}” bestaat al {where}"
            yield one.document.problem(_loc_of(one, node), said)


def _loc_of(one: Loaded, node: Node[Any]) -> Loc:
    if node.part is one.item:
        return ("id",)
    return next(
        (field.name, n, "id")
        for field in fields_of(type(one.item)).parts
        if field.many
        for n, part in enumerate(getattr(one.item, field.name))
        if part is node.part
    )


def references_resolve(shelf: Shelf) -> Iterator[Problem]:
    """Every id in a reference exists, and what is published refers to no concept."""
    hidden = _concepts(shelf)
    for document, pointers in pointers_in(shelf):
        away = frozenset() if document.path in hidden.paths else hidden.keys
        yield from first_of(_unresolved(shelf, document, pointers, away))


@dataclass(frozen=True)
class _Concepts:
    """What is not published yet: the files, and all that they hold."""

    paths: frozenset[str]
    keys: frozenset[Key]


def _concepts(shelf: Shelf) -> _Concepts:
    # What was published and became a concept again, is a problem in its own file alone.
    again = {one.document.path for one in _concepts_again(shelf)}
    found = shelf.concepts
    # A concept with a fault is in no list of items; what it refers to is no fault all the same.
    unfit = (file.document.path for file in shelf.unfit if file.is_concept)
    away = (one for one in found if one.document.path not in again)
    return _Concepts(
        frozenset((*unfit, *(one.document.path for one in found))),
        frozenset(node.key for one in away for node in one.nodes),
    )


_STILL_CONCEPT = "is nog een concept; publiceer het eerst, of laat de verwijzing weg"


def pointers_in(shelf: Shelf) -> Iterator[tuple[Document, Iterable[Pointer]]]:
    """Every file with the references in it, as far as it can be read."""
    for one in shelf.loaded:
        yield one.document, (reference for _, reference in one.found.references)
    for file in shelf.unfit:
        yield file.document, raw_pointers(file.kind.model, file.document.data)


def _unresolved(
    shelf: Shelf, document: Document, pointers: Iterable[Pointer], away: Container[Key]
) -> Iterator[Problem]:
    for reference in pointers:
        if reference.id == REDACTIE and reference.kinds == ("bron",):
            continue
        exists = any(reference.id in shelf.ids.get(kind, ()) for kind in reference.kinds)
        if any((kind, reference.id) in away for kind in reference.kinds):
            said = f"{reference.kinds[0]} “{one_line(reference.id)}” {_STILL_CONCEPT}"
            yield document.problem(reference.loc, said)
        if not exists and not _may_be_in_broken(shelf, reference.kinds[0], reference.id):
            known = [id for kind in reference.kinds for id in shelf.ids.get(kind, ())]
            names = " of ".join(reference.kinds)
            message = f"{names} “{one_line(reference.id)}” bestaat niet.{did_you_mean(reference.id, known)}"
            yield document.problem(reference.loc, message)


def _may_be_in_broken(shelf: Shelf, kind: str, id: str) -> bool:
    """Whether it may be a part of an item whose file cannot be read."""
    if kind not in PART_KINDS:
        return False
    owners = {owner.name for owner in KINDS.values() if holds(owner, kind)}
    if PART_KINDS[kind].within_item:
        return any((owner, id.partition("/")[0]) in shelf.broken for owner in owners)
    return any(owner in owners for owner, _ in shelf.broken)


def text_links_resolve(shelf: Shelf) -> Iterator[Problem]:
    """Every item that a link in a text names exists, is the only one with that id, and is published as well."""
    hidden = _concepts(shelf)
    for document, texts in texts_in(shelf):
        away = frozenset() if document.path in hidden.paths else hidden.keys
        fault = partial(_target_fault, shelf, away)
        yield from first_of(_text_link_problems(document, texts, fault))


@alone
def text_links_name_a_kind(shelf: Shelf) -> Iterator[Problem]:
    """What stands before the colon of a link to an item is a kind, and no scheme such as ``javascript``."""
    for document, texts in texts_in(shelf):
        yield from first_of(_text_link_problems(document, texts, _kind_fault))


def texts_in(shelf: Shelf) -> Iterator[tuple[Document, Iterable[tuple[Loc, str]]]]:
    """Every file with the texts in it, as far as it can be read."""
    for one in shelf.loaded:
        yield one.document, ((text.loc, text.text) for _, text in one.found.texts)
    for file in shelf.unfit:
        yield file.document, raw_texts(file.kind.model, file.document.data)


def _text_link_problems(
    document: Document, texts: Iterable[tuple[Loc, str]], fault: Callable[[str], str | None]
) -> Iterator[Problem]:
    for loc, text in texts:
        for one in text_links(text):
            if is_item_target(one.target) and (message := fault(one.target)):
                yield document.problem(loc, message)


def _kind_fault(target: str) -> str | None:
    kind = target.rpartition(":")[0]
    if not kind or kind in linkable():
        return None
    return f"link naar “{one_line(target)}” mag niet: soort “{kind}” bestaat niet.{did_you_mean(kind, linkable())}"


@cache
def _cites_in_text(model: type[Item]) -> bool:
    """Whether the texts of a kind are the only place where it can cite: on a sheet the source stands in the text."""
    return not any(issubclass(part, Herkomst) for part in classes_within(model))


def _linked(one: Loaded) -> set[str]:
    """The ids of sources to which the texts of a file link."""
    links = (link for _, text in one.found.texts for link in text_links(text.text))
    return {link.target.partition(":")[2] for link in links if link.target.startswith("bron:")}


def _target_fault(shelf: Shelf, away: Container[Key], target: str) -> str | None:
    kind, _, id = target.rpartition(":")
    if kind and kind not in linkable():
        return None
    wanted = [kind] if kind else linkable()
    kinds = [name for name in wanted if id in shelf.ids.get(name, ())]
    if len(kinds) > 1:
        return f"link naar “{id}” kan meer betekenen; schrijf {' of '.join(f'{name}:{id}' for name in kinds)}"
    if kinds and (kinds[0], id) in away:
        return f"link naar “{one_line(target)}”: dat {_STILL_CONCEPT}"
    if not kinds and not any(_may_be_in_broken(shelf, name, id) for name in wanted):
        meant = did_you_mean(id, (one for name in wanted for one in shelf.ids.get(name, ())))
        return f"link naar “{one_line(target)}”: dat onderdeel bestaat niet.{meant}"
    return None


@alone
@finished
def sources_match_list(shelf: Shelf) -> Iterator[Problem]:
    """Every source that is cited stands in ``bronnen``, and every source in ``bronnen`` is cited."""
    for one in shelf.loaded:
        listed: list[str] | None = getattr(one.item, "bronnen", None)
        if listed is None:
            continue
        cited = _cited(reference for _, reference in one.found.references)
        unknown = {id for id in listed if _is_unknown(shelf, id)}
        yield from _unlisted(shelf, one.document, cited, listed)
        linked = _linked(one) if _cites_in_text(type(one.item)) else set()
        known = {*cited, *linked, *unknown, REDACTIE}
        for n, id in enumerate(listed):
            if id not in known:
                said = f"bron “{one_line(id)}” wordt nergens aangehaald; laat weg of haal aan"
                yield one.document.problem(("bronnen", n), said)
    for file in shelf.unfit:
        # What is listed may be cited where a field is misspelt.
        names = file.document.data.get("bronnen")
        if "bronnen" in file.kind.model.model_fields and isinstance(names, list):
            cited = _cited(raw_pointers(file.kind.model, file.document.data))
            yield from _unlisted(shelf, file.document, cited, names)


def _is_unknown(shelf: Shelf, id: Any) -> bool:
    """Whether another rule says that this source does not exist. By itself a file knows of none."""
    sources = shelf.ids.get(Bron.kind.name)
    return isinstance(id, str) and sources is not None and id not in sources


def _cited(pointers: Iterable[Pointer]) -> dict[str, Loc]:
    """Source → where it is cited first."""
    found: dict[str, Loc] = {}
    for pointer in pointers:
        if pointer.kinds == ("bron",) and pointer.loc[0] != "bronnen" and pointer.id != REDACTIE:
            found.setdefault(pointer.id, pointer.loc)
    return found


def _unlisted(
    shelf: Shelf, document: Document, cited: Mapping[str, Loc], listed: list[Any]
) -> Iterator[Problem]:
    misspelt = (id for id in listed if _is_unknown(shelf, id))
    meant = {nearest(id, shelf.ids.get(Bron.kind.name, ())) for id in misspelt}
    for id, loc in cited.items():
        if id not in listed and id not in meant and not _is_unknown(shelf, id):
            said = f"bron “{one_line(id)}” staat niet in de lijst `bronnen`; zet hem erbij"
            yield document.problem(loc, said)


@alone
@finished
def judgements_are_no_sources(shelf: Shelf) -> Iterator[Problem]:
    """A judgement of our own stands only where one may stand: it is no document that others can read."""
    for document, pointers in pointers_in(shelf):
        for pointer in pointers:
            if pointer.id == REDACTIE and pointer.kinds == ("bron",) and not pointer.judgement:
                advice = "laat weg" if isinstance(pointer.loc[-1], int) else "noem hier een bron"
                yield document.problem(pointer.loc, f"redactie is geen bron; {advice}")


@alone
@finished
def facts_have_a_source(shelf: Shelf) -> Iterator[Problem]:
    """A score or a fact rests on a source; an editorial judgement may explain it but not found it."""
    for one in shelf.loaded:
        for _, reference in one.found.references:
            part, loc = reference.part, reference.loc
            founded = reference.id != REDACTIE or not isinstance(part, Herkomst) or part.ook
            if not founded and any(field.about.fact for field in fields_at(type(one.item), loc)):
                what = "een score" if isinstance(part, Score) else "een feit"
                said = f"{what} rust op een uitspraak uit een bron; noem die, of onder `ook` waar uw oordeel op rust"
                yield one.document.problem(loc, said)


REPEATING = ("wanneer_wel", "programma", "vellen", "koppels", "aanvullingen", "kiesvragen")
"""Lists of which each part stands by itself."""


@alone
@finished
def links_are_single(shelf: Shelf) -> Iterator[Problem]:
    """A list links to the same item once, and no card relates to itself."""
    for one in shelf.loaded:
        seen: Counter[tuple[object, ...]] = Counter()
        for node, reference in one.found.references:
            loc, id, kinds = reference.loc, reference.id, reference.kinds
            cites = kinds == ("bron",) and loc[0] != "bronnen"
            if cites or kinds == ("wet",):
                continue
            if loc[0] in ("relaties", "wanneer_niet", "verwant") and id == one.item.id:
                yield one.document.problem(loc, "een kaart verwijst hier niet naar zichzelf")
            if loc[0] in ("wanneer_niet", "factoren"):
                continue
            # More sentences, or questions of an exercise, may be about one item; one of them names it once.
            within = loc[:2] if loc[0] in REPEATING else loc[:1]
            key = (node.key, within, kinds, id, getattr(reference.part, "soort", None))
            seen[key] += 1
            if seen[key] == 2:
                yield one.document.problem(loc, f"“{one_line(id)}” staat twee keer in deze lijst")


@finished
def plans_are_told_from_facts(shelf: Shelf) -> Iterator[Problem]:
    """What tells how things went says of each part whether it happened, was planned or is proposed."""
    for one in shelf.loaded:
        tensed = (part for part in fields_of(type(one.item)).parts if part.about.tensed)
        for name in (part.name for part in tensed):
            for n, told in enumerate(getattr(one.item, name)):
                if told.stand is None:
                    said = "zeg met `stand` of dit gebeurd, gepland of voorgesteld is"
                    yield one.document.problem((name, n), said)


@finished
def findings_are_founded(shelf: Shelf) -> Iterator[Problem]:
    """A case speaks of factors of the instruments that it used, and confirms none by where the factor comes from."""
    factors = {
        f"{card.id}/{factor.id}": factor for _, card in _cards(shelf) for factor in card.factoren
    }
    cases = [(one, one.item) for one in shelf.loaded if isinstance(one.item, Case)]
    origins = Origins(case for _, case in cases)
    for one, case in cases:
        used = {inzet.instrument for inzet in case.instrumenten}
        for n, finding in enumerate(case.factoren):
            if finding.factor.partition("/")[0] not in used:
                said = "dit instrument staat niet bij `instrumenten` van dit voorbeeld; zet het erbij of laat de bevinding weg"
                yield one.document.problem(("factoren", n, "factor"), said)
            factor = factors.get(finding.factor)
            if factor is None or finding.oordeel != "bevestigd":
                continue
            if not is_confirmed_elsewhere(factor, origins.of(factor), case, finding):
                said = (
                    "bevestigd kan alleen uit een andere bron, of uit een ander voorbeeld dan waar de factor vandaan komt; "
                    "dit is dezelfde bron: schrijf `herkomst` of `niet onderzocht`"
                )
                yield one.document.problem(("factoren", n, "oordeel"), said)


@finished
def proposals_do_not_send_in_circles(shelf: Shelf) -> Iterator[Problem]:
    """Who is sent from one proposal to another comes out at an instrument that exists."""
    proposed = {card.id: (one, card) for one, card in _cards(shelf) if card.status == "voorgesteld"}
    sends = {
        id: {other.kies for other in card.wanneer_niet if other.kies in proposed}
        for id, (_, card) in proposed.items()
    }
    for id, (one, card) in proposed.items():
        for n, other in enumerate(card.wanneer_niet):
            if other.kies in proposed and id in _reachable(other.kies, sends):
                said = f"dit voorstel stuurt naar “{other.kies}”, ook een voorstel, dat weer hierheen stuurt; noem iets dat bestaat"
                yield one.document.problem(("wanneer_niet", n, "kies"), said)


def _cards(shelf: Shelf) -> list[tuple[Loaded, Instrument]]:
    return [(one, one.item) for one in shelf.loaded if isinstance(one.item, Instrument)]


def _reachable(start: str, sends: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        fresh = sends.get(here, set()) - found
        found |= fresh
        waiting += fresh
    return found


@alone
@finished
def bouwsteen_numbers_fit(shelf: Shelf) -> Iterator[Problem]:
    """The number of a bouwsteen starts its id and those of its recommendations."""
    for one in shelf.loaded:
        if not isinstance(one.item, Bouwsteen):
            continue
        number = str(one.item.nummer)
        if not one.item.id.startswith(f"{number}-"):
            said = f"nummer {number} past niet bij id “{one.item.id}”"
            yield one.document.problem(("nummer",), said)
            # Which of the two is wrong is not known, so nothing can be said of the recommendations.
            continue
        for n, advice in enumerate(one.item.aanbevelingen):
            if not advice.id.startswith(f"{number}."):
                said = f"“{advice.id}” hoort niet bij bouwsteen {number}"
                yield one.document.problem(("aanbevelingen", n, "id"), said)


@finished
def partnership_questions_ask_each_score_once(shelf: Shelf) -> Iterator[Problem]:
    """Each of the six scores for partnership has one question, as soon as one has."""
    kind = Partnerschapsvraag.kind
    asked: dict[str, str] = {}
    for one in shelf.loaded:
        if not isinstance(one.item, Partnerschapsvraag):
            continue
        score: str = one.item.score
        if score in asked:
            said = f"naar “{score}” vraagt {asked[score]} al; kies een andere score"
            yield one.document.problem(("score",), said)
        asked.setdefault(score, one.document.path)
    if not asked or any(name == kind.name for name, _ in shelf.broken):
        # What a file with a problem asks cannot be known.
        return
    for name in fields_of(Partnerschapsvraag)["score"].choices:
        if name not in asked:
            said = f"geen vraag vraagt naar “{name}”; maak er een"
            yield Problem(kind.folder, 1, 1, "score", said)


def written_pages_hold_text(shelf: Shelf) -> Iterator[Problem]:
    """What was written by hand under ``docs/`` is Markdown that can be read, and holds no HTML, script or unsafe link."""
    for path in written_files(shelf.root):
        shown = path.relative_to(shelf.root).as_posix()
        if path.suffix != ".md":
            # The generator would copy it to the site as it is, or render it unchecked.
            yield Problem(shown, 1, 1, "bestand", not_read(".md"))
            continue
        try:
            text = decoded(read_bytes(path, shown, PAGE_BYTES), shown)
        except ContentError as error:
            yield from error.problems
        else:
            yield from character_problems(look_over(text, Form.PAGE), shown)
            found = faults(text)
            yield from first_of(Problem(shown, one.line, 1, "tekst", one.message) for one in found)


def content_is_plain_files(shelf: Shelf) -> Iterator[Problem]:
    """Among the content are only files and folders: a link or a device may lead out of the project."""
    for top in content_folders():
        for path in _everything_in(shelf.root / top):
            if (not path.is_dir() and not is_plain_file(path)) or path.is_symlink():
                shown = path.relative_to(shelf.root).as_posix()
                yield Problem(shown, 1, 1, "bestand", NOT_PLAIN)


def _everything_in(folder: Path) -> Iterator[Path]:
    """The folder and all in it, without following links."""
    if folder.is_symlink() or folder.is_dir():
        yield folder
    if folder.is_dir() and not folder.is_symlink():
        for path in sorted(folder.iterdir()):
            yield from _everything_in(path) if path.is_dir() else (path,)


def kinds_have_their_templates(shelf: Shelf) -> Iterator[Problem]:
    """Every kind has the template that its items are shown with."""
    for kind in KINDS.values():
        template = needed_template(kind)
        if not is_there(template):
            what = "de pagina" if kind.own_page else "het overzicht"
            path = f"hooks/catalogue/templates/{template}"
            said = f"dit sjabloon ontbreekt; {what} van de soort “{kind.name}” wordt ermee gemaakt"
            yield Problem(path, 1, 1, "bestand", said)


def concepts_were_never_published(shelf: Shelf) -> Iterator[Problem]:
    """What is published stays: it does not become a concept again."""
    for one in _concepts_again(shelf):
        said = "dit is al gepubliceerd en kan geen concept meer worden; intrekken kan met `catalogue withdraw`"
        yield one.document.problem(("status",), said)


def _concepts_again(shelf: Shelf) -> Iterator[Loaded]:
    concepts = shelf.concepts
    if not concepts:
        return
    with suppress(ContentError):
        # What is wrong with the list is a problem of its own.
        lines = read_permalinks(shelf.root)
        published = {address for _, *both in lines for address in both if address}
        yield from (one for one in concepts if one.kind.address(one.item.id) in published)


def permalinks_are_kept(shelf: Shelf) -> Iterator[Problem]:
    """Every address that was ever published still exists."""
    return missing_permalinks(shelf.root, addresses(shelf.ids))


def addresses(ids: Mapping[str, Iterable[str]]) -> set[str]:
    """The addresses of all items and of the overviews of their kinds."""
    items = {kind.address(id) for kind in KINDS.values() for id in ids.get(kind.name, ())}
    return items | {f"{kind.section}/" for kind in KINDS.values()}


@finished
def word_pairs_lead_somewhere(shelf: Shelf) -> Iterator[Problem]:
    """Each pair of words is whole, stands once, and is found in the content."""
    return problems_in_pairs(shelf.root, (one.document.text for one in shelf.loaded))


CHECKS: tuple[Check, ...] = (
    content_is_plain_files,
    id_is_file_name,
    ids_are_unique,
    references_resolve,
    text_links_name_a_kind,
    text_links_resolve,
    sources_match_list,
    judgements_are_no_sources,
    facts_have_a_source,
    links_are_single,
    bouwsteen_numbers_fit,
    plans_are_told_from_facts,
    findings_are_founded,
    proposals_do_not_send_in_circles,
    partnership_questions_ask_each_score_once,
    written_pages_hold_text,
    kinds_have_their_templates,
    concepts_were_never_published,
    permalinks_are_kept,
    word_pairs_lead_somewhere,
)


def situations_leave_a_choice(catalogue: Catalogue, shelf: Shelf) -> Iterator[Problem]:
    """Of each situation enough is said to choose by, and each instrument is reached by more than one."""
    # Without situations there is no choice to make.
    if catalogue.count("situatie"):
        documents = {(one.kind.name, one.item.id): one.document for one in shelf.loaded}
        for one in thin(catalogue):
            if document := documents.get(one.node.key):
                yield document.problem((one.field,), one.message)


def modules_can_be_run(catalogue: Catalogue, shelf: Shelf) -> Iterator[Problem]:
    """The minutes of a module fit what must happen in them, and all that it needs is there."""
    return _faults(shelf, Module, partial(faults_in_module, catalogue))


def exercises_can_be_done(catalogue: Catalogue, shelf: Shelf) -> Iterator[Problem]:
    """The cards and cases of an exercise hold its answers, and there is something to choose."""
    return _faults(shelf, Oefening, partial(faults_in_exercise, catalogue))


def sheets_can_be_filled(catalogue: Catalogue, shelf: Shelf) -> Iterator[Problem]:
    """What a handout takes from a card, the card says."""
    return _faults(shelf, Handout, partial(sheet_faults, catalogue))


def _faults(
    shelf: Shelf, model: type[I], faults_in: Callable[[I], Iterable[LessonFault]]
) -> Iterator[Problem]:
    """A problem for each fault in the items of a kind."""
    for one in shelf.loaded:
        if isinstance(one.item, model):
            for fault in faults_in(one.item):
                yield one.document.problem(fault.loc, fault.message)


LINKED_CHECKS: tuple[LinkedCheck, ...] = (
    situations_leave_a_choice,
    modules_can_be_run,
    exercises_can_be_done,
    sheets_can_be_filled,
)
"""The rules that see what is wrong only when the items are linked; they run when all else is right."""
