"""Write the pages of docs/reference that are made from the code's own data: `python docs/generate.py`."""

from pathlib import Path

from pages import FOLDERS, written

REFERENCE = Path(__file__).parent / "reference"


def main() -> None:
    """Write every page, and remove those of kinds that are no more."""
    pages = written()
    for folder in FOLDERS:
        for file in (REFERENCE / folder).glob("*"):
            if file.relative_to(REFERENCE).as_posix() not in pages:
                file.unlink()
    for name, text in pages.items():
        file = REFERENCE / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
