"""How large a document may be; beyond these it is refused before it costs time or memory."""

LIMIT_BYTES = 4 * 1024 * 1024  #: of a file, and of a line of JSON Lines
LIMIT_LINES = 256 * 1024 * 1024  #: bytes of a file of JSON Lines
LIMIT_DEPTH = 64  #: levels of mappings and lists
LIMIT_BIDS = 10_000  #: bids of one assessment
LIMIT_CRITERIA = 1_000  #: criteria of one tender, groups included

# Of a workbook that somebody filled in, before it is read: reading takes up to 1 kB and 25 µs for each element.
LIMIT_ENTRIES = 1_000  #: files inside a workbook
LIMIT_UNPACKED = 64 * 1024 * 1024  #: bytes of a workbook when it is unpacked
LIMIT_RATIO = 200  #: times that a file inside a workbook may grow when it is unpacked …
LIMIT_UNRATED = 1024 * 1024  #: … if it then has more bytes than these
LIMIT_XML_DEPTH = 64  #: levels of elements in all parts of a workbook
LIMIT_XML_ELEMENTS = 500_000  #: elements in all parts of a workbook, and cells that are merged or share a link
LIMIT_TAG = 1024 * 1024  #: bytes of a tag with its attributes, or of a comment, in a workbook
LIMIT_SHARED = 4 * 1024 * 1024  #: characters of the formulas that cells of a sheet share, written out
