"""Tenders for products that can be reused: exact scores, each with its derivation, and a record anybody can check."""

from circular_tender.assess import assess as assess
from circular_tender.assessment import Assessment as Assessment
from circular_tender.bids import Bid as Bid
from circular_tender.bids import Judgements as Judgements
from circular_tender.bids import read_bids as read_bids
from circular_tender.bids import read_judgements as read_judgements
from circular_tender.errors import InvalidDocuments as InvalidDocuments
from circular_tender.errors import TenderError as TenderError
from circular_tender.errors import UndefinedResult as UndefinedResult
from circular_tender.explain import Comparison as Comparison
from circular_tender.explain import Explanation as Explanation
from circular_tender.explain import Report as Report
from circular_tender.explain import compare as compare
from circular_tender.explain import explain as explain
from circular_tender.explain import report as report
from circular_tender.record import digest as digest
from circular_tender.record import record as record
from circular_tender.tender import Tender as Tender
from circular_tender.tender import read_tender as read_tender
from circular_tender.write import json_schema as json_schema
from circular_tender.write import to_html as to_html
from circular_tender.write import to_json as to_json
from circular_tender.write import to_markdown as to_markdown
from circular_tender.write import to_text as to_text
from circular_tender.write import write as write
