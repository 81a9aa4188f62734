"""An assessment as a workbook that an officer recomputes: its formulas are those that the tender published."""

from circular_tender.exchange.workbook.writing import formula_of as formula_of
from circular_tender.exchange.workbook.writing import laid_out as laid_out
from circular_tender.exchange.workbook.writing import workbook as workbook
