"""What editors do to a file without typing in it: it is begun, cleaned, mended, renamed or withdrawn.

``starting_file``  a title → a file to begin with, and what is called nearly so
``tidying``        a file → the same words, without what came along
``grafting``       what a form wrote anew → the old text with only what changed
``moving``         an item gets another id, or goes → every change in the files that takes
"""
