"""The catalogue: YAML and Markdown files in, one checked and linked model out, and a site made of that.

Imports no MkDocs. The modules, along the road that data go; each builds only on those above it:

``problem``         a problem in the content, with its place
``dutch``           dates, numbers and lists as Dutch readers write them
``characters``      what comes along when text is pasted: what it is called, and what belongs in its place
``reading``         bytes of one file → data with a place for every value
``markup``          the small Markdown of texts: links, emphasis, sentences
``text_html``       a text of editors → HTML
``model``           data → typed items: one class per kind, which says all there is to know of the kind and its fields
``messages``        what does not fit the model → a sentence in Dutch
``concepts``        a half-filled concept → what a preview shows of it, and what is still missing
``terms``           names of concepts → the places where they stand in running text
``linking``         items → ``Catalogue``: links that can be read from both sides
``shelf``           a folder of content → every file, valid by itself
``knowledge``       what can be known of a catalogue beyond what stands in its files
``letters``         a long index → a page per first letter
``site_pages``      the pages that the site has besides those of items and kinds
``anchors``         ids that no item may have, because the site has another use for them
``permalinks``      addresses are forever
``short_addresses`` an item → an address to print and to scan
``search``          pages → Pagefind index
``written_pages``   the rules for pages that were written by hand
``template_files``  where the templates are, and which a kind needs
``templating``      a folder of templates → an environment
``checks``          the rules for the content as a whole
``checking``        a folder of content → ``Catalogue`` or problems
``pages``           ``Catalogue`` → one page per address, made with ``templates/``
``exporting``       ``Catalogue`` → ``catalogus.json`` and the schema that describes it
``datasets``        ``Catalogue`` → the data that a page fetches when a reader asks something of it
``feeds``           what changed last, as an Atom feed and a JSON Feed
``publishing``      all that the catalogue brings to the site
``history``         a project under git → its content at a revision
``site``            a project → a finished site, served and checked

Beside that road, in the same way:

``memory``          the garbage collector, for programs that keep all they read
``schemas``         the model → JSON Schemas for editors' programs
``report``          what there is, and what is still open
``editing``         what editors do to a file without typing in it: begin, tidy, mend, rename, withdraw
``elsewhere``       the addresses elsewhere that the content names, and whether they still answer
``form``            the model and the catalogue → the form in the browser, for editors without git
``review``          two versions of the content → a comment on a proposal
``commands``        the commands of ``catalogue``, one module each
``cli``             the command ``catalogue``
"""
