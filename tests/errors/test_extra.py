"""What a program hears that asks for an extra which is not installed."""

import sys
from io import BytesIO

import pytest

import circular_tender as ct
from circular_tender.exchange.office import new_book, read_book


@pytest.mark.parametrize(
    ("library", "wanted"),
    [("xlsxwriter", lambda: new_book(BytesIO())), ("openpyxl", lambda: read_book(b""))],
)
def test_the_error_names_the_extra(library, wanted, monkeypatch):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ct.TenderError) as raised:
        wanted()
    english = "This needs the extra office, which is not installed: pip install 'circular-tender[office]'."
    dutch = "Hiervoor is de extra office nodig, en die is niet geïnstalleerd: pip install 'circular-tender[office]'."
    assert str(raised.value) == english
    assert dutch in " ".join(ct.to_text(raised.value, language="nl").split())
    assert "&#x27;circular-tender[office]&#x27;" in raised.value._repr_html_()
