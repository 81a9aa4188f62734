"""Pages and data in their formats."""

from circular_tender.write.data import to_json as to_json
from circular_tender.write.text import to_text as to_text
