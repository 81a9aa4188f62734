"""What making a material emits, from a named table: of virgin material, and of a share that is recycled or reused."""

from circular_tender.indicators import NONE
from circular_tender.rules import NamedTable
from circular_tender.tender import Material

#: For each row kg CO2-eq per tonne: of primary material, of recycled, and of reused; None where there is no factor.
UK_2025: dict[Material, tuple[str, str | None, str | None]] = {
    "aluminium_cans": ("9115.90131", "995.0779", None),
    "average_plastics": ("3172.49932", "1575.39106", None),
    "board": ("1199.72542", "1098.11442", None),
    "clothing": ("22310", None, "152.25"),
    "concrete": ("118.79306", "3.21835", None),
    "construction_metals": ("3824.09335", "1638.74406", None),
    "fridges": ("4363.33333", None, None),
    "glass": ("1402.76667", "823.18954", None),
    "hdpe": ("3095.15524", "1770.79099", None),
    "insulation": ("1861.79306", "1852.12293", None),
    "it_equipment": ("24865.47556", None, None),
    "large_electrical": ("3267", None, None),
    "lithium_ion_batteries": ("6308", None, None),
    "paper": ("1345.0779", "1050.0779", None),
    "pet": ("3863.90131", "2213.90131", None),
    "plasterboard": ("120.05", "32.17", None),
    "pp": ("2577.57172", "1312.57172", None),
    "pvc": ("2944.75615", "1847.82267", None),
    "scrap_metal": ("3473.11953", "1706.42359", None),
    "small_electrical": ("5647.94563", None, None),
    "steel_cans": ("2863.90131", "1823.90131", None),
    "tyres": ("3335.5719", None, "731.21789"),
    "wood": ("269.50416", None, "38.54288"),
}
_SOURCE = (
    "UK Government GHG conversion factors 2025, material use, kg CO2-eq per tonne, as read from R/sysdata.rda of "
    "github.com/IDEMSInternational/carbonr, commit 6e17bc48"
)


def _table(sort: str, said: str, column: int) -> NamedTable:
    """Return a column as a table; where it has no factor, that of primary material counts, and nothing is avoided."""
    rows = tuple((name, row[column] or row[0]) for name, row in UK_2025.items())
    return NamedTable(f"uk-materials-{sort}", "2025", f"{_SOURCE}; {said}", (*rows, (NONE, "0")))


PRIMARY = _table("primary", "primary material", 0)
RECYCLED = _table("recycled", "from recycled material; where there is no such factor, that of primary material", 1)
REUSED = _table("reused", "re-used; where there is no such factor, that of primary material", 2)
