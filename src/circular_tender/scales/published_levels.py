"""Published levels: a ratio for each level of a table that is the same for all tenders, with its source."""

from typing import Literal

from circular_tender.bids import Entry
from circular_tender.exact import Quantity, read
from circular_tender.formulas import price
from circular_tender.rules import Expression, NamedTable, apply

#: How Rijkswaterstaat values quality since 2023, as a part of the most that it is worth; `nr` is adverse or risky.
RWS_2023 = NamedTable(
    name="rws_2023",
    version="2023",
    source="Rijkswaterstaat, Economisch meest voordelige inschrijving: rijkswaterstaat.nl/zakelijk/zakendoen-met-"
    "rijkswaterstaat/inkoopbeleid/aanbesteden/economische-meest-voordelige-inschrijving",
    rows=(("mark_3", "100 %"), ("mark_2", "60 %"), ("mark_1", "25 %"), ("mark_0", "0 %"), ("nr", "-50 %")),
)


class PublishedLevels(Entry):
    """The name of the table."""

    kind: Literal["published_levels"]
    table: Literal["rws_2023"]

    @property
    def published(self) -> NamedTable:
        """The table with its version and source."""
        return RWS_2023

    @property
    def levels(self) -> dict[str, Quantity]:
        """The rows of the table: name -> ratio."""
        return {name: read(text) for name, text in self.published.rows}

    @property
    def descriptions(self) -> dict[str, str | dict[str, str]]:
        """Nothing: the table says no more of its levels than their names."""
        return {}


def ratio(scale: PublishedLevels, measured: Expression) -> Expression:
    """Return the rule: the row of the level."""
    return apply(price.row, table=scale.published, key=measured)
