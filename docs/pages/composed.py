"""A rule as a reader of tenders knows it: a formula, with a line of its own for each value that it names."""

from collections import Counter
from collections.abc import Iterator
from textwrap import TextWrapper
from typing import assert_never

from circular_tender.exact import Symbol
from circular_tender.rules import Apply, Expression, Fact, NamedTable, Rows, Values
from pages.rule import walk

_LINES = TextWrapper(85, subsequent_indent=" " * 6, break_long_words=False, break_on_hyphens=False)
_OF_ROWS = ("at", "at_least", "at_most", "earns")  # keys that a rule reads of several rows
_OWN = {"measured": "own"}
#: The operations that are not signs, in words.
_OPERATIONS = {
    "least": "`least` is the lowest of all bids",
    "greatest": "`greatest` is the highest of all bids",
    "mean": "`mean` is the mean of all bids",
    "total": "`total` is the sum over all years in which it is paid",
    "choose": "`choose(a, b, then, otherwise)` is `then` where a is at most b, else `otherwise`",
    "clamp": "`clamp(x, low, high)` is x, moved to the nearer bound where it lies outside",
    "power": "`power(x, n)` is x to the power of n; where n is not whole, rounded to 12 decimals",
    "log_ratio": "`log_ratio(x, base)` is the logarithm of x to that base, rounded to 12 decimals",
    "rounded": "`rounded(x, places, mode)` is x, rounded as the tender says",
}


def composed(name: str, rule: Expression) -> str:
    """Return a rule as formulas, the last of which has this name."""
    return "\n".join(lines((name, rule)))


def lines(*rules: tuple[str, Expression]) -> list[str]:
    """Return rules as formulas, each once; the last of a rule has its name."""
    made: list[tuple[str, Symbol]] = []
    for name, rule in rules:
        made += [(part.formula.name, _symbol(part, rule)) for part in _named(rule)]
        made.append((name, _symbol(rule, rule)))
    return [line for called, symbol in dict.fromkeys(made) for line in _line(called, symbol)]


def operations(rule: Expression) -> list[str]:
    """Return in words what the operations of a rule mean."""
    symbols = [_symbol(part, rule) for part in (*_named(rule), rule)]
    found = {part.operation for symbol in symbols for part in _parts(symbol)}
    each = ["`own × 0` is 0, once for each bid."] if any("own × 0" in str(symbol) for symbol in symbols) else []
    return [f"{words}." for operation, words in _OPERATIONS.items() if operation in found] + each


def _line(name: str, symbol: Symbol) -> list[str]:
    return _LINES.wrap(f"{name} = {symbol}")


def _named(rule: Expression) -> list[Apply]:
    """Return the steps that have a line: those whose formula occurs once, but the last."""
    steps = [part for part in walk(rule) if isinstance(part, Apply)]
    times = Counter(part.formula.name for part in steps)
    return [part for part in steps if times[part.formula.name] == 1 and part is not rule]


def _symbol(rule: Expression, whole: Expression) -> Symbol:
    """Return what the formula of a step prints, the steps that have a line by their names."""
    if not isinstance(rule, Apply):
        return _operand("", rule, whole)
    return rule.formula.symbol(**{name: _operand(name, given, whole) for name, given in rule.inputs})


def _operand(name: str, given: Expression, whole: Expression) -> Symbol:
    match given:
        case Apply():
            return Symbol.of(given.formula.name) if given in _named(whole) else _symbol(given, whole)
        case Fact():
            return Symbol.of(_key(given.at, name))
        case Values():
            return Symbol.of(_OWN.get(given.aspect) or given.criterion or given.aspect)
        case Rows() | NamedTable():
            raise TypeError(given)
        case _:
            assert_never(given)


def _key(pointer: str, name: str) -> str:
    """Return the key at a pointer: of the award, of a criterion whose weight it is, or of a row of a list."""
    *above, row, key = pointer.removesuffix("/*").split("/")
    if "award" in (*above, row):
        return f"award.{key}"
    if key == "weight":
        return f"{name}.weight"
    return f"{key}{int(row) + 1}" if row.isdecimal() and key in _OF_ROWS else key


def _parts(symbol: Symbol) -> Iterator[Symbol]:
    yield symbol
    for part in symbol.parts:
        if isinstance(part, Symbol):
            yield from _parts(part)
