"""The mutants of a source file: for each small change that an author might have made by mistake, the changed text.

A mutant is named by what does not shift with the lines: file, function, operator, and its line with the change in it.
Docstrings, annotations, type aliases, imports and the `source` of a formula say nothing that a test could hold, and stay
as they are; so does what stands in braces in an f-string, whose place Python 3.11 does not tell.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

# What stands between two operands, and what is put in its place: a boundary moved, and the opposite.
TOKENS = {
    "arithmetic": {"+": "-", "-": "+", "*": "/", "/": "*", "//": "/", "%": "*", "**": "*", "<<": ">>", "|": "&"},
    "boolean": {"and": "or", "or": "and"},
    "comparison": {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
    | {"is": "is not", "is not": "is", "in": "not in", "not in": "in"},
    "boundary": {"<": "<=", "<=": "<", ">": ">=", ">=": ">"},
}
SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any", "least": "greatest", "greatest": "least"}
DELETED = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Expr, ast.Raise)


@dataclass(frozen=True)
class Mutant:
    """One change: the file, the name of the change, and the whole text of the file with it."""

    file: str
    name: str
    text: bytes


@dataclass(frozen=True)
class _Source:
    text: bytes

    def at(self, line: int, column: int) -> int:
        return sum(len(each) for each in self.text.splitlines(keepends=True)[: line - 1]) + column

    def span(self, node) -> tuple[int, int]:
        return self.at(node.lineno, node.col_offset), self.at(node.end_lineno, node.end_col_offset)

    def part(self, start: int, end: int) -> str:
        return self.text[start:end].decode()

    def shown(self, start: int, end: int, new: str) -> str:
        """The line with the change in it, on one line."""
        first = self.text.rfind(b"\n", 0, start) + 1
        last = self.text.find(b"\n", end)
        return " ".join(f"{self.part(first, start)}⟨{self.part(start, end)} → {new}⟩{self.part(end, last)}".split())


def mutants(file: str, text: bytes) -> Iterator[Mutant]:
    """Yield the mutants of a file, in the order of its lines."""
    source, seen = _Source(text), Counter()
    for function, operator, (start, end), new in _visited(ast.parse(text), source, ""):
        name = f"{file} | {function or 'module'} | {operator} | {source.shown(start, end, new)}"
        seen[name] += 1
        numbered = name if seen[name] == 1 else f"{name} #{seen[name]}"
        yield Mutant(file, numbered, text[:start] + new.encode() + text[end:])


def _visited(node, source, function):
    """Yield function, operator, span and new text of each change below a node."""
    for changes in (_of_expression, _of_value, _of_condition):
        yield from ((function, *change) for change in changes(node, source))
    if function:
        yield from ((function, *change) for change in _of_statement(node, source))
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        function = f"{function}.{node.name}".removeprefix(".")
    for field, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) and not isinstance(node, ast.JoinedStr) else [value]:
            if isinstance(child, ast.AST) and field not in {"annotation", "returns"} and not _left_alone(child):
                yield from _visited(child, source, function)


def _left_alone(node) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Import() | ast.ImportFrom() | ast.keyword(arg="source"):
            return True
        case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
            return True
        case ast.match_case(body=[ast.Expr(value=ast.Call(func=ast.Name(id="assert_never")))]):
            return True
    return False


def _of_expression(node, source):
    match node:
        case ast.BinOp():
            yield from _between(source, "arithmetic", node.left, node.right)
        case ast.BoolOp():
            for left, right in pairwise(node.values):
                yield from _between(source, "boolean", left, right)
        case ast.Compare():
            for left, right in pairwise([node.left, *node.comparators]):
                yield from _between(source, "comparison", left, right)
                yield from _between(source, "boundary", left, right)
        case ast.UnaryOp(op=ast.Not() | ast.USub() as op):
            sign = "not " if isinstance(op, ast.Not) else "-"
            start = source.span(node)[0]
            yield "removed sign", (start, start + len(sign)), ""
        case ast.Name(id=name) if name in SWAPPED:
            yield "swapped", source.span(node), SWAPPED[name]


def _of_value(node, source):
    match node:
        case ast.Constant(value=bool() as value):
            yield "constant", source.span(node), str(not value)
        case ast.Return(value=ast.Constant(value=None)):
            pass
        case ast.Return(value=ast.expr() as value) | ast.Lambda(body=value):
            yield "return value", source.span(value), "None"
        case ast.Constant(value=int() as value):
            yield "constant", source.span(node), str(value + 1)
        case ast.Constant(value=str()) | ast.JoinedStr():
            start, end = source.span(node)
            yield "text", (start, end), f"{source.part(start, end - 1)}X{source.part(end - 1, end)}"


def _between(source, operator, left, right):
    start, end = source.span(left)[1], source.span(right)[0]
    gap = source.part(start, end)
    token = gap.strip(" ()\n")
    start += gap.index(token)
    if token in TOKENS[operator]:
        yield operator, (start, start + len(token)), TOKENS[operator][token]


def _of_condition(node, source):
    match node:
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            tests = [test]
        case ast.comprehension(ifs=tests):
            pass
        case ast.match_case(guard=ast.expr() as guard):
            tests = [guard]
        case ast.match_case(pattern=pattern):
            end = source.span(pattern)[1]
            yield "case", (end, end), " if False"
            return
        case _:
            return
    for test in tests:
        if not isinstance(test, ast.Compare) and not (isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)):
            yield "negated", source.span(test), f"not ({source.part(*source.span(test))})"


def _of_statement(node, source):
    match node:
        case ast.AnnAssign(value=None):
            pass
        case ast.stmt() if isinstance(node, DELETED):
            yield "deleted", source.span(node), "pass"
