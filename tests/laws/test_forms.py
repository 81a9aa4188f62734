"""What is written into a form reads back as it was: bids and judgements, in workbooks and in the long form."""

import copy
import re
from typing import Any

import asking
import every_measure as measuring
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import Case, Plain, leaves
from invented_awards import every_case

import circular_tender as ct
from circular_tender.indicators.disassembly import TABLES

LANGUAGES = ("en", "nl")


def bilingual(case: Case) -> Case:
    """The case with titles in both languages, and passports with the fields that are asked for and no others.

    The form has no place for other fields; a field without a value is written null, and so is a claim without any.
    """
    case = case.changed()
    tender = case.tender
    tender["buyer"] = {"nl": "Gemeente Voorbeeld", "en": "Municipality of Example"}
    for criterion in every(tender["criteria"]):
        criterion["title"] = {language: f"{criterion['id']} ({language})" for language in LANGUAGES}
    for line in tender.get("prices", {}).get("lines", []) + tender.get("discounts", []):
        line["title"] = dict.fromkeys(LANGUAGES, line["id"])
    passports = [leaf["indicator"] for leaf in leaves(tender["criteria"]) if "fields" in leaf["indicator"]]
    fields = dict.fromkeys(name for indicator in passports for name in indicator["fields"])
    for bid in case.bids:
        if not bid.get("evidence"):
            bid.pop("evidence", None)  # no proof is listed, in either way
        for part in [part for product in bid.get("products", []) for part in product["parts"]]:
            if not passports:
                part.pop("passport", None)
            elif part["passport"]:
                part["passport"]["fields"] = {name: part["passport"]["fields"].get(name) for name in fields}
            if not any("destinations" in leaf["indicator"] for leaf in leaves(tender["criteria"])):
                part.pop("end_of_life", None)
            part |= {claim: None for claim in ("passport", "end_of_life") if is_empty(part.get(claim))}
    return case


def is_empty(claim: Plain | None) -> bool:
    """Whether a claim says nothing at all; in a form that is no claim."""
    return bool(claim) and not any([*claim.get("fields", claim.get("destinations", {})).values(), claim["evidence"]])


def every(criteria: list[Plain]) -> list[Plain]:
    return [inside for each in criteria for inside in (each, *every(each.get("criteria", [])))]


def comes_back(tender: ct.Tender, bid: ct.Bid, language: str, form: Any) -> None:
    """Assert that a bid comes back as it was, with no doubt but of three decimals that could be thousands."""
    filled = ct.read_form(ct.bid_form(tender, bid=bid, language=language, form=form), tender)
    assert filled.document == bid
    assert {doubt.code for doubt in filled.doubts} <= {"cell-thousands"}


def marks_come_back(tender: ct.Tender, bids: Any, judgements: ct.Judgements, language: str, form: Any) -> None:
    """Assert that judgements come back as they were, without a doubt."""
    written = ct.scoring_sheet(tender, bids, judgements=judgements, language=language, form=form)
    filled = ct.read_form(written, tender, bids=bids)
    assert filled.document == judgements
    assert len(filled.doubts) == 0


@settings(max_examples=20)
@given(every_case())
def test_an_invented_bid_comes_back_from_the_long_form(case: Case):
    tender, bids, judgements = bilingual(case).read()
    for bid in bids:
        comes_back(tender, bid, "en", "csv")
    if judgements:
        marks_come_back(tender, bids, judgements, "en", "csv")


@settings(max_examples=12)
@given(every_case(), st.sampled_from(LANGUAGES))
def test_an_invented_bid_comes_back_from_a_workbook(case: Case, language: str):
    tender, bids, judgements = bilingual(case).read()
    comes_back(tender, bids[0], language, "xlsx")
    if judgements:
        marks_come_back(tender, bids, judgements, language, "xlsx")


# Texts that a program would like to change

PIECES = ["=", "+", "-", "@", "'", '"', ",", ";", "\n", "\t", " ", "\\", "_x0041_", "_x005F_", "x005F_", "&amp;", "<b>"]
PIECES += [
    "1",
    "00",
    "1E3",
    "TRUE",
    "#REF!",
    "#N/A",
    "null",
    "~1",
    "*",
    "/",
    "é",
    "e\u0301",
    "座",
    "👩‍🔧",
    "שלום",
    "\u200e",
]
PIECES += ["\u00a0", "]]>", "%", "{=1}", "https://example.org", "file://c", "{withheld: x}"]


def _is_no_space(text: str) -> bool:
    return text.strip() != ""


NASTY = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join).filter(_is_no_space)
TENDER = ct.read_tender(asking.TENDER)
NUMBERS = ["0", "1", "1000.50", "1.000", "12500", "0.000000000001", "999999999999999999", "0.10", "007"[2:]]
TIMES = ["1 year", "2 years", "7.5 years", "1 month", "18 months", "1years", "0 years"]
WITHHELD = NASTY.map(lambda ground: {"withheld": ground})


