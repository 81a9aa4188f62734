"""What a passport declares of the product as a whole, beside what its own figures come to."""

from collections.abc import Sequence
from fractions import Fraction

import attrs

from circular_tender.errors import shown
from circular_tender.exact import Column, decimal_text
from circular_tender.exchange.passports.fields import Figure, Reader, Spot, computed
from circular_tender.exchange.passports.materials import Material
from circular_tender.formulas import circularity, flows
from circular_tender.texts import child

_PLACES = 4  # decimals of a figure that is told


@attrs.frozen
class Scorecard:
    """The figures of a circularity scorecard; a share that is none is left out."""

    circularity: Figure | None
    recycled: Figure | None
    recyclable: Figure | None
    utility: Figure | None


def scorecard(passport: Spot, reader: Reader) -> Scorecard:
    """Return the figures that a passport declares of the product; those that no bid holds are told."""
    card = reader.mapping(reader.member(passport, "circularityScorecard", "circularityInformation"))
    figures = Scorecard(
        reader.share(reader.member(card, "materialCircularityIndicator")),
        reader.share(reader.member(card, "recycledContent", "recyecledContent")),
        reader.share(reader.member(card, "recyclableContent")),
        reader.number(reader.member(card, "utilityFactor")),
    )
    for figure in (figures.recycled, figures.recyclable, figures.utility):
        if figure:
            reader.tell("passport-figure-told", figure.at, shown(figure.digits))
    return figures


def compare(card: Scorecard, known: Sequence[Material], weight: Figure | None, reader: Reader) -> None:
    """Tell where a declared figure is not what the passport's own figures come to."""
    _circularity(card, reader)
    if card.recycled is None or weight is None:
        return
    shares = [(_share(material, weight), material.recycled) for material in known]
    both = [(share, recycled.value) for share, recycled in shares if share is not None and recycled]
    described = sum((share for share, _ in both), Fraction(0))
    come_to = computed(
        circularity.covered_mass,
        pieces=Fraction(1),
        mass=Column(share for share, _ in both),
        present=Column(recycled for _, recycled in both),
    )
    if both and not card.recycled.agrees(come_to):
        told = {"recycled": _shortened(come_to * 100), "described": _shortened(described * 100)}
        reader.tell("passport-recycled-differs", card.recycled.at, shown(card.recycled.digits), **told)


def _share(material: Material, weight: Figure) -> Fraction | None:
    """Return the share of the product's mass that a material is."""
    if material.fraction:
        return material.fraction.value
    return material.mass.value / weight.value if material.mass else None


def _circularity(card: Scorecard, reader: Reader) -> None:
    declared = card.circularity
    if declared is None or not (card.recycled and card.recyclable and card.utility):
        return
    recycled, recyclable, utility = card.recycled.value, card.recyclable.value, card.utility.value
    untp = computed(flows.untp_circularity, recycled=recycled, recyclable=recyclable, utility=utility)
    if declared.agrees(untp):
        return
    linear = computed(
        flows.linear_flow,
        mass=Fraction(1),
        virgin=computed(flows.remainder, mass=Fraction(1), part=recycled),
        waste=computed(flows.remainder, mass=Fraction(1), part=recyclable),
        feedstock_loss=Fraction(0),
        recycling_loss=Fraction(0),
    )
    simple = computed(flows.material_circularity, linear_flow=linear, utility=utility)
    figures = {"untp": _shortened(untp), "material": _shortened(simple)}
    reader.tell("passport-circularity-differs", declared.at, shown(declared.digits), **figures)


def evidence_checks(passport: Spot, reader: Reader) -> None:
    """Tell where a claim points to evidence without its digest, so that nothing says what stood there."""
    claims = reader.member(passport, "conformityClaim", "conformityDeclarations", "conformityInformation")
    for claim in reader.items(claims):
        evidence = reader.mapping(reader.member(claim, "conformityEvidence"))
        if evidence and reader.text(reader.member(evidence, "hashDigest")) is None:
            reader.tell("passport-no-digest", child(evidence.at, "hashDigest"), shown(None))


def _shortened(value: Fraction) -> str:
    """Return a value with at most 4 decimals, rounded half to even."""
    return decimal_text(Fraction(round(value * 10**_PLACES), 10**_PLACES))
