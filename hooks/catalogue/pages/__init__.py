"""``Catalogue`` → the pages of the site.

``rendering``    the pages, one by one; an item rendered twice gives the same page
``page``         what a page is, and the address it stands at
``views``        what each kind of page needs, worked out; templates only lay it out
``citations``    marks in a rendered page → numbered notes, a list of sources, and links of concepts
``sharing``      what a reader takes along to point at a page: a link card, a citation
``headings``     headings of a page → headings that can be linked to
``codes``        a short address → its QR code
``environment``  the templates: how values enter a page, and which words they may use
``pictures``     data → SVG, each beside a list or table with the same content
"""

from __future__ import annotations

from .codes import codes
from .page import Page
from .rendering import render, render_moved, render_page

__all__ = ["Page", "codes", "render", "render_moved", "render_page"]
