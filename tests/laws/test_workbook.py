"""A live workbook of any tender computes what was computed exactly, as far as a spreadsheet can."""

from hypothesis import Phase, given, settings
from invented import cases
from office import different, saved_by_libreoffice, without_values

import circular_tender as ct

EXAMPLES = 25  # all computed in one start of LibreOffice


def test_a_spreadsheet_computes_invented_tenders_as_they_were_computed_exactly(tmp_path):
    made = {}

    @settings(max_examples=EXAMPLES, phases=[Phase.generate])
    @given(cases())
    def invent(case):
        made[f"case-{len(made)}"] = case.assess()

    invent()
    bare = {name: without_values(ct.workbook(a), tmp_path / "one.xlsx") for name, a in made.items()}
    computed = saved_by_libreoffice(tmp_path, bare)
    results = {name: different(assessment, computed[name]) for name, assessment in made.items()}
    assert {name: wrong for name, (_, wrong) in results.items() if wrong} == {}
    assert sum(count for count, _ in results.values()) > 20 * EXAMPLES
