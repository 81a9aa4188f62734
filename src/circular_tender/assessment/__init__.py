"""The result of an assessment, with everything it was made from. All of it is frozen and can be pickled."""

from circular_tender.assessment.cells import Cell as Cell
from circular_tender.assessment.cells import Counted as Counted
from circular_tender.assessment.cells import Restatement as Restatement
from circular_tender.assessment.cells import Score as Score
from circular_tender.assessment.cells import Stage as Stage
from circular_tender.assessment.cells import Subtotal as Subtotal
from circular_tender.assessment.ending import LotAward as LotAward
from circular_tender.assessment.ending import LotResult as LotResult
from circular_tender.assessment.ending import PassedOver as PassedOver
from circular_tender.assessment.ending import Question as Question
from circular_tender.assessment.ending import Result as Result
from circular_tender.assessment.ending import Standing as Standing
from circular_tender.assessment.ending import first_of as first_of
from circular_tender.assessment.rejection import AboveCeiling as AboveCeiling
from circular_tender.assessment.rejection import BelowMinimum as BelowMinimum
from circular_tender.assessment.rejection import Decided as Decided
from circular_tender.assessment.rejection import Late as Late
from circular_tender.assessment.rejection import NotAmongBest as NotAmongBest
from circular_tender.assessment.rejection import NotMet as NotMet
from circular_tender.assessment.rejection import Rejection as Rejection
from circular_tender.assessment.result import Assessment as Assessment
from circular_tender.assessment.result import BidAssessment as BidAssessment
