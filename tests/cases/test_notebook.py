"""The notebook of the examples runs, and shows what it shows in the file; `--record` writes its outputs anew."""

import ast
import contextlib
import io
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(ROOT.glob("examples/notebook/*.ipynb"))


def lines(text):
    return text.splitlines(keepends=True)


def run(source, names):
    """The outputs of a cell: what it prints, and how the value of its last line shows itself."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    value = None
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "cell", "exec"), names)  # noqa: S102 -- a notebook is run
        if last:
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307 -- likewise
    outputs = []
    if printed.getvalue():
        outputs.append({"name": "stdout", "output_type": "stream", "text": lines(printed.getvalue())})
    if value is not None:
        html = getattr(value, "_repr_html_", None)
        data = {"text/html": lines(html())} if html else {"text/plain": [repr(value)]}
        outputs.append({"data": data, "execution_count": None, "metadata": {}, "output_type": "execute_result"})
    return outputs


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda file: file.name)
def test_a_notebook_shows_what_it_shows_in_the_file(notebook, monkeypatch, request):
    monkeypatch.chdir(notebook.parent)
    document = json.loads(notebook.read_text(encoding="utf-8"))
    names = {}
    made = [{**c, "outputs": run("".join(c["source"]), names)} if "outputs" in c else c for c in document["cells"]]
    if request.config.getoption("--record", default=False):
        text = json.dumps({**document, "cells": made}, ensure_ascii=False, indent=1) + "\n"
        notebook.write_text(text, encoding="utf-8")
        document["cells"] = made
    assert made == document["cells"]
    assert sum(bool(cell["outputs"]) for cell in made if "outputs" in cell) >= 6


def test_there_is_a_notebook():
    assert NOTEBOOKS != []
