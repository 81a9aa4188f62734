"""Every kind of indicator and scale has its file, its sentence, its row in the reference, and a case that uses it."""

from typing import get_args

import pytest

from circular_tender.assessment import Rejection
from circular_tender.award.low import Against, Trigger
from circular_tender.bids import Bid, Entry, RepairMark
from circular_tender.bids.product import Access, ConnectionType, Edge, Granularity, Intersections
from circular_tender.indicators import (
    EN15804_A2,
    EnvironmentalCost,
    FrenchRepairability,
    Indicator,
    MaterialCircularity,
    MaterialPassport,
    ResidualValue,
    ReuseAtEndOfLife,
    SpareParts,
    TakeBack,
    UntpCircularity,
    claims,
)
from circular_tender.indicators.environmental_cost import UNITS, Category
from circular_tender.indicators.take_back import ContractForm, Reporting
from circular_tender.narrate import LANGUAGES
from circular_tender.scales import Scale
from circular_tender.tender import Cost, Group


def kinds(union):
    """The names of the kinds of a union."""
    models, _ = get_args(union)
    return [get_args(model.model_fields["kind"].annotation)[0] for model in get_args(models)]


PHRASES = LANGUAGES["en"]
#: What a bid may say of a part or a product in words that are the same for all tenders.
WORDS = (ConnectionType, Access, Intersections, Edge, Granularity, RepairMark)
INDICATORS, SCALES, TRIGGERS = kinds(Indicator), kinds(Scale), kinds(Trigger)


def test_the_kinds_there_are():
    assert sorted(INDICATORS) == [
        "answer",
        "biobased_content",
        "choice",
        "disassembly",
        "discount",
        "environmental_cost",
        "french_repairability",
        "guaranteed_lifetime",
        "hazardous_substances",
        "judgement",
        "material_circularity",
        "material_passport",
        "price",
        "recycled_content",
        "residual_value",
        "reuse_at_end_of_life",
        "spare_parts",
        "take_back",
        "untp_circularity",
    ]
    assert sorted(SCALES) == [
        "bilinear_at_mean",
        "ceiling_to_lowest",
        "concave",
        "highest_to_lowest",
        "interpolate",
        "levels",
        "linear",
        "logarithmic",
        "lowest_line",
        "lowest_over_own",
        "mean_line",
        "power_of_reference",
        "published_levels",
        "ratio_to_best",
        "slope_from_lowest",
        "steps",
    ]
    assert sorted(TRIGGERS) == ["below_mean", "four_fifths", "poland_224", "prozorro", "spain_85"]


@pytest.mark.parametrize(
    ("room", "kind"),
    [
        *(("indicators", kind) for kind in INDICATORS),
        *(("scales", kind) for kind in SCALES),
        *(("award/low", kind) for kind in TRIGGERS),
    ],
)
def test_every_kind_has_a_file(package, room, kind):
    assert (package / room / f"{kind}.py").is_file()


@pytest.mark.parametrize("kind", INDICATORS)
def test_every_indicator_has_a_sentence(kind):
    assert "{value}" in PHRASES[f"measured_{kind}"]


@pytest.mark.parametrize("kind", SCALES)
def test_every_scale_has_a_sentence(kind):
    assert "{ratio}" in PHRASES[f"scale_{kind}"]


@pytest.mark.parametrize("kind", INDICATORS)
def test_every_indicator_has_a_row_in_the_reference(reference, kind):
    section = reference["documents"].partition("### Indicators")[2].partition("### Scales")[0]
    assert section.count(f"\n| `{kind}` |") == 1


@pytest.mark.parametrize("kind", SCALES)
def test_every_scale_has_a_row_in_the_reference(reference, kind):
    section = reference["documents"].partition("### Scales")[2].partition("\n## ")[0]
    assert section.count(f"\n| `{kind}` |") == 1


@pytest.mark.parametrize("kind", TRIGGERS)
def test_every_trigger_has_its_name_its_rule_and_a_row_in_the_reference(reference, kind):
    assert f"low_{kind}" in PHRASES
    assert any(key.startswith(f"rule_{kind}") for key in PHRASES)
    section = reference["documents"].partition("### Abnormally low tenders")[2].partition("\n## ")[0]
    assert section.count(f"\n| `{kind}` |") == 1


def test_whatever_a_price_is_compared_with_has_a_phrase(cases):
    assert {f"beside_{against}" for against in get_args(Against)} == {k for k in PHRASES if k.startswith("beside_")}
    compared = {c.against for assessment in cases for question in assessment.questions for c in question.checks}
    assert compared == {*get_args(Against)} - {"other"}  # of two bids; tests/completeness/test_phrases.py has them


