"""Search: what every page must be found by, and the Pagefind index that is made of it.

``records``   a page → what the index must know of it: kind, title, summary, names that lead to it
``handover``  records and HTML, from the builder of the site to the index
``word_pairs``  words of the trade and plain words for the same → what the search in the browser knows of them
``words``     names → more words that lead to the same page: parts of compounds, other forms, misspellings
``indexing``  what was handed over → a search index in a built site
"""
