"""What is exchanged with other programs: spreadsheets that people fill in, and spreadsheets that they can recompute."""

from circular_tender.exchange.files import FilledForm as FilledForm
from circular_tender.exchange.files import bid_form as bid_form
from circular_tender.exchange.files import read_form as read_form
from circular_tender.exchange.files import scoring_sheet as scoring_sheet
from circular_tender.exchange.workbook import workbook as workbook
