"""Published rules as data, how facts are read, and the walk of the one over the other."""

from circular_tender.rules.evaluation import Evaluation as Evaluation
from circular_tender.rules.evaluation import Facts as Facts
from circular_tender.rules.evaluation import gathered as gathered
from circular_tender.rules.expression import Apply as Apply
from circular_tender.rules.expression import Expression as Expression
from circular_tender.rules.expression import Fact as Fact
from circular_tender.rules.expression import Json as Json
from circular_tender.rules.expression import NamedTable as NamedTable
from circular_tender.rules.expression import Rows as Rows
from circular_tender.rules.expression import Values as Values
from circular_tender.rules.expression import apply as apply
from circular_tender.rules.expression import as_json as as_json
from circular_tender.rules.facts import Decided as Decided
from circular_tender.rules.facts import decided_at as decided_at
from circular_tender.rules.facts import member as member
from circular_tender.rules.facts import pointer as pointer
from circular_tender.rules.facts import resolve as resolve
from circular_tender.rules.facts import segments as segments
