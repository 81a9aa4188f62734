"""Everything that shows itself does so as text and in a notebook, in the first language of its tender."""

from pathlib import Path

import pytest

import circular_tender as ct

OFFICE = Path(__file__).parents[2] / "examples" / "office-furniture"


@pytest.fixture(scope="module")
def office():
    return ct.assess(
        ct.read_tender(OFFICE / "tender.yaml"),
        ct.read_bids(OFFICE / "bids"),
        ct.read_judgements(OFFICE / "judgements.yaml"),
        ct.read_decisions(OFFICE / "decisions.yaml"),
    )


@pytest.fixture(scope="module")
def values(office):
    return {
        "tender": office.tender,
        "assessment": office,
        "explanation": ct.explain(office, "dubbeltje"),
        "comparison": ct.compare(office, "tweede-leven", "dubbeltje"),
        "report": ct.report(office),
    }


@pytest.mark.parametrize("name", ["tender", "assessment", "explanation", "comparison", "report"])
def test_a_value_shows_itself_in_the_first_language_of_its_tender(values, name):
    assert str(values[name]) == ct.to_text(values[name], language="nl")
    assert values[name]._repr_html_().startswith("<div")
    assert 'lang="nl"' in values[name]._repr_html_()
    assert 'lang="en"' in ct.to_html(values[name], language="en")
    assert ct.to_markdown(values[name], language="en") != ct.to_markdown(values[name], language="nl")


def test_an_assessment_shows_itself_as_its_report_does(values):
    assert str(values["assessment"]) == str(values["report"])


def test_problems_show_themselves_in_a_notebook():
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.read_tender({"schema": "circular-tender/tender/1", "<b>": "x"})
    shown = error.value._repr_html_()
    assert "&lt;b&gt;" in shown
    assert "<b>" not in shown
    assert "problems found." in shown


def test_what_has_no_result_shows_itself_in_a_notebook():
    error = ct.UndefinedResult("lowest_over_own", "price")
    assert 'lang="en"' in error._repr_html_()
    assert "<h1>This can&#x27;t be calculated.</h1>\n<p>The formula lowest_over_own of criterion" in error._repr_html_()
    assert "<h1>Dit is niet te berekenen.</h1>" in ct.to_html(error, language="nl")
    assert ct.to_markdown(error, language="nl").startswith("# Dit is niet te berekenen.\n\nDe formule lowest\\_over")


def test_what_is_wrong_is_a_numbered_list_in_each_format_and_language():
    with pytest.raises(ct.InvalidDocuments) as raised:
        ct.read_tender({"schema": "circular-tender/tender/2", "award": {"points": "1e3"}})
    error = raised.value
    dutch = ct.to_text(error, language="nl")
    assert dutch.startswith(f"{len(error.problems)} fouten gevonden.\n===")
    assert '\n\n1. tender /schema\n    gevonden: "circular-tender/tender/2" [schema-newer]\n    Dit document' in dutch
    title, *lines = str(error).split("\n")
    assert ct.to_text(error) == "\n".join([title, "=" * len(title), "", *lines, ""])  # no line here is too long
    assert '1. tender /schema\n   - gevonden: "circular-tender/tender/2"' in ct.to_markdown(error, language="nl")
    assert "<ol>\n<li><bdi>tender /schema</bdi><ul><li>gevonden: <bdi>" in ct.to_html(error, language="nl")


def test_a_comparison_adds_up_to_the_gap_the_largest_difference_first(office):
    for first, second in (("tweede-leven", "dubbeltje"), ("dubbeltje", "gouden-bergen")):
        found = ct.compare(office, first, second)
        assert found.gap == office[first].points - office[second].points
        assert sum(row.points for row in found.rows) == found.gap
        sizes = [abs(row.points) for row in found.rows]
        assert sizes == sorted(sizes, reverse=True)
        other = ct.compare(office, second, first)
        assert {(r.criterion, r.points) for r in other.rows} == {(r.criterion, -r.points) for r in found.rows}


def test_rounded_points_that_would_not_add_up_are_shown_with_their_exact_values(build):
    tender = build.tender(*(build.judged(name, 1) for name in ("one", "two", "three")))
    third = dict.fromkeys(("one", "two", "three"), "0.333333333333")
    some = build.marked(tender, a=third, b={"one": "0", "two": "0", "three": "0.0004"})
    text = ct.to_text(ct.compare(some, "a", "b"))
    assert "exactly 333333333333/1000000000000" in text  # 0.333 + 0.333 + 0.333 would read as 0.999
    office = build.marked(tender, a={"one": "1", "two": "0.5", "three": "0.25"}, b=third)
    assert "exactly" not in ct.to_text(ct.compare(office, "a", "a"))


def test_json_lines_are_bids_each_with_the_line_of_its_problems(tmp_path):
    import json  # noqa: PLC0415 -- for this test only

    bids = [bid.plain for bid in ct.read_bids(OFFICE / "bids")]
    file = tmp_path / "bids.jsonl"
    file.write_text("\n".join(json.dumps(bid, ensure_ascii=False) for bid in bids) + "\n\n", encoding="utf-8")
    assert [bid.plain for bid in ct.read_bids(file)] == bids
    lines = [json.dumps(bids[0]), json.dumps({**bids[1], "bidder": ""}), '{"schema": ', json.dumps({**bids[2], "x": 1})]
    file.write_text("\n".join(lines), encoding="utf-8")
    first, *broken = ct.read_bids(file)
    assert first.plain == bids[0]
    assert [(p.place.line, p.code) for bid in broken for p in bid.problems] == [
        (2, "empty-text"),
        (3, "not-json"),
        (4, "unknown-key"),
    ]


def test_a_document_built_in_code_says_what_is_wrong_and_a_copy_is_checked():
    with pytest.raises(ct.InvalidDocuments) as error:
        ct.Bid(schema="circular-tender/bid/1", tender="T", id="A b", bidder="Acme", discounts={"x": 0.1 + 0.2})
    assert [(p.code, p.place.document, p.place.pointer) for p in error.value.problems] == [
        ("id-form", "bid", "/id"),
        ("number-float", "bid", "/discounts/x"),
    ]
    bid = ct.Bid(schema="circular-tender/bid/1", tender="T", id="acme", bidder="Acme")
    assert bid.model_copy(update={"bidder": "Bravo"}).plain["bidder"] == "Bravo"
    for change in (lambda: bid.model_copy(update={"id": "A b"}), lambda: ct.Bid.model_construct(id="A b")):
        with pytest.raises(ct.InvalidDocuments):
            change()
