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
from catalogue.publishing import Output, is_data, newest_epoch, publish
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
    config.extra["made"] = {}
    if folder := os.environ.get(VARIABLE):
        config.extra["search"] = Handover(Path(folder))
    config.extra["aside"] = TemporaryDirectory()
    # Nothing needs the catalogue after this.
    catalogue = config.extra.pop("catalogue")
    outputs = publish(catalogue, root, config.site_url or "", config.edit_uri or "")
    del catalogue
    for output in outputs:
        files.append(_page(output, config) if output.head else _data(output, config, len(files)))
    for path, source in theme_files(root / "theme").items():
        files.append(File.generated(config, path, abs_src_path=str(source)))
    if text := config.extra.pop("security_txt"):
        files.append(File.generated(config, ADDRESS, content=text))


def _page(output: Output, config: MkDocsConfig) -> File:
    """A page of which MkDocs reads the fields alone: its HTML waits until it is written, and search has it at once."""
    config.extra["made"][output.path] = output.body
    handover = config.extra.get("search")
    if handover and output.record:
        handover.add(output.body.decode("utf-8"), output.record)
    file = File.generated(config, output.path, content=output.head)
    file.edit_uri = output.source and from_docs(output.source)
    return file


def _data(output: Output, config: MkDocsConfig, number: int) -> File:
    """A file of open data. What is large goes aside: of thousands of cards it takes more memory than the pages."""
    if len(output.body) < SMALL:
        return File.generated(config, output.path, content=output.body)
    stored = Path(config.extra["aside"].name, str(number))
    stored.write_bytes(output.body)
    return File.generated(config, output.path, abs_src_path=str(stored))


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
