"""Lists of people from outside: the clipboard, CSV and XLSX, read into names, roles and who leads whom.

`read_text` and `read_file` give a `PeopleTable` for a preview, in which the columns may be chosen otherwise;
`people` makes a `PeopleList` of it, with a sentence and a line for each row that is not right. A list that cannot be
read at all raises `PeopleUnreadable`, which has a sentence too.

Inside: `text` and `xlsx` read rows of cells, `columns` finds the header and what the columns hold, `names` cleans
names, `words` has the vocabulary, `persons` puts people together, `faults` says what is wrong.
"""

from gogrow.content.people.columns import TableRow
from gogrow.content.people.faults import MAX_BYTES, MAX_PEOPLE, PeopleUnreadable, Problem
from gogrow.content.people.persons import PeopleList, PersonRow, people, people_json
from gogrow.content.people.reading import PeopleTable, guess_columns, read_file, read_text
from gogrow.content.people.words import Column

__all__ = [
    "MAX_BYTES",
    "MAX_PEOPLE",
    "Column",
    "PeopleList",
    "PeopleTable",
    "PeopleUnreadable",
    "PersonRow",
    "Problem",
    "TableRow",
    "guess_columns",
    "people",
    "people_json",
    "read_file",
    "read_text",
]
