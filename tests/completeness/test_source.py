"""What must hold for the source: where it imports, and where it holds sentences."""

import ast

import pytest

ABOVE = ("narrate", "write", "show.py")  # the rooms that speak to a reader


def sources(package):
    """Every file of the library but the checker of records, which stands alone."""
    return [
        file for file in sorted(package.rglob("*.py")) if file.relative_to(package).as_posix() != "record/verify.py"
    ]


def deferred(tree):
    """The modules that are imported inside functions."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            for node in ast.walk(function):
                match node:
                    case ast.ImportFrom(module=module):
                        yield module
                    case ast.Import(names=names):
                        yield from (alias.name for alias in names)


def test_imports_inside_a_function_are_those_of_the_design(package):
    found = [
        (file.relative_to(package).as_posix(), module)
        for file in sources(package)
        for module in deferred(ast.parse(file.read_bytes()))
    ]
    extras = {("exchange/office.py", "xlsxwriter"), ("exchange/office.py", "openpyxl")}
    assert {(file, module.partition(".")[0]) for file, module in found[1:]} == extras
    assert found[0] == ("display.py", "circular_tender.show")


def test_a_planted_import_is_found():
    assert list(deferred(ast.parse("def f():\n    if x:\n        import json\n        from a.b import c"))) == [
        "json",
        "a.b",
    ]
    assert list(deferred(ast.parse("import json\nclass A:\n    from a import b"))) == []


def docstrings(tree):
    """The nodes of the docstrings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            match node.body[0]:
                case ast.Expr(value=ast.Constant(value=str()) as docstring):
                    yield docstring


def sentences(tree):
    """The texts that read as a sentence, but for docstrings and the sources of formulas and tables."""
    allowed = {id(node) for node in docstrings(tree)}
    for call in ast.walk(tree):
        match call:
            case ast.Call(func=ast.Name(id="formula" | "NamedTable"), keywords=keywords):
                allowed |= {id(node) for k in keywords if k.arg == "source" for node in ast.walk(k.value)}
    for node in ast.walk(tree):
        match node:
            case ast.JoinedStr(values=parts):
                allowed |= {id(part) for part in parts}  # looked at as one text
                text = "".join(part.value if isinstance(part, ast.Constant) else "…" for part in parts)
            case ast.Constant(value=str() as text):
                pass
            case _:
                continue
        if " " in text.strip() and text.rstrip().endswith(".") and id(node) not in allowed:
            yield text


def test_no_sentence_stands_below_narrate(package):
    below = [f for f in sources(package) if f.relative_to(package).parts[0] not in ABOVE and f.parent.name != "errors"]
    rooms = {file.relative_to(package).parts[0].removesuffix(".py") for file in below}
    assert rooms >= {"exact", "derivation", "rules", "formulas", "bids", "indicators", "scales", "award", "assess"}
    assert rooms >= {"tender", "assessment", "record", "explain"}
    found = [
        (file.relative_to(package).as_posix(), text)
        for file in below
        for text in sentences(ast.parse(file.read_bytes()))
    ]
    assert found == []
    terms = package / "errors"
    assert [
        (f.name, t) for f in terms.glob("*.py") if f.name != "english.py" for t in sentences(ast.parse(f.read_bytes()))
    ] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('x = "The price is too low."', ["The price is too low."]),
        ('def f(n):\n    """Return it."""\n    return f"There are {n} bids."', ["There are … bids."]),
        ('"""A module."""\nclass A:\n    """A class."""', []),
        ('@formula(unit="", source="as the tender publishes it.")\ndef f(): ...', []),
        ('x = "no-sentence."', []),
        ('x = "no full stop"', []),
    ],
)
def test_a_planted_sentence_is_found(source, found):
    assert list(sentences(ast.parse(source))) == found
