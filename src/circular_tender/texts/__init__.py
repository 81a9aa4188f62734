"""From the bytes of a file to a tree of mappings, lists and texts, with the line of each value."""

from circular_tender.texts.csv_text import LIVE as LIVE
from circular_tender.texts.csv_text import guarded as guarded
from circular_tender.texts.json_text import JsonNumber as JsonNumber
from circular_tender.texts.json_text import positions as positions
from circular_tender.texts.json_text import read_json as read_json
from circular_tender.texts.limits import LIMIT_BIDS as LIMIT_BIDS
from circular_tender.texts.limits import LIMIT_BYTES as LIMIT_BYTES
from circular_tender.texts.limits import LIMIT_CRITERIA as LIMIT_CRITERIA
from circular_tender.texts.limits import LIMIT_DEPTH as LIMIT_DEPTH
from circular_tender.texts.limits import LIMIT_ENTRIES as LIMIT_ENTRIES
from circular_tender.texts.limits import LIMIT_LINES as LIMIT_LINES
from circular_tender.texts.limits import LIMIT_RATIO as LIMIT_RATIO
from circular_tender.texts.limits import LIMIT_SHARED as LIMIT_SHARED
from circular_tender.texts.limits import LIMIT_TAG as LIMIT_TAG
from circular_tender.texts.limits import LIMIT_UNPACKED as LIMIT_UNPACKED
from circular_tender.texts.limits import LIMIT_UNRATED as LIMIT_UNRATED
from circular_tender.texts.limits import LIMIT_XML_DEPTH as LIMIT_XML_DEPTH
from circular_tender.texts.limits import LIMIT_XML_ELEMENTS as LIMIT_XML_ELEMENTS
from circular_tender.texts.tree import Collected as Collected
from circular_tender.texts.tree import Origin as Origin
from circular_tender.texts.tree import child as child
from circular_tender.texts.tree import decoded as decoded
from circular_tender.texts.yaml_text import read_yaml as read_yaml
