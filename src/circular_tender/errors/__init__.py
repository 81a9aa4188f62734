"""What can be wrong, as data, and the one table of English sentences for it."""

from circular_tender.errors.english import SENTENCES as SENTENCES
from circular_tender.errors.problems import LIMIT_SHOWN as LIMIT_SHOWN
from circular_tender.errors.problems import Doubts as Doubts
from circular_tender.errors.problems import Finding as Finding
from circular_tender.errors.problems import InvalidDocuments as InvalidDocuments
from circular_tender.errors.problems import MissingExtra as MissingExtra
from circular_tender.errors.problems import Place as Place
from circular_tender.errors.problems import Problem as Problem
from circular_tender.errors.problems import TenderError as TenderError
from circular_tender.errors.problems import UndefinedResult as UndefinedResult
from circular_tender.errors.problems import cell as cell
from circular_tender.errors.problems import column_letters as column_letters
from circular_tender.errors.problems import of_lots as of_lots
from circular_tender.errors.terms import Said as Said
from circular_tender.errors.terms import Term as Term
from circular_tender.errors.terms import either as either
from circular_tender.errors.terms import nearest as nearest
from circular_tender.errors.terms import quoted as quoted
from circular_tender.errors.terms import shown as shown
from circular_tender.errors.terms import worded as worded
