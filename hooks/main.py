"""The MkDocs events: each passes on what ``catalogue`` makes."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from catalogue.checking import load
from catalogue.concepts import VARIABLE as CONCEPTS
from catalogue.memory import keeping_everything
from catalogue.pages.page import from_docs
from catalogue.problem import ContentError
from catalogue.publishing import is_data, newest_epoch, publish
from catalogue.search.handover import VARIABLE, Handover
from catalogue.search.records import written_record
from catalogue.site.assets import folder_of, theme_files
from catalogue.site.security_txt import ADDRESS, security_txt

SMALL = 16_384
"""So many bytes of open data MkDocs may keep until it writes them."""


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
    made = config.extra["made"] = {}
    if folder := os.environ.get(VARIABLE):
        config.extra["search"] = Handover(Path(folder))
    # Of thousands of cards the open data take more memory than the pages.
    aside = config.extra["aside"] = TemporaryDirectory()
    # Nothing needs the catalogue after this.
    catalogue = config.extra.pop("catalogue")
    outputs = publish(catalogue, root, config.site_url or "", config.edit_uri or "")
    del catalogue
    for n, output in enumerate(outputs):
        if output.head or len(output.body) < SMALL:
            file = File.generated(config, output.path, content=output.head or output.body)
        else:
            stored = Path(aside.name, str(n))
            stored.write_bytes(output.body)
            file = File.generated(config, output.path, abs_src_path=str(stored))
        if output.head:
            made[output.path] = output.body
        if output.record and folder:
            config.extra["search"].add(output.body.decode("utf-8"), output.record)
        file.edit_uri = output.source and from_docs(output.source)
        files.append(file)
    for path, source in theme_files(root / "theme").items():
        files.append(File.generated(config, path, abs_src_path=str(source)))
    if text := config.extra.pop("security_txt"):
        files.append(File.generated(config, ADDRESS, content=text))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Hand a page that was written by hand over to the search index, and let go of what MkDocs would keep of each page."""
    page.markdown = ""
    if page.file.src_uri in config.extra["made"]:
        page.file.content_string = ""
        # MkDocs would look for them in its own HTML; the finished site is looked through by `catalogue links`.
        page.present_anchor_ids = None
    elif handover := config.extra.get("search"):
        summary = str(page.meta.get("description", ""))
        handover.add(html, written_record(page.url, summary))
    return html


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> None:
    """Give a generated page its HTML, which is no Markdown to read, when it is about to be written."""
    if made := config.extra["made"].pop(page.file.src_uri, None):
        page.content = made.decode("utf-8")


def on_post_build(config: MkDocsConfig) -> None:
    """Remove what was put aside."""
    config.extra.pop("aside").cleanup()


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let go of the HTML of a page that is about to be written."""
    page.content = ""
    return output
