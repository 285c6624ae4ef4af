"""The catalogue: YAML and Markdown files in, one checked and linked model out, and a site made of that.

Imports no MkDocs. The modules, in the order in which data meets them:

``characters``     what comes along when text is pasted: what it is called, and what belongs in its place
``reading``        bytes of one file → data with a place for every value
``markup``         the small Markdown of texts: links, emphasis, sentences
``model``          data → typed items: one class per kind, which says all there is to know of the kind and its fields
``messages``       what does not fit the model → a sentence in Dutch
``problem``        a problem in the content, with its place
``concepts``       a half-filled concept → what a preview shows of it, and what is still missing
``shelf``          a folder of content → every file, valid by itself
``checks``         the rules for the content as a whole
``written_pages``  the rules for pages that were written by hand
``permalinks``     addresses are forever
``short_addresses`` an item → an address to print and to scan
``terms``          names of concepts → the places where they stand in running text
``linking``        items → ``Catalogue``: links that can be read from both sides
``checking``       a folder of content → ``Catalogue`` or problems
``knowledge``      what can be known of a catalogue beyond what stands in its files
``anchors``        ids that no item may have, because the site has another use for them
``site_pages``     the pages that the site has besides those of items and kinds
``letters``        a long index → a page per first letter
``dutch``          dates, numbers and lists as Dutch readers write them
``template_files`` where the templates are, and which a kind needs
``pages``          ``Catalogue`` → one Markdown page per address, made with ``templates/``
``exporting``      ``Catalogue`` → ``catalogus.json`` and the schema that describes it
``datasets``       ``Catalogue`` → the data that a page fetches when a reader asks something of it
``feeds``          what changed last, as an Atom feed and a JSON Feed
``publishing``     all that the catalogue brings to the site
``search``         pages → Pagefind index
``form``           the model and the catalogue → the form in the browser, for editors without git
``site``           a project → a finished site, served and checked

Beside that road: ``history`` (a project under git → its content at a revision), ``review`` (two versions of the content →
a comment on a proposal), ``starting_file`` (a title → a file to begin with, and what is called nearly so), ``tidying`` (a
file → the same words, without what came along), ``grafting`` (what a form wrote anew → the old text with only what
changed), ``moving`` (an item gets another id, or goes → every change in the files that takes), ``addresses`` (the content
→ the addresses elsewhere that it names), ``asking`` (an address elsewhere → whether it still answers), ``schemas`` (the
model → JSON Schemas for editors' programs), ``report`` (what there is, and what is still open), ``memory`` (the garbage
collector, for programs that keep all they read), ``commands`` and ``cli`` (the command ``catalogue``).
"""
