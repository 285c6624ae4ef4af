"""What can be known of a catalogue beyond what stands in its files. Pages, exports, search and reports read it here.

``scales``        the four scales of an instrument, and the words of their scores
``completeness``  how complete a card is
``facets``        by what instruments can be filtered
``entries``       what their overview says of each
``relations``     how instruments hang together, read from either side
``coherence``     all of it: relations by kind, ladders of escalation, what is around a card
``matrix``        what each card says of each bouwsteen, knelpunt or situation
``tables``        the tables of a case: Moore, the programme, the partnership scores
``comparison``    what a card says in each row of a comparison
``survey``        the knelpunten by their scores
``laws``          names and addresses of laws and articles
``law_use``       what rests on a law, per article
``source_use``    what rests on a source, and where in it
``coverage``      the headings of a source, and what rests on each
``choosing``      what the cards say for and against each answer of a chooser
``evidence``      where a factor comes from, and what confirms it
``compass``       the questions of the Beleidskompas, and what sources say of doing nothing
``teaching``      what would go wrong in the room where a module is given, and what changed since somebody looked
``extracts``      what a sheet that is handed out takes from a card
``training``      the modules, sheets and teaching notes in which an item comes up
``mentions``      who names an item in running text
``learning_line`` the modules in order, and a route per sort of reader
``practising``    the questions and answers of an exercise, and what would keep anyone from doing it
``quiz``          the questions that a module makes for a learning platform
``worklist``      what editors can do next: what is due, lacking or doubtful
``impact``        what changed between two versions, and what uses it
"""
