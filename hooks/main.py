"""The MkDocs events: each passes on what ``catalogue`` makes."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from catalogue.checking import load
from catalogue.concepts import VARIABLE as CONCEPTS
from catalogue.memory import keeping_everything
from catalogue.pages.headings import ids_in
from catalogue.pages.page import from_docs
from catalogue.problem import ContentError
from catalogue.publishing import is_data, newest_epoch, publish
from catalogue.search.handover import VARIABLE, Handover
from catalogue.search.records import written_record
from catalogue.site.assets import folder_of, theme_files
from catalogue.site.security_txt import ADDRESS, security_txt


def on_config(config: MkDocsConfig) -> None:
    """Read and check the catalogue before MkDocs empties ``site/``."""
    root = Path(config.config_file_path).parent
    preview = config.extra["voorvertoning"] = bool(os.environ.get(CONCEPTS))
    try:
        with keeping_everything():
            catalogue = load(root, concepts=preview)
        config.extra["security_txt"] = security_txt(
            config.extra.get("beveiliging"), config.site_url or ""
        )
    except ContentError as error:
        raise BuildError(f"\n{error}") from None
    config.extra["catalogue"] = catalogue
    config.extra["middelen"] = folder_of(root / "theme")
    # The site map carries this date, not the clock's: the same commit gives the same bytes.
    os.environ["SOURCE_DATE_EPOCH"] = newest_epoch(catalogue)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Replace the data files under ``docs/`` by the pages and exports made of them, and the theme's files by ours."""
    for file in [f for f in files if is_data(f.src_uri) or f.src_dir in config.theme.dirs]:
        files.remove(file)
    root = Path(config.config_file_path).parent
    records = []
    made = config.extra["made"] = {}
    # Nothing needs the catalogue after this, and thousands of cards take much memory.
    for output in publish(
        config.extra.pop("catalogue"), root, config.site_url or "", config.edit_uri or ""
    ):
        if output.head:
            made[output.path] = output.body
        file = File.generated(config, output.path, content=output.head or output.body)
        file.edit_uri = output.source and from_docs(output.source)
        files.append(file)
        records += [output.record] if output.record else []
    if folder := os.environ.get(VARIABLE):
        config.extra["search"] = Handover(Path(folder), records)
    for path, source in theme_files(root / "theme").items():
        files.append(File.generated(config, path, abs_src_path=str(source)))
    if text := config.extra.pop("security_txt"):
        files.append(File.generated(config, ADDRESS, content=text))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give a generated page its HTML, which is no Markdown to read, and hand each page over to the search index.

    What MkDocs made it of is let go of; MkDocs would keep that of all pages.
    """
    page.markdown = ""
    written = page.file.abs_src_path is not None
    if not written:
        page.file.content_string = ""
        html = config.extra["made"].pop(page.file.src_uri).decode("utf-8")
        page.present_anchor_ids = ids_in(html)
    if handover := config.extra.get("search"):
        summary = str(page.meta.get("description", ""))
        handover.add(page.url, html, written_record(page.url, summary) if written else None)
    return html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let go of the HTML of a page that is about to be written."""
    page.content = ""
    return output
