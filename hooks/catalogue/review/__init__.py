"""Two versions of the content → a comment on a proposal that someone who knows no YAML can read.

``comparing``  two folders of content → what is wrong, what changed, and which pages show it
``written``    what changed in the pages that were written by hand
``marking``    two texts → the words that differ, and the same texts shortened
``escaping``   a value → the same value in a comment, where it does nothing
``comment``    all that → Markdown of at most so many characters
``lists``      what came and went in the lists beside the content
``gitlab``     the comment → a note on a merge request
"""
