"""The workspace file: its door, its tables, workshops as rows, undo steps, copies and checks.

`opening` is all that the first window needs; `workspace` (which brings SQLAlchemy) does the rest.
"""