def quantity(*units: str) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(NUMBERS), st.sampled_from(units)).map("".join)


@st.composite
def nasty_bids(draw: Any) -> Plain:
    """Bids in answer to the tender that asks everything, with such texts wherever a text may stand."""
    bid = copy.deepcopy(asking.BID)
    bid["bidder"] = draw(NASTY)
    bid["prices"] = {line: draw(st.one_of(st.sampled_from(NUMBERS), WITHHELD)) for line in ("desk", "chair")}
    bid["discounts"] = {"opening": draw(st.one_of(st.sampled_from(["12.5 %", "0%", "100 %"]), WITHHELD))}
    if draw(st.booleans()):
        del bid["stated_total"]
    answers = {"repair": st.sampled_from(TIMES), "light": quantity("kg", " g", " t"), "spare": quantity("")}
    for name, value in answers.items():
        answer = {"value": draw(st.one_of(value, WITHHELD)), "evidence": draw(st.sampled_from([None, "fsc", "0"]))}
        bid["answers"][name] = draw(st.sampled_from([None, answer]))
    bid["lots"] = draw(st.sampled_from([["north"], ["south", "north"]]))
    meets = {"meets": draw(st.booleans()), "evidence": draw(st.sampled_from([None, "word"]))}
    bid["requirements"] = {"wood": draw(st.sampled_from([None, meets])), "quiet": None}
    bid["take_back"]["share"] = draw(st.one_of(st.sampled_from(["50 %", "0 %"]), WITHHELD))
    bid["evidence"]["0"] = {"kind": "contractual", "title": draw(NASTY)}
    bid["evidence"]["word"] |= {"title": draw(NASTY), "issuer": draw(NASTY), "equivalent_to": draw(NASTY)}
    part = bid["products"][0]["parts"][0]
    part["material"] = draw(NASTY)
    told = st.one_of(st.none(), NASTY)
    part["passport"]["fields"] = {"material": draw(NASTY), "origin": draw(told), "mass": draw(told)}
    return bid


# What is measured of products, in every shape that a bid may give it

PROOFS = st.sampled_from([None, "fsc", "word"])
OUT_OF_10 = st.sampled_from(["0", "7.5", "10", "9.999999999999"])
LASTING = [term for term in TIMES if not term.startswith("0")]


def maybe(optional: Any = None, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Plain | None]:
    """A claim with its proof, or none. What is optional is left out; written null, it would come back left out."""
    return st.none() | st.fixed_dictionaries({**fields, "evidence": PROOFS}, optional=optional)


def some(names: Any, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Plain]:
    """Values under some of these names, in any order."""
    return st.dictionaries(st.sampled_from(sorted(names)), values)


CONNECTION = st.fixed_dictionaries({name: st.sampled_from([*dict(table.rows)]) for name, table in TABLES.items()})
PART: st.SearchStrategy[Plain] = st.fixed_dictionaries(
    {
        "mass": st.none() | quantity("kg", " g"),
        "end_of_life": maybe(destinations=some(measuring.WAYS, st.sampled_from(["20 %", "0.5%"]))),
        "passport": maybe(
            fields=st.fixed_dictionaries(dict.fromkeys(("material", "origin", "mass"), st.none() | NASTY)),
            optional={"granularity": st.sampled_from(["model", "item"]), "upkeep": st.sampled_from(TIMES)},
        ),
        "feedstock": maybe(shares=some(measuring.SORTS, st.sampled_from(["25 %", "0 %"]))),
        "connections": maybe(load_bearing=st.lists(CONNECTION, min_size=1, max_size=3)),
        "hazardous": maybe(substances=some(("lead", "flame-retardant"), st.sampled_from(["0.125 %", "50 %"]))),
    },
    optional={"material_group": st.sampled_from(["steel", "other", "timber"]), "material": NASTY},
)
PRODUCT: st.SearchStrategy[Plain] = st.fixed_dictionaries(
    {
        "parts": st.lists(PART, max_size=4),
        "use": maybe({"intensity": st.sampled_from(["0.5", "220"])}, lifetime=st.sampled_from(LASTING)),
        "repairability": maybe(
            marks=st.fixed_dictionaries(dict.fromkeys(measuring.MARKS, st.none() | OUT_OF_10)), printed=OUT_OF_10
        ),
        "impacts": maybe(
            set=st.just("en15804_a2_2023"),
            amounts=some(("climate_change", *measuring.CATEGORIES), st.sampled_from(["-0.000000000001", "45.125"])),
            data=st.sampled_from(["specific", "generic"]),
            optional={"declared_cost": st.sampled_from(["-5", "12.50"])},
        ),
        "guarantee": maybe(term=st.sampled_from(LASTING)),
    },
    optional={"declared": st.fixed_dictionaries({"untp_circularity": st.sampled_from(["0 %", "99.9%"])})},
)
PAID = maybe(amount=st.sampled_from(NUMBERS), after=st.sampled_from(LASTING))
SPARE = maybe({"delivery": st.sampled_from(["0", "2.5"])}, available=st.sampled_from(LASTING))
TAKEN_BACK = st.fixed_dictionaries(
    {
        "form": st.sampled_from(measuring.CONTRACTS),
        "reporting": st.sampled_from([*measuring.REPORTS]),
        "return_values": st.fixed_dictionaries(dict.fromkeys(("desk", "chair"), PAID)),
    }
)


