"""A course of texts, links and quizzes → the bytes of a Common Cartridge 1.1 package.

A package is a zip file with a manifest, a page for each text, a file for each web link, and QTI 1.2 for each quiz. It says
what the specification of 1EdTech asks and no more: every learning platform that reads Common Cartridge reads this. The
same course gives the same bytes.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from html import escape
from io import BytesIO
from xml.etree.ElementTree import Element, SubElement, tostring

from ..knowledge.quiz import Question

_CC = "http://www.imsglobal.org/xsd/imsccv1p1"
MANIFEST_SPACE = f"{_CC}/imscp_v1p1"
ABOUT_SPACE = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
LINK_SPACE = f"{_CC}/imswl_v1p1"
QUIZ_SPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"

TEXT, LINK, QUIZ = "webcontent", "imswl_xmlv1p1", "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"

# The first day that a zip file can name: no clock stands in the package.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class TextPage:
    """A page to read in the platform."""

    title: str
    html: str
    """What stands under its heading."""


@dataclass(frozen=True)
class WebLink:
    """A link to a page of the site."""

    title: str
    url: str


@dataclass(frozen=True)
class Quiz:
    """Questions with one right answer."""

    title: str
    questions: list[Question]


Activity = TextPage | WebLink | Quiz


@dataclass(frozen=True)
class Section:
    """A part of the course; a platform shows it as a week or a topic."""

    title: str
    activities: list[Activity]


@dataclass(frozen=True)
class Course:
    """What goes into one package."""

    id: str
    title: str
    about: str
    rights: str
    sections: list[Section]


def package(course: Course) -> bytes:
    """The bytes of the ``.imscc`` file."""
    files: dict[str, bytes] = {}
    manifest = _manifest(course)
    tree = SubElement(SubElement(manifest, "organizations"), "organization")
    tree.attrib |= {"identifier": "opzet", "structure": "rooted-hierarchy"}
    root = SubElement(tree, "item", identifier="begin")
    resources = SubElement(manifest, "resources")
    for n, section in enumerate(course.sections, 1):
        folder = SubElement(root, "item", identifier=f"deel-{n}")
        SubElement(folder, "title").text = section.title
        for m, activity in enumerate(section.activities, 1):
            name = f"{n}-{m}"
            _place(folder, name, activity.title)
            path, content, kind = _file(activity, name)
            files[path] = content
            resource = SubElement(resources, "resource", identifier=f"bron-{name}", type=kind)
            if kind == TEXT:
                resource.set("href", path)
            SubElement(resource, "file", href=path)
    return _zipped({"imsmanifest.xml": _written(manifest), **files})


def _manifest(course: Course) -> Element:
    manifest = Element("manifest", identifier=f"pakket-{course.id}", xmlns=MANIFEST_SPACE)
    manifest.set("xmlns:lomimscc", ABOUT_SPACE)
    metadata = SubElement(manifest, "metadata")
    SubElement(metadata, "schema").text = "IMS Common Cartridge"
    SubElement(metadata, "schemaversion").text = "1.1.0"
    about = SubElement(metadata, "lomimscc:lom")
    general = SubElement(about, "lomimscc:general")
    for name, text in (("title", course.title), ("description", course.about)):
        _said(SubElement(general, f"lomimscc:{name}"), text)
        if name == "title":
            SubElement(general, "lomimscc:language").text = "nl"
    rights = SubElement(about, "lomimscc:rights")
    restricted = SubElement(rights, "lomimscc:copyrightAndOtherRestrictions")
    SubElement(restricted, "lomimscc:value").text = "yes"
    _said(SubElement(rights, "lomimscc:description"), course.rights)
    return manifest


def _said(element: Element, text: str) -> None:
    SubElement(element, "lomimscc:string", language="nl").text = text


def _place(folder: Element, name: str, title: str) -> None:
    item = SubElement(folder, "item", identifier=f"plek-{name}", identifierref=f"bron-{name}")
    SubElement(item, "title").text = title


def _file(activity: Activity, name: str) -> tuple[str, bytes, str]:
    """Path, content and type of what stands behind an activity."""
    if isinstance(activity, TextPage):
        return f"tekst-{name}.html", _page(activity), TEXT
    if isinstance(activity, WebLink):
        return f"link-{name}.xml", _link(activity), LINK
    return f"toets-{name}.xml", _quiz(activity, name), QUIZ


def _page(text: TextPage) -> bytes:
    title = escape(text.title)
    head = f'<head>\n<meta charset="utf-8" />\n<title>{title}</title>\n</head>'
    body = f"<body>\n<h1>{title}</h1>\n{text.html}\n</body>"
    return f'<!DOCTYPE html>\n<html lang="nl">\n{head}\n{body}\n</html>\n'.encode()


def _link(link: WebLink) -> bytes:
    root = Element("webLink", xmlns=LINK_SPACE)
    SubElement(root, "title").text = link.title
    SubElement(root, "url", href=link.url, target="_blank")
    return _written(root)


def _quiz(quiz: Quiz, name: str) -> bytes:
    root = Element("questestinterop", xmlns=QUIZ_SPACE)
    assessment = SubElement(root, "assessment", ident=f"toets-{name}", title=quiz.title)
    _fields(
        assessment,
        {
            "cc_profile": "cc.exam.v0p1",
            "qmd_assessmenttype": "Examination",
            "qmd_scoretype": "Percentage",
            "qmd_feedbackpermitted": "Yes",
            "qmd_hintspermitted": "No",
            "qmd_solutionspermitted": "Yes",
            "cc_maxattempts": "unlimited",
        },
    )
    section = SubElement(assessment, "section", ident=f"vragen-{name}")
    for n, question in enumerate(quiz.questions, 1):
        _item(section, f"vraag-{name}-{n}", n, question)
    return _written(root)


def _item(section: Element, ident: str, number: int, question: Question) -> None:
    """A question: what it asks, when it is right, and what is said afterwards."""
    item = SubElement(section, "item", ident=ident, title=f"Vraag {number}")
    _fields(SubElement(item, "itemmetadata"), {"cc_profile": "cc.multiple_choice.v0p1"})
    presentation = SubElement(item, "presentation")
    _material(presentation, question.text)
    lid = SubElement(presentation, "response_lid", ident=f"{ident}-antwoord", rcardinality="Single")
    choice = SubElement(lid, "render_choice")
    idents = {text: f"{ident}-{n}" for n, text in enumerate(question.options, 1)}
    for text, name in idents.items():
        _material(SubElement(choice, "response_label", ident=name), text)
    processing = SubElement(item, "resprocessing")
    SubElement(
        SubElement(processing, "outcomes"),
        "decvar",
        maxvalue="100",
        minvalue="0",
        varname="SCORE",
        vartype="Decimal",
    )
    always = SubElement(processing, "respcondition")
    always.set("continue", "Yes")
    SubElement(SubElement(always, "conditionvar"), "other")
    SubElement(always, "displayfeedback", feedbacktype="Response", linkrefid=f"{ident}-uitleg")
    right = SubElement(processing, "respcondition")
    right.set("continue", "No")
    equal = SubElement(SubElement(right, "conditionvar"), "varequal", respident=f"{ident}-antwoord")
    equal.text = idents[question.right]
    SubElement(right, "setvar", action="Set", varname="SCORE").text = "100"
    feedback = SubElement(item, "itemfeedback", ident=f"{ident}-uitleg")
    _material(
        SubElement(feedback, "flow_mat"), f"Het goede antwoord: {question.right}. {question.why}"
    )


def _fields(element: Element, fields: dict[str, str]) -> None:
    metadata = SubElement(element, "qtimetadata")
    for label, entry in fields.items():
        field = SubElement(metadata, "qtimetadatafield")
        SubElement(field, "fieldlabel").text = label
        SubElement(field, "fieldentry").text = entry


def _material(element: Element, text: str) -> None:
    # A platform takes it for HTML, so what would be a tag is escaped twice: here, and as XML.
    said = SubElement(SubElement(element, "material"), "mattext", texttype="text/html")
    said.text = escape(text, quote=False)


def _written(root: Element) -> bytes:
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _zipped(files: dict[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # The same on every system: a file that all may read.
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            package.writestr(entry, data)
    return content.getvalue()
