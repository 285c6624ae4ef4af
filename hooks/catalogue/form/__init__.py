"""The form in the browser, for editors without git: what Decap CMS needs of us.

``collections``  the model and the catalogue → the fields of the form
``backend``      the settings of who serves it → where it saves, and which hosts it asks
``folder``       these together → the folder that is served at ``/beheer/``
``mending``      what the form wrote anew → the old text with only the values that changed
``local``        the form on this machine, with a clone to save in
"""
