"""Digital product passports: read into the product of a bid, with every inconsistency told."""

from circular_tender.exchange.passports.reading import PassportReading as PassportReading
from circular_tender.exchange.passports.reading import read_product_passport as read_product_passport
