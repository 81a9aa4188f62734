"""What is said of a panel's mark: its reason, the marks of the members, and how a difference was talked over."""

from collections.abc import Iterator

from circular_tender.assessment import Cell
from circular_tender.bids import Judgement, MemberMark
from circular_tender.exact import Quantity
from circular_tender.explain import Step
from circular_tender.indicators import Judgement as Judged
from circular_tender.narrate.page import isolated
from circular_tender.narrate.words import Words
from circular_tender.scales import LevelScale
from circular_tender.tender import Leaf, beyond_tolerance, unreasoned


def judged(words: Words, leaf: Leaf, judgement: Judgement, measured: Cell, computed: Step | None) -> str:
    """Return the panel's mark with its reason, those of its members, and how a difference was talked over.

    `measured` is the mark; `computed` is the step that made it of the members' marks, where one did.
    """
    value = words.figure(measured.value, measured.unit)
    members = "; ".join(_member(words, role, own) for role, own in judgement.members.items())
    if computed:
        told = [words(f"measured_{computed.formula}", value=_come_to(words, computed, measured), members=members)]
    else:
        own = judgement.reason and words("measured_judgement", value=value, reason=isolated(judgement.reason))
        told = [own or words("mark_alone", value=value), *([words("members", members=members)] if members else ())]
    return " ".join([*told, *_moderated(words, leaf, judgement)])


def without_reason(words: Words, leaf: Leaf, judgement: Judgement, *, repeated: bool) -> str:
    """Return whose marks have no reason, or where `repeated` one that only repeats the level's description."""
    found = unreasoned(words.tender, leaf, judgement)
    roles = [mark.member for mark in found if (mark.repeats is not None) == repeated]
    return words.listed([words("mark_of_member", role=r) if r else words("mark_of_panel") for r in roles])


def _member(words: Words, role: str, own: MemberMark) -> str:
    mark = words.figure(own.mark.value if isinstance(own.mark, Quantity) else own.mark, "")
    if own.reason is None:
        return words("member_alone", role=role, mark=mark)
    return words("member", role=role, mark=mark, reason=isolated(own.reason))


def _come_to(words: Words, computed: Step, measured: Cell) -> str:
    """Return what the members' marks come to, before it is rounded and after."""
    value = words.figure(measured.value, measured.unit)
    if computed.value is None or computed.value == measured.value:
        return value
    return words("mark_rounded", exact=words.exact(computed.value, ""), value=value)


def _moderated(words: Words, leaf: Leaf, judgement: Judgement) -> Iterator[str]:
    """Yield how far the members' marks lie apart, where that is too far, and how that was talked over."""
    far, asked = beyond_tolerance(leaf, judgement), leaf.indicator
    if far and isinstance(asked, Judged) and asked.tolerance:
        key = "members_levels_apart" if isinstance(leaf.scale, LevelScale) else "members_apart"
        apart, tolerance = words.figure(far.by, ""), words.figure(asked.tolerance.value, "")
        yield words(key, one=far.one, other=far.other, apart=apart, tolerance=tolerance)
    if judgement.moderation:
        said = isolated(judgement.moderation)
        yield words("moderation" if far else "moderation_alone", moderation=said)
