"""What can be wrong, as data; and the one table of English sentences for it."""

from collections.abc import Iterable, Sized
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import cast

import attrs

from circular_tender.display import shown as displayed

LIMIT_SHOWN = 100  #: problems that one error lists; the rest are counted
LIMIT_FOUND = 60  #: characters of a wrong value that a message shows


@attrs.frozen
class Place:
    """Where in a document something stands: its name, a JSON Pointer, and line and column where they are known."""

    document: str
    pointer: str = ""
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        position = "" if self.line is None else f":{self.line}:{self.column}"
        return f"{self.document}{position} {self.pointer or '(the whole document)'}"


@attrs.frozen
class Problem:
    """One thing that is wrong: a stable code, its place, what was found, and the data of the sentence."""

    code: str
    place: Place
    found: str
    data: tuple[tuple[str, str], ...] = ()

    @property
    def sentence(self) -> str:
        """What is wrong and what to write, in English."""
        return SENTENCES[self.code].format_map({"found": self.found, **dict(self.data)})

    def __str__(self) -> str:
        return f"{self.place}\n    found {self.found} [{self.code}]\n    {self.sentence}"


@attrs.frozen
class Finding:
    """What does not hold in a document: code, pointer, what was found, and the data of the sentence."""

    code: str
    pointer: str
    found: str
    data: tuple[tuple[str, str], ...] = ()


class TenderError(Exception):
    """Whatever this library raises on purpose."""


