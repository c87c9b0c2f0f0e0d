"""What is wrong with a table of cards, or with one cell of it: a sentence for each code.

`deck_faults.Fault.message` puts the file and the row before it, and for a cell its column.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

Say = Callable[..., str]


def of_table(code: str, t: Say, v: Mapping[str, str]) -> str:
    """The sentence about a whole file, '' when the code is none of these."""
    match code:
        case "table_missing":
            return t("there is no file with this name. Check the name and the folder.")
        case "table_no-access":
            return t("the file cannot be opened. Close it in other programs, or choose another one.")
        case "table_not-a-file":
            return t("this is a folder or a device. Choose a CSV or XLSX file.")
        case "table_empty":
            return t("there is nothing in it. Fill in the template, and try again.")
        case "table_no_header":
            return t("the row with the names of the columns was not found. Begin with the template.")
        case "table_too-big":
            return t("the table is larger than 5 MB. Copy only the cards to a new file.")
        case "table_too-much":
            return t("the file holds far more than cards. Copy only the cards to a new file.")
        case "table_too-many":
            return t("there are more than {limit} rows. Make several tables of it.", limit=v.get("limit", "5000"))
        case "table_not-a-list":
            return t("this is not a table. Choose a CSV or XLSX file.")
        case "table_web-page":
            return t("this is a web page. Open it in Excel and save it as an Excel workbook (.xlsx).")
        case "table_old-excel" | "table_binary-excel":
            return t("this is another kind of Excel file. Save it in Excel as an Excel workbook (.xlsx).")
        case "table_ods":
            return t("this is an OpenDocument file. Open it and save it as XLSX or CSV.")
        case "table_password":
            return t("the file has a password. Save it once more without one.")
        case "table_damaged":
            return t("the file is damaged. Open it in Excel and save it again.")
        case "table_no-sheet":
            return t("there is no sheet with the name {sheet}. It has: {sheets}.", **v)
        case "cell_quote":
            return t("a quotation mark opens here and never closes. Check this row.")
    return ""


def of_cell(code: str, t: Say, v: Mapping[str, str]) -> str:
    """The sentence about one cell, behind the name of its column; '' when the code is none of these."""
    match code:
        case "cell_empty":
            return t("is empty, and this card needs it. Fill it in.")
        case "cell_error":
            return t("shows an error of the spreadsheet: {found}. Mend that cell.", **v)
        case "cell_icon":
            return t("names an icon that GoGrow does not have: {found}. Choose another, or leave the cell empty.", **v)
        case "cell_twice":
            return t("is there twice in one language: {found}. Choose another for one of the two.", **v)
    return ""
