"""Disassembly, and reuse that is capped by it: the vectors of circularity.md 2.3, through a tender and a bid."""

from fractions import Fraction as F

import pytest
from in_depth import measured, reported

from circular_tender.indicators import disassembly

INDEX = {"kind": "disassembly", "version": "2.0", "evidence": "documented"}
OPEN = {"type": "dry", "access": "free", "intersections": "none", "edge": "open"}
SCREWED = {"type": "added_elements", "access": "extra_actions", "intersections": "none", "edge": "overlapping"}
PINNED = {"type": "added_elements", "access": "repairable_damage", "intersections": "occasional", "edge": "overlapping"}
CAST = {"type": "hard_chemical", "access": "irreparable_damage", "intersections": "full", "edge": "closed"}
FACTORS = {  # circularity.md 2.3, the tables written out a second time
    "type": {
        "dry": "1",
        "added_elements": "0.8",
        "direct_integral": "0.6",
        "soft_chemical": "0.2",
        "hard_chemical": "0.1",
    },
    "access": {
        "free": "1",
        "extra_actions": "0.8",
        "repairable_damage": "0.6",
        "partly_repairable_damage": "0.4",
        "irreparable_damage": "0.1",
    },
    "intersections": {"none": "1", "occasional": "0.4", "full": "0.1"},
    "edge": {"open": "1", "overlapping": "0.4", "closed": "0.1"},
}


def part(name, mass, *connections, proof="paper", **more):
    told = {"load_bearing": list(connections), "evidence": proof} if connections else None
    return {"id": name, "mass": mass, "connections": told, **more}


def product(mass, *parts, line="chair"):
    return {"id": f"p-{line}", "line": line, "mass": mass, "parts": list(parts)}


@pytest.mark.parametrize(
    ("connections", "index"),
    [
        ([OPEN], F(1)),  # (1, 1, 1, 1)
        ([SCREWED], F(2, 3)),  # (0.8, 0.8, 1, 0.4): the arithmetic mean would be 0.75
        ([PINNED], F(48, 95)),  # (0.8, 0.6, 0.4, 0.4)
        ([CAST], F(1, 10)),  # the lowest there is
        ([OPEN, SCREWED, PINNED], F(48, 95)),  # of several load-bearing ones the lowest
        ([PINNED, OPEN], F(48, 95)),
        ([SCREWED, SCREWED], F(2, 3)),
    ],
)
def test_the_vectors(connections, index):
    assert measured(INDEX, product("2 kg", part("a", "2 kg", *connections))) == index


@pytest.mark.parametrize(
    ("respect", "category", "factor"), [(r, c, f) for r, table in FACTORS.items() for c, f in table.items()]
)
def test_each_category_has_its_factor(respect, category, factor):
    """The other three factors are 1: 4 ÷ (1/f + 3)."""
    assert measured(INDEX, product("2 kg", part("a", "2 kg", OPEN | {respect: category}))) == 4 / (1 / F(factor) + 3)


def test_no_category_is_left_out():
    assert {name: dict(table.rows) for name, table in disassembly.TABLES.items()} == FACTORS


def test_the_mean_is_by_mass_and_what_is_not_described_has_the_lowest():
    """Chairs: 2 × (3 kg at 1 + 1 kg at 2/3 + 6 kg not told); desk: 5 kg at 48/95. The whole is 25 kg.

    2 × (3 + 2/3 + 6/10) + 5 × 48/95 = 128/15 + 48/19.
    """
    chair = product("10 kg", part("a", "3 kg", OPEN), part("b", "1 kg", SCREWED), part("c", None, OPEN))
    desk = product("5 kg", part("a", "5 kg", PINNED), line="desk")
    lines = (("chair", "2"), ("desk", "1"))
    assert measured(INDEX, chair, desk, lines=lines) == (F(128, 15) + F(48, 19)) / 25
    assert reported(INDEX, chair, desk, lines=lines) == {"mass_known": F(13, 25), "mass_with_connections": F(13, 25)}


@pytest.mark.parametrize(("proof", "index"), [(None, "0.1"), ("word", "0.1"), ("paper", "1"), ("lab", "1")])
def test_without_proof_the_index_is_the_lowest(proof, index):
    assert measured(INDEX, product("2 kg", part("a", "2 kg", OPEN, proof=proof))) == F(index)


def test_of_parts_of_the_same_id_in_two_products_each_has_its_own_connections():
    chair = product("1 kg", part("a", "1 kg", OPEN), part("b", "0 kg", CAST))
    desk = product("1 kg", part("b", "0 kg", OPEN), part("a", "1 kg", SCREWED), line="desk")
    assert measured(INDEX, chair, desk, lines=(("chair", "1"), ("desk", "1"))) == F(5, 6)


def test_a_product_without_parts_has_the_lowest_index():
    assert measured(INDEX, product("2 kg")) == F(1, 10)


# Reuse that is capped

REUSE = {
    "kind": "reuse_at_end_of_life",
    "destinations": {"reuse": "100 %", "refurbish": "80 %", "recycle": "30 %", "landfill": "0 %"},
    "capped_by_disassembly": ["reuse", "refurbish"],
    "evidence": "documented",
    "otherwise": "landfill",
}


def destined(connection, proof="paper", **shares):
    goes = {"destinations": {name: f"{share} %" for name, share in shares.items()}, "evidence": "paper"}
    connections = [connection] if connection else []
    return product("2 kg", part("a", "2 kg", *connections, proof=proof, end_of_life=goes))


@pytest.mark.parametrize(
    ("made", "value"),
    [
        (destined(OPEN, reuse=100), F(1)),
        (destined(SCREWED, reuse=100), F(2, 3)),
        (destined(SCREWED, reuse=60), F(3, 5)),  # below the index, all of it counts
        # 90 % is claimed and 2/3 counts, 20/27 of each: 20/27 × (0.6 × 1 + 0.3 × 0.8); 10 % to landfill
        (destined(SCREWED, reuse=60, refurbish=30), F(20, 27) * F("0.84")),
        # of the 90 % counts 2/3; recycling is not capped, and counts 0.1 × 0.3
        (destined(SCREWED, reuse=90, recycle=10), F(2, 3) + F(3, 100)),
        (destined(CAST, reuse=100), F(1, 10)),
        (destined(None, reuse=100), F(1, 10)),  # no connection is told
        (destined(OPEN, "word", reuse=100), F(1, 10)),  # none is proven
        (destined(None, recycle=100), F(3, 10)),
    ],
)
def test_no_more_goes_to_reuse_than_comes_apart(made, value):
    assert measured(REUSE, made) == value


def test_what_is_above_the_index_counts_as_otherwise():
    """A third of what is claimed goes to landfill, which is worth 6 % here: 2/3 + 1/3 × 6/100."""
    indicator = REUSE | {"destinations": REUSE["destinations"] | {"landfill": "6 %"}}
    assert measured(indicator, destined(SCREWED, reuse=100)) == F(2, 3) + F(2, 100)
    assert reported(indicator, destined(SCREWED, reuse=100))["mass_with_proof"] == 1  # all of it is proven


def test_without_a_cap_all_that_is_claimed_counts():
    free = {key: value for key, value in REUSE.items() if key != "capped_by_disassembly"}
    assert measured(free, destined(CAST, reuse=100)) == 1
