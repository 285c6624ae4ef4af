"""The catalogue: YAML and Markdown files in, one checked and linked model out.

Imports no MkDocs. The modules, in the order in which data meets them:

``reading``        bytes of one file → data with a place for every value
``model``          data → typed items (one class per kind of content)
``checking``       a folder of content → ``Catalogue`` or problems in Dutch
``linking``        items → links that show on both sides
``letters``        a long index → a page per first letter
``rendering``      ``Catalogue`` → one Markdown page per address
``overview_data``  a long index with facets → the file with which the browser filters it
``exporting``      ``Catalogue`` → ``catalogus.json`` and JSON Schemas
``search``         ``Catalogue`` and finished pages → Pagefind index
"""
