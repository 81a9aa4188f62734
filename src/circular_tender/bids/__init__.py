"""What suppliers and panels submit, and how documents are read."""

from circular_tender.bids.bid import Bid as Bid
from circular_tender.bids.bid import EvidenceKind as EvidenceKind
from circular_tender.bids.broken import BrokenBid as BrokenBid
from circular_tender.bids.decisions import Clarified as Clarified
from circular_tender.bids.decisions import Decision as Decision
from circular_tender.bids.decisions import Decisions as Decisions
from circular_tender.bids.decisions import Draw as Draw
from circular_tender.bids.decisions import EvidenceJudged as EvidenceJudged
from circular_tender.bids.decisions import LowPrice as LowPrice
from circular_tender.bids.decisions import MarkRevised as MarkRevised
from circular_tender.bids.decisions import Opened as Opened
from circular_tender.bids.decisions import Rejected as Rejected
from circular_tender.bids.decisions import RequirementJudged as RequirementJudged
from circular_tender.bids.decisions import Taken as Taken
from circular_tender.bids.document import Document as Document
from circular_tender.bids.document import Entry as Entry
from circular_tender.bids.fields import Withheld as Withheld
from circular_tender.bids.judgements import Judgement as Judgement
from circular_tender.bids.judgements import Judgements as Judgements
from circular_tender.bids.problems import problems_of as problems_of
from circular_tender.bids.product import Part as Part
from circular_tender.bids.reading import Source as Source
from circular_tender.bids.reading import read as read
from circular_tender.bids.reading import read_bids as read_bids
from circular_tender.bids.reading import read_decisions as read_decisions
from circular_tender.bids.reading import read_judgements as read_judgements
