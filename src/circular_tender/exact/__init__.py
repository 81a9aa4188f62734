"""Exact numbers: their notation, columns of them, symbols that print them, and the words for formulas."""

from circular_tender.exact.column import Column as Column
from circular_tender.exact.notation import EXAMPLES as EXAMPLES
from circular_tender.exact.notation import NUMBER as NUMBER
from circular_tender.exact.notation import NotExact as NotExact
from circular_tender.exact.notation import Quantity as Quantity
from circular_tender.exact.notation import as_text as as_text
from circular_tender.exact.notation import decimal_text as decimal_text
from circular_tender.exact.notation import exact_text as exact_text
from circular_tender.exact.notation import read as read
from circular_tender.exact.notation import read_any as read_any
from circular_tender.exact.notation import read_as as read_as
from circular_tender.exact.symbol import Symbol as Symbol
from circular_tender.exact.vocabulary import ROUNDINGS as ROUNDINGS
from circular_tender.exact.vocabulary import Exact as Exact
from circular_tender.exact.vocabulary import Table as Table
