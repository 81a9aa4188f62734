"""How large a document may be; beyond these it is refused before it costs time or memory."""

LIMIT_BYTES = 4 * 1024 * 1024  #: of a file
LIMIT_DEPTH = 64  #: levels of mappings and lists
LIMIT_BIDS = 10_000  #: bids of one assessment
LIMIT_CRITERIA = 1_000  #: criteria of one tender, groups included
