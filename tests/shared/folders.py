"""The folder of an example or a case, read: its documents, in YAML or as filled-in spreadsheets."""

from types import SimpleNamespace

import circular_tender as ct


def documents(folder):
    """The tender, the bids, the judgements and the decisions of a folder; None for what there is not."""
    tender, forms, log = ct.read_tender(folder / "tender.yaml"), folder / "forms", folder / "decisions.yaml"
    if forms.exists():
        bids = [ct.read_form(form, tender).document for form in sorted(forms.iterdir())]
        judgements = ct.read_form(folder / "marks.xlsx", tender, bids=bids).document
    else:
        bids, panel = ct.read_bids(folder / "bids"), folder / "judgements.yaml"
        judgements = ct.read_judgements(panel) if panel.exists() else None
    decisions = ct.read_decisions(log) if log.exists() else None
    return SimpleNamespace(tender=tender, bids=bids, judgements=judgements, decisions=decisions)
