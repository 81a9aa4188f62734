"""What is exchanged with other programs: spreadsheets to fill in and to recompute, and product passports."""

from circular_tender.exchange.files import FilledForm as FilledForm
from circular_tender.exchange.files import bid_form as bid_form
from circular_tender.exchange.files import read_form as read_form
from circular_tender.exchange.files import scoring_sheet as scoring_sheet
from circular_tender.exchange.passports import PassportReading as PassportReading
from circular_tender.exchange.passports import read_product_passport as read_product_passport
from circular_tender.exchange.workbook import workbook as workbook
