"""Plain arithmetic, each formula with its name, its unit and its source. A formula is written once, over columns."""

from circular_tender.formulas import award as award
from circular_tender.formulas import circularity as circularity
from circular_tender.formulas import low_prices as low_prices
from circular_tender.formulas import methods as methods
from circular_tender.formulas import panel as panel
from circular_tender.formulas import price as price
from circular_tender.formulas import scales as scales