@pytest.mark.parametrize("union", [Indicator, Scale, Trigger])
def test_every_key_of_a_kind_stands_in_its_row(reference, union):
    models, _ = get_args(union)
    for model in get_args(models):
        kind = get_args(model.model_fields["kind"].annotation)[0]
        rows = [line for line in reference["documents"].splitlines() if line.startswith(f"| `{kind}` |")]
        keys = [name for name in model.model_fields if name != "kind"]
        assert [] in [
            [key for key in keys if f"`{key}" not in row] for row in rows
        ]  # an award method may share its name


def test_every_kind_occurs_in_some_case(cases):
    leaves = [leaf for assessment in cases for _, leaf in assessment.tender.leaves]
    assert {leaf.indicator.kind for leaf in leaves} == set(INDICATORS)
    assert {leaf.scale.kind for leaf in leaves} == set(SCALES)
    assert {trigger.kind for assessment in cases for trigger in assessment.tender.abnormally_low} == set(TRIGGERS)
    assert {question.kind for assessment in cases for question in assessment.questions} == set(TRIGGERS)
    assert {q.answer for assessment in cases for q in assessment.questions} == {"open", "explained", "not_explained"}


def test_every_branch_of_the_award_occurs_in_some_case(cases):
    awards = [assessment.tender.award for assessment in cases]
    assert {award.on_rejection for award in awards} == {"keep", "recompute"}
    assert {"none" if award.rounding == "none" else award.rounding.at for award in awards} == {
        "none",
        "criterion",
        "total",
    }
    criteria = [c for assessment in cases for _, c in assessment.tender.walk if not isinstance(c, Cost)]
    assert any(isinstance(criterion, Group) and criterion.rescale for criterion in criteria)
    assert {criterion.threshold.on for criterion in criteria if criterion.threshold} == {"raw", "relative"}
    assert {bool(award.stages) for award in awards} == {True, False}
    rejections = {type(rejection) for assessment in cases for _, rejection in assessment.rejected}
    assert rejections == set(get_args(Rejection))
    assert {assessment.winner is None for assessment in cases} == {True, False}


def asked(cases, model):
    """Every indicator of a kind that some case asks."""
    return [leaf.indicator for a in cases for _, leaf in a.tender.leaves if isinstance(leaf.indicator, model)]


def test_every_form_of_a_measure_occurs_in_some_case(cases):
    circular = asked(cases, MaterialCircularity)
    assert {(one.version, one.over) for one in circular} >= {
        ("2015", "products"),
        ("2019", "products"),
        ("2019", "parts"),
    }
    assert {one.energy is None for one in circular} == {True, False}
    used = [one.utility for one in (*circular, *asked(cases, UntpCircularity))]
    assert {use is None for use in used} == {True, False}
    for key in ("intensity", "most"):
        assert {getattr(use, key) is None for use in used if use} == {True, False}
    cards = asked(cases, FrenchRepairability)
    assert {one.figure for one in cards} == {"printed", "recomputed"}
    assert {one.aggregate for one in cards} == {"lowest", "mean_by_pieces"}
    assert {one.counted for one in asked(cases, ResidualValue)} == {"amount", "share_of_price"}
    assert {one.delivery is None for one in asked(cases, SpareParts)} == {True, False}
    assert {one.below_zero for one in asked(cases, EnvironmentalCost)} == {"allowed", "refused"}
    assert {one.levels is None for one in asked(cases, MaterialPassport)} == {True, False}
    assert {one.form is None for one in asked(cases, TakeBack)} == {True, False}
    assert {one.capped_by_disassembly is None for one in asked(cases, ReuseAtEndOfLife)} == {True, False}
    measuring = [a.tender for a in cases if any(claims(indicator).of_products for _, _, indicator in a.tender.asked)]
    assert {tender.reference_basket is None for tender in measuring} == {True, False}
    assert {tender.reference_date is None for tender in measuring} == {True, False}


def keys(model):
    """The keys of a model and of the models in it, as documents write them."""
    for name, field in model.model_fields.items():
        yield field.alias or name
        for inner in models(field.annotation):
            yield from keys(inner)


def models(annotation):
    """The models that a type holds."""
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return [annotation]
    return [model for argument in get_args(annotation) for model in models(argument)]


def test_every_key_of_a_bid_stands_in_the_reference(reference):
    section = reference["documents"].partition("\n## Bid\n")[2].partition("\n## ")[0]
    found = [*keys(Bid)]
    assert {"load_bearing", "declared_cost", "return_values", "places"} <= {*found}
    assert [key for key in found if f"{key}:" not in section] == []
    named = {name for literal in WORDS for name in get_args(literal)}
    assert [name for name in sorted(named) if name not in section] == []


def test_every_name_that_a_tender_may_use_stands_in_the_reference(reference):
    section = reference["documents"].partition("### Indicators")[2].partition("### Scales")[0]
    names = {name for literal in (ContractForm, Reporting, Category) for name in get_args(literal)}
    assert [name for name in sorted(names) if f"`{name}`" not in section] == []
    assert [row for row, price in EN15804_A2.rows if f" {UNITS[row]} | {price} |" not in section] == []
