"""Values that stand in documents and are no plain text or number: a moment, a day, and what is withheld."""

from datetime import date, datetime

import attrs


@attrs.frozen
class Instant:
    """A moment as somebody wrote it, and the moment itself."""

    text: str
    moment: datetime

    def __str__(self) -> str:
        return self.text


@attrs.frozen
class Day:
    """A calendar day as somebody wrote it, and the day itself."""

    text: str
    day: date

    def __str__(self) -> str:
        return self.text


@attrs.frozen
class Withheld:
    """A value that is not given, and on what ground."""

    ground: str