@st.composite
def measured_bids(draw: Any) -> Plain:
    """Bids in answer to the tender that asks everything, with invented products and promises."""
    bid = copy.deepcopy(asking.BID)
    for number, product in enumerate(bid["products"]):
        del product["parts"]
        parts = draw(PRODUCT)
        named = [{"id": f"part-{n}", **part} for n, part in enumerate(parts["parts"])]
        whole = {"id": product["id"], "line": product["line"], "mass": "999999999999999999 t", **parts, "parts": named}
        bid["products"][number] = whole
    for part in (part for product in bid["products"] for part in product["parts"]):
        for key in ("end_of_life", "feedstock", "hazardous", "passport"):
            if part[key] and says_nothing(part[key]):
                part[key] = None
    back = draw(st.none() | TAKEN_BACK)
    bid["take_back"] = back and {**bid["take_back"], **back}
    bid["spare_parts"] = draw(st.fixed_dictionaries(dict.fromkeys(("lift", "castor"), SPARE)))
    return bid


def says_nothing(claim: Plain) -> bool:
    """Whether nothing stands in any cell of a claim; in a form that is no claim."""
    values = [claim[key] for key in claim if not isinstance(claim[key], dict)]
    return not any(
        [*values, *(value for key in claim if isinstance(claim[key], dict) for value in claim[key].values())]
    )


@settings(max_examples=20)
@given(measured_bids(), st.sampled_from(LANGUAGES))
def test_what_is_measured_of_products_comes_back_from_the_long_form(bid: Plain, language: str):
    comes_back(TENDER, ct.read_bids(bid)[0], language, "csv")


@settings(max_examples=4)
@given(measured_bids(), st.sampled_from(LANGUAGES))
def test_what_is_measured_of_products_comes_back_from_a_workbook(bid: Plain, language: str):
    comes_back(TENDER, ct.read_bids(bid)[0], language, "xlsx")


@settings(max_examples=20)
@given(nasty_bids(), st.sampled_from(LANGUAGES))
def test_nasty_texts_come_back_from_the_long_form(bid: Plain, language: str):
    comes_back(TENDER, ct.read_bids(bid)[0], language, "csv")


@settings(max_examples=12)
@given(nasty_bids(), st.sampled_from(LANGUAGES))
def test_nasty_texts_come_back_from_a_workbook(bid: Plain, language: str):
    comes_back(TENDER, ct.read_bids(bid)[0], language, "xlsx")


@settings(max_examples=8)
@given(st.lists(NASTY, min_size=7, max_size=7), st.sampled_from(LANGUAGES))
def test_nasty_reasons_come_back_from_both(texts: list[str], language: str):
    bid = ct.read_bids({**asking.BID, "bidder": texts[0]})[0]
    judgements = copy.deepcopy(asking.JUDGEMENTS)
    judgements["panel"] = texts[1]
    judgements["marks"]["acme"]["plan"]["reason"] = texts[2]
    for member, reason in zip(judgements["marks"]["acme"]["look"]["members"].values(), texts[3:], strict=False):
        member["reason"] = reason
    for form in ("csv", "xlsx"):
        marks_come_back(TENDER, [bid], ct.read_judgements(judgements), language, form)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_each_piece_comes_back_alone_and_between_others(form: str):
    texts = [text for piece in PIECES for text in (piece, f"{piece}a{piece}", f" {piece}a ", f"a\n{piece}\n")]
    listed = {
        f"e{n}": {"kind": "declared", "title": text, "issuer": f"{text}."}
        for n, text in enumerate(texts)
        if text.strip()
    }
    bid = {**asking.BID, "evidence": {**asking.BID["evidence"], **listed}}
    comes_back(TENDER, ct.read_bids(bid)[0], "en", form)


def test_an_emoji_counts_for_two_characters_of_a_cell():
    text = "👩" * 16_383  # 32,766 characters for a spreadsheet
    comes_back(TENDER, ct.read_bids({**asking.BID, "bidder": text})[0], "en", "xlsx")
    for longer in (f"{text}a", "a" * 32_767):
        bid = ct.read_bids({**asking.BID, "bidder": longer})[0]
        comes_back(TENDER, bid, "en", "csv")
        with pytest.raises(ct.InvalidDocuments) as raised:
            ct.bid_form(TENDER, bid=bid, language="en")
        assert re.search(r"\[cell-too-long\]\n +A cell holds at most 32766 characters\.", str(raised.value))
