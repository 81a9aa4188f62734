"""The record of an assessment, and the lone file `verify.py` that checks it."""

from circular_tender.record.document import RECORD_SCHEMA as RECORD_SCHEMA
from circular_tender.record.document import digest as digest
from circular_tender.record.document import record as record
