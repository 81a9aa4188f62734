"""Which mutants a text has, written out by hand."""

import pytest
from mutants import mutants


def changes(text):
    """Operator and changed line of each mutant."""
    return [tuple(mutant.name.split(" | ", 3)[2:]) for mutant in mutants("f.py", text.encode())]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a + b", [("arithmetic", "a ⟨+ → -⟩ b")]),
        ("(a) // (b)", [("arithmetic", "(a) ⟨// → /⟩ (b)")]),
        (
            "a < b == c",
            [
                ("comparison", "a ⟨< → >=⟩ b == c"),
                ("boundary", "a ⟨< → <=⟩ b == c"),
                ("comparison", "a < b ⟨== → !=⟩ c"),
            ],
        ),
        ("a is not None", [("comparison", "a ⟨is not → is⟩ None")]),
        ("a and b and c", [("boolean", "a ⟨and → or⟩ b and c"), ("boolean", "a and b ⟨and → or⟩ c")]),
        ("not a", [("removed sign", "⟨not → ⟩a")]),
        ("-a", [("removed sign", "⟨- → ⟩a")]),
        ("f(1_000, True)", [("constant", "f(⟨1_000 → 1001⟩, True)"), ("constant", "f(1_000, ⟨True → False⟩)")]),
        ("f('%')", [("text", "f(⟨'%' → '%X'⟩)")]),
        ('f(f"{a + 1}")', [("text", 'f(⟨f"{a + 1}" → f"{a + 1}X"⟩)')]),
        ("min(a)", [("swapped", "⟨min → max⟩(a)")]),
        ("lambda: a", [("return value", "lambda: ⟨a → None⟩")]),
        ("a if b else c", [("negated", "a if ⟨b → not (b)⟩ else c")]),
        ("[a for a in b if c]", [("negated", "[a for a in b if ⟨c → not (c)⟩]")]),
    ],
)
def test_the_changes_of_an_expression(line, expected):
    assert changes(f"x = {line}\n") == [(operator, f"x = {changed}") for operator, changed in expected]


FUNCTION = '''"""What it is for."""
import a
Number: TypeAlias = "int"

@formula(unit="kg", source="definition")
def f(x: "Number") -> "Number":
    """Return it."""
    match x:
        case A():
            y = x
        case B() if y:
            raise y
        case _:
            assert_never(x)
    return y
    return None
'''


def test_the_changes_of_a_function():
    assert [mutant.name for mutant in mutants("f.py", FUNCTION.encode())] == [
        "f.py | f | case | case A()⟨ → if False⟩:",
        "f.py | f | deleted | ⟨y = x → pass⟩",
        "f.py | f | negated | case B() if ⟨y → not (y)⟩:",
        "f.py | f | deleted | ⟨raise y → pass⟩",
        "f.py | f | return value | return ⟨y → None⟩",
        'f.py | f | text | @formula(unit=⟨"kg" → "kgX"⟩, source="definition")',
    ]


def test_the_text_of_a_mutant_is_the_file_with_one_change():
    text = 'S = "×"\n\n\ndef f(a):\n    return a\n'
    assert [mutant.text.decode() for mutant in mutants("f.py", text.encode())] == [
        text.replace("×", "×X"),
        text.replace("return a", "return None"),
    ]


def test_the_same_change_twice_has_two_names():
    name = "f.py | module | arithmetic | a(b ⟨+ → -⟩ b)"
    assert [mutant.name for mutant in mutants("f.py", b"a(b + b)\na(b + b)\n")] == [name, f"{name} #2"]
