"""A form that somebody filled in, and what people do to it."""

import filling
from openpyxl.comments import Comment


def edited(path, change, *, language="en"):
    """The form of the short tender, filled with its bid, after a change in a spreadsheet program."""
    path.write_bytes(filling.changed(filling.filled(language), change))
    return path


def setting(**cells):
    """A change that writes into cells, each named sheet and cell with two underscores between."""

    def change(book):
        for name, value in cells.items():
            sheet, _, cell = name.rpartition("__")
            book[sheet.replace("_", " ")][cell] = value

    return change


def shown_as(sheet, cell, value, number_format):
    """A change that writes a number with a format."""

    def change(book):
        book[sheet][cell] = value
        book[sheet][cell].number_format = number_format

    return change


def noted_beside(sheet, cell, text):
    """A change that writes a note beside a cell."""

    def change(book):
        book[sheet][cell].comment = Comment(text, "somebody")

    return change
