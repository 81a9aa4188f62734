"""How the pages of docs become a site: `sphinx-build -W --keep-going -b html docs OUT`. Nothing is fetched."""

from pathlib import Path

from sphinx.application import Sphinx

ROOT = Path(__file__).parent.parent

project = "circular_tender"
author = "The circular_tender authors"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
root_doc = "index"
exclude_patterns = ["pages"]
highlight_language = "text"
smartquotes = False  # an error is shown as the library says it
myst_heading_anchors = 4

html_theme = "furo"
html_title = "circular_tender"
html_static_path = ["_static"]
html_css_files = ["tables.css"]
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False

#: Pages that introduce a folder; the others of the folder stand below them.
FOLDERS = {
    "decisions/README",
    "reference/formulas/index",
    "reference/indicators/index",
    "reference/methods/index",
    "reference/scales/index",
}
_BELOW = "\n```{toctree}\n:hidden:\n:glob:\n\n*\n```\n"


def _read(app: Sphinx, name: str, source: list[str]) -> None:  # noqa: ARG001 -- as Sphinx calls it
    """Add what a page of the repository does without: the pages below it, and the changelog itself."""
    if name in FOLDERS:
        source[0] += _BELOW
    if name == "changelog":
        source[0] = _changelog()


def _changelog() -> str:
    """Return CHANGELOG.md, with the fragments that are not gathered yet."""
    heading, _, released = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").partition("\n")
    fragments = sorted((ROOT / "changelog.d").glob("*.*.md"))
    lines = [(file.name.split(".")[1], line) for file in fragments for line in file.read_text("utf-8").splitlines()]
    items = "\n".join(f"- *{what}*: {line}" for what, line in lines)
    _, _, releases = released.partition("<!-- towncrier release notes start -->")
    return f"{heading}\n\n## Not yet released\n\n{items}\n{releases}"


def setup(app: Sphinx) -> None:
    """Let Sphinx ask for what a page of the repository does without."""
    app.connect("source-read", _read)
