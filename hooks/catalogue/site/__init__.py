"""A project → a whole site, checked, searchable and ready for a web server.

Runs MkDocs as a program beside it and imports nothing of it. The modules, in the order in which a build meets them:

``building``         a project → a finished site, by the steps below
``mkdocs_run``       a project → the pages of the site, made by MkDocs
``assets``           our part of the theme → where its files stand in the site
``security_txt``     settings → ``/.well-known/security.txt``
``pagefind_bundle``  the search index of Pagefind → the same index in a fixed order
``documents``        a built page → its links, its anchors, and what may not stand in it
``links``            a built site → links that lead nowhere, and pages that nothing leads to
``headers``          the headers that a web server sends along
``redirects``        a built site → the addresses that lead elsewhere, as rules for a web server
``compressing``      a built site → the same with small copies for a web server
``replacing``        a new site → in the place of the earlier one, or not at all
``serving``          a project → a site on this machine that follows every edit
``webserver``        a built site → answers over HTTP
``language``         a built site → how well it reads, and words that no dictionary knows
``fault``            what is wrong with a site, in Dutch
"""
