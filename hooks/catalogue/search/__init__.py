"""Search: what every page must be found by, and the Pagefind index that is made of it.

``records``   ``Catalogue`` → one record per page: kind, title, summary, facets, names that lead to it
``words``     names → more words that lead to the same page: parts of compounds, other forms, misspellings
``indexing``  a built site with its records → the same site with a search index
"""
