"""What the form for bidders asks of promises: taking products back, what is paid for them, and spare parts."""

from collections.abc import Iterator

from circular_tender.exchange.forms.asked import Asked, Cell, Entry, Said, Sheet
from circular_tender.exchange.forms.explained import Explained
from circular_tender.indicators import SpareParts
from circular_tender.narrate import Words

_NARROW, _MIDDLE, _WIDE = 14, 28, 60
_AT = "/take_back"
_COSTS = ("paid_to_buyer", "free", "at_cost")
_GUARANTEES = ("declared", "contractual", "contractual_with_penalty")


def take_back_questions(told: Explained) -> tuple[tuple[str, Asked], ...]:
    """Return the questions about taking back, those about the contract and the reporting where they count."""
    words, leaves = told.words, told.leaves("take_back")
    costs = told.worded((n, f"word_{n}") for n in told.names(leaves, "cost") or _COSTS)
    guarantees = told.worded((n, f"word_{n}") for n in told.names(leaves, "guarantee") or _GUARANTEES)
    asked: list[tuple[str, Asked]] = [
        (words("form_ask_share"), Asked(f"{_AT}/share", "quantity", "refused", _AT)),
        (words("form_withheld"), Asked(f"{_AT}/share/withheld", "text", "absent", _AT)),
        (words("form_ask_term"), Asked(f"{_AT}/term", "quantity", "refused", _AT)),
        (words("form_ask_cost"), Asked(f"{_AT}/cost", "word", "refused", _AT, words=costs)),
        (words("form_ask_guarantee"), Asked(f"{_AT}/guarantee", "word", "refused", _AT, words=guarantees)),
    ]
    if forms := told.worded((n, f"contract_{n}") for n in told.names(leaves, "form")):
        asked.append((words("form_ask_contract"), Asked(f"{_AT}/form", "word", "refused", _AT, words=forms)))
    if reports := told.worded((n, f"reporting_{n}") for n in told.names(leaves, "reporting")):
        asked.append((words("form_ask_reporting"), Asked(f"{_AT}/reporting", "word", "refused", _AT, words=reports)))
    return tuple(asked)


def return_values(told: Explained) -> Iterator[Sheet]:
    """Yield the sheet of what is paid for a piece of each line that is taken back."""
    words, leaves = told.words, told.leaves("residual_value")
    lines = told.words.tender.prices.lines if told.words.tender.prices else ()
    if leaves:
        headings = (("form_line", _NARROW), ("form_description", _WIDE))
        columns = (
            *told.columns(*headings),
            *told.columns(("form_return_amount", _MIDDLE), ("form_return_after", _MIDDLE), ("form_proof", _MIDDLE)),
        )
        rows = tuple(_returned(told, line.id, words.line(line, number)[0]) for number, line in enumerate(lines))
        yield Sheet("return_values", words("form_return_values"), told.explained(leaves), columns, rows)


def _returned(told: Explained, line: str, title: str) -> tuple[Cell, ...]:
    at = f"{_AT}/return_values/{line}"
    amount = Asked(f"{at}/amount", "quantity", "refused", at, plain_number=True)
    after = Asked(f"{at}/after", "quantity", "refused", at)
    return Said(line), Said(title), Entry(amount), Entry(after), Entry(told.proof(at))


def spare_parts(told: Explained) -> Iterator[Sheet]:
    """Yield the sheet of the spare parts that are asked for, each once."""
    words, leaves = told.words, told.leaves("spare_parts")
    if leaves:
        fast = any(isinstance(leaf.indicator, SpareParts) and leaf.indicator.delivery for leaf in leaves)
        delivery = (("form_delivery", _MIDDLE),) if fast else ()
        headings = ("form_id", _NARROW), ("form_spare_part", _WIDE), ("form_available", _MIDDLE)
        columns = told.columns(*headings, *delivery, ("form_proof", _MIDDLE))
        rows = tuple(_spare_part(told, name, title, fast=fast) for name, title in _asked(words).items())
        yield Sheet("spare_parts", words("form_spare_parts"), told.explained(leaves), columns, rows)


def _asked(words: Words) -> dict[str, str]:
    """Return the title of each spare part by its name; where several criteria ask for it, as the first says."""
    found: dict[str, str] = {}
    for at, criterion in words.tender.walk:
        indicator = getattr(criterion, "indicator", None)
        for name, title in indicator.parts.items() if isinstance(indicator, SpareParts) else ():
            found.setdefault(name, words.text(title, f"{at}/indicator/parts/{name}"))
    return found


def _spare_part(told: Explained, name: str, title: str, *, fast: bool) -> tuple[Cell, ...]:
    at = f"/spare_parts/{name}"
    available = Asked(f"{at}/available", "quantity", "refused", at)
    delivery = (Entry(Asked(f"{at}/delivery", "quantity", "absent", at)),) if fast else ()
    return Said(name), Said(title), Entry(available), *delivery, Entry(told.proof(at))
