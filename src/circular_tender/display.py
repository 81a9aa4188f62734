"""How values show themselves in a terminal and in a notebook: the one place from which a lower room reaches `show`."""


class Shown:
    """What shows itself: as text where it is printed, as HTML in a notebook, in the first language of its tender."""

    __slots__ = ()

    def __str__(self) -> str:
        return shown(self, "text")

    def _repr_html_(self) -> str:
        return shown(self, "html")


def shown(value: object, form: str) -> str:
    """Return a value as a terminal (`text`) or a notebook (`html`) shows it."""
    from circular_tender.show import show  # noqa: PLC0415 -- the only arrow upwards, pinned by a test

    return show(value, form)