class InvalidDocuments(TenderError):
    """The documents can't be used as they are; `problems` holds everything that is wrong, in document order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def _repr_html_(self) -> str:
        return displayed(self, "html")

    def __str__(self) -> str:
        count = len(self.problems)
        lines = [f"{count} problem{'s' if count != 1 else ''} found."]
        lines += [f"{number}. {problem}" for number, problem in enumerate(self.problems[:LIMIT_SHOWN], 1)]
        if count > LIMIT_SHOWN:
            lines.append(f"and {count - LIMIT_SHOWN} more.")
        return "\n".join(lines)


class UndefinedResult(TenderError):
    """A formula has no value for these inputs, as when it divides by zero; `formula` and `criterion` name where."""

    def __init__(self, formula: str, criterion: str = "") -> None:
        self.formula, self.criterion = formula, criterion
        super().__init__(formula, criterion)

    def __str__(self) -> str:
        code = "undefined-score" if self.criterion else "undefined-result"
        return SENTENCES[code].format_map({"formula": self.formula, "criterion": self.criterion})


def shown(value: object) -> str:  # noqa: PLR0911 -- one a sort
    """Return a wrong value as a message may print it: quoted, at most 60 characters, nothing invisible."""
    match value:
        case None:
            return "nothing (null)"
        case bool():
            return "true" if value else "false"
        case str():
            text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in value[: LIMIT_FOUND + 1])
            return f'"{text[:LIMIT_FOUND]}…"' if len(text) > LIMIT_FOUND else f'"{text}"'
        case dict():
            size = len(cast("Sized", value))
            return f"a mapping with {size} key{'s' if size != 1 else ''}" if value else "an empty mapping"
        case list() | tuple():
            return f"a list of {len(cast('Sized', value))}" if value else "an empty list"
        case int() if abs(value) >= 10**LIMIT_FOUND:
            return f"an int of more than {LIMIT_FOUND} digits"
        case int() | float() | Decimal() | date():
            return f"{type(value).__name__} {str(value)[:LIMIT_FOUND]}"
        case _:
            return f"a Python object of type {type(value).__name__}"


def nearest(word: str, words: Iterable[str]) -> str:
    """Return the likely slip as a sentence, or nothing where no known word is near."""
    near = get_close_matches(word.lower(), list(words), n=1)
    return f" Was {near[0]!r} meant?" if near else ""


#: Every sentence that this library says about an error. Nothing else below `narrate` holds one.
SENTENCES: dict[str, str] = {
    # files and their syntax
    "file-not-found": "There is no file or folder of this name.",
    "no-documents": "A folder of bids holds one .yaml, .yml or .json file for each bid; this one holds none.",
    "too-large": "A document has at most {limit} bytes.",
    "too-deep": "A document is nested at most {limit} levels deep.",
    "byte-order-mark": "Save the file as UTF-8 without a byte order mark.",
    "not-utf8": "Save the file as UTF-8; byte {offset} is not.",
    "not-yaml": "This is not YAML: {reason}.",
    "not-json": "This is not JSON: {reason}.",
    "empty-document": "The document is empty.",
    "several-documents": "A file holds one document; '---' begins a second one.",
    "not-a-mapping": "A document is a mapping of keys to values.",
    "anchor": "Anchors, aliases and merge keys (&, * and <<) are not read; write the value out, or quote the text.",
    "tag": "Tags (!) are not read; write the value as the documentation shows it, or quote the text.",
    "duplicate-key": "The key {key} stands twice, first on line {first}. Remove one.",
    "duplicate-key-json": "The key {key} stands twice in one object. Remove one.",
    "key-not-text": "A key is a text.",
    "comma-tail": "A key without a value follows a comma. In {{…}} a comma separates entries: "
    "write a decimal with a point (12.5 %), and quote a text that holds a comma.",
    "control-character": "The text holds an invisible character, {character}. Remove it.",
    "lone-surrogate": "The text holds half of a character ({character}). Write the whole character.",
    "json-constant": "{found} is no number in JSON. Write the number, or null where there is none.",
    # numbers
    "number-float": "This float has more digits than a person types, so it is the result of arithmetic. "
    "Give the number as text, such as '0.1', or as Decimal('0.1').",
    "number-type": "A number is expected here. A program gives it as text, int or Decimal.",
    "number-boolean": "true and false are no numbers.",
    "number-empty": "Write a number; an empty text is none.",
    "number-comma": "Write a decimal with a point and thousands without any sign: 12500.50.",
    "number-exponent": "Write the number out, without an exponent.",
    "number-underscore": "Write the number without underscores.",
    "number-space": "Write the number without spaces; one may stand between the number and its unit.",
    "number-digits": "Write the number with the digits 0 to 9 of ASCII.",
    "number-plus": "Write the number without a plus sign.",
    "number-minus-zero": "Write 0; there is no minus zero.",
    "number-leading-zero": "Write the number without leading zeros.",
    "number-bare-point": "Write a digit on both sides of the point.",
    "number-size": "A number has at most 18 digits before and 12 after the point.",
    "number-form": "This is not a number.",
    "unit-missing": "Write the unit: {example}.",
    "unit-unexpected": "A plain number is expected here, without {unit}.",
    "unit-unknown": "{unit} is not a unit that is known here; known are: {known}.",
    "unit-differs": "A {expected} is expected here, such as {example}; {unit} is a unit of {given}.",
    "below-zero": "This may not be less than 0.",
    "not-positive": "This must be more than 0.",
    "share-outside": "A share lies between 0 % and 100 %.",
    "not-whole": "A whole number from {low} to {high} is expected.",
    # structure
    "missing-key": "The key {key} is missing. Write it; what may be left unanswered is written null.",
    "unknown-key": "The key {key} is not known here.{slip}",
    "wrong-type": "{expected} is expected here.",
    "unknown-choice": "One of {choices} is expected.{slip}",
    "empty-text": "An empty text says nothing. Write a text; what may be left unanswered is written null.",
    "empty-list": "At least one entry is expected here.",
    "id-form": "An id has 1 to 64 characters a–z, 0–9 and '-', and begins with a letter or digit.",
    "name-form": "A name has 1 to 64 characters a–z, 0–9, '_' and '-', and begins with a letter.",
    "currency-form": "A currency is three capital letters, such as EUR.",
    "instant-form": "Write date, time and offset: 2026-10-15T12:00:00+02:00.",
    "instant-without-offset": "Write the offset from UTC after the time: 2026-10-15T12:00:00+02:00.",
    "withheld-form": "A withheld value is written {{withheld: ground}}.",
    "text-languages": "A text in several languages has a language, such as nl or en, as each key, with its text.",
    "schema-other": "The document must begin with 'schema: {expected}'.",
    "schema-newer": "This document was made for a newer version; this program reads {expected}.",
    "too-many": "At most {limit} are allowed here.",
    # the tender, as a whole
    "duplicate-id": "The id {id} stands twice, first at {first}.",
    "weights-total": "The weights of all leaves add up to {sum}; award.points says {expected}.",
    "weights-group": "The weights in this group add up to {sum}; its weight says {expected}.",
    "rescale-without-weight": "A group that is rescaled must state its weight.",
    "scale-does-not-fit": "The scale {scale} takes {takes}; the indicator {indicator} gives {gives}.",
    "scale-flat": "zero_at and full_at are the same, so the scale does not distinguish bids.",
    "levels-without-allowed": "Marks are numbers only where the indicator says which are allowed; "
    "write allowed: {{least: …, greatest: …}}, or use the scale levels.",
    "least-above-greatest": "least must be smaller than greatest.",
    "below-zero-relative": "The scale {scale} compares with other bids by division, so no value may be below 0; "
    "write least: 0.",
    "step-bound": "Each step has one bound, and all have the same one: {key}.",
    "steps-order": "A later step must be harder to reach than the one before, {before}.",
    "steps-earn-less": "A later step must earn more than what comes before, {before}.",
    "points-order": "The points stand in the order of their values; the one before is at {before}.",
    "points-flat": "All points earn the same, so the scale does not distinguish bids.",
    "otherwise-not-worst": "What has no proof may not count for more than what has; name the one worth least: {worst}.",
    "otherwise-unknown": "otherwise names one of: {choices}.",
    "otherwise-in-mean": "In a mean, a product without the proof asked for may not count more than any other; "
    "write otherwise: 0 years.",
    "otherwise-earns": "What is not answered or not proven may not earn more than the least that the scale {scale} "
    "gives for any value; change otherwise, or choose another scale.",
    "on-rejection-missing": "Points of {ids} depend on other bids, so the tender must say what a rejection does: "
    "on_rejection: keep or recompute.",
    "threshold-relative": "These points depend on other bids, so a rejection by them would too. "
    "Write on: relative if that is meant.",
    "threshold-above-weight": "At most {weight} points can be earned here, so nobody can reach this.",
    "price-without-lines": "The indicator price needs prices.lines in the tender.",
    "products-without-lines": "The indicator {indicator} measures a product for each of prices.lines; there are none.",
    "unknown-discount": "There is no discount of this id.{slip}",
    "unknown-tie": "A tie is broken by a criterion of this tender, or by a draw.{slip}",
    "draw-not-last": "A draw always decides; nothing can follow it.",
    "unknown-stage-criterion": "A stage lists criteria of the top level.{slip}",
    "stages-incomplete": "Every criterion of the top level belongs to one stage; missing: {ids}.",
    # bids and judgements against the tender
    "other-tender": "The tender's reference is {expected}.",
    "no-bids": "There is no bid to assess.",
    "duplicate-bid": "The bid {id} stands twice, first in {first}.",
    "received-missing": "The tender has a deadline, so the bid must say when it was received.",
    "price-missing": "There is no unit price for the line {key}.",
    "unknown-line": "The tender has no line of this id.{slip}",
    "discount-missing": "There is no percentage for the discount {key}.",
    "unknown-bid-discount": "The tender has no discount of this id.{slip}",
    "answer-missing": "The tender asks for {key}. Write it; what may be left unanswered is written null.",
    "product-missing": "There is no product for the line {key}.",
    "duplicate-line": "The line {key} already has a product, {first}.",
    "parts-heavier": "The parts add up to {sum} kg, more than the product's {mass} kg.",
    "shares-above-whole": "The shares add up to {sum} %, more than 100 %.",
    "unknown-destination": "The tender knows the destinations {choices}.{slip}",
    "unknown-evidence": "The bid lists no evidence of this id.{slip}",
    "unknown-feedstock": "The tender knows the feedstocks {choices}.{slip}",
    "unknown-answer": "No criterion of this id asks for an answer.{slip}",
    "answer-outside": "The tender allows answers {bounds}.",
    "unknown-row": "The tender's table has the rows {choices}.{slip}",
    "judgements-missing": "The tender has criteria that a panel judges; give the judgements.",
    "unknown-bid": "No bid has this id.{slip}",
    "unknown-requirement": "The tender has no requirement of this id.{slip}",
    "decided-twice": "This was decided before, at {first}. A log holds one decision of each thing.",
    "decision-missing": "Nothing says whether the bid {bid} meets the requirement {requirement}. That is a decision.",
    "draw-not-published": "The tender does not say that a tie is broken by a draw.",
    "draw-without-tie": "These bids do not share a rank that a draw must separate.",
    "unknown-criterion": "No criterion of this id is judged by a panel.{slip}",
    "mark-not-allowed": "The tender allows marks from {least} to {greatest}.",
    "unknown-level": "The tender allows the levels {choices}.{slip}",
    "withheld-needed": "This value is withheld, but the bid takes part in the stage that needs it.",
    "undefined-result": "The formula {formula} has no value here: it would divide by zero.",
    "undefined-score": "The formula {formula} of criterion {criterion} has no value for these bids: it would divide by "
    "zero. The tender must say what holds then.",
    # using an assessment
    "no-such-bid": "There is no bid of this id.{slip}",
    "no-such-criterion": "There is no criterion of this id.{slip}",
    "no-points": "This bid was rejected, so it has no points to compare.",
    "missing-language": "This text has no {language}; it is written in {known}.",
}
