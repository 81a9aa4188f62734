"""Every kind of indicator and scale has its file, its sentence, its row in the reference, and a case that uses it."""

from typing import get_args

import pytest

from circular_tender.assessment import Rejection
from circular_tender.award.low import Against, Trigger
from circular_tender.indicators import Indicator
from circular_tender.narrate import LANGUAGES
from circular_tender.scales import Scale
from circular_tender.tender import Cost, Group


def kinds(union):
    """The names of the kinds of a union."""
    models, _ = get_args(union)
    return [get_args(model.model_fields["kind"].annotation)[0] for model in get_args(models)]


PHRASES = LANGUAGES["en"]
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
