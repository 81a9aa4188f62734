"""What the pages about spreadsheets and the terminal show is what happens."""

import re
import shlex
import shutil
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from circular_tender.__main__ import main

ROOT = Path(__file__).parents[2]
HOW_TO = ROOT / "docs" / "how-to"


@pytest.mark.parametrize("page", ["forms.md", "check-in-a-spreadsheet.md"])
def test_a_page_prints_what_it_says(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"```(python|text)\n(.*?)```", (HOW_TO / page).read_text(encoding="utf-8"), re.DOTALL)
    names, printed = {}, ""
    for language, text in blocks:
        if language == "python":
            with redirect_stdout(StringIO()) as output:
                exec(text, names)  # noqa: S102 -- a page of this repository
            printed = output.getvalue()
        else:
            assert printed == text
    assert {language for language, _ in blocks} == {"python", "text"}


def test_the_commands_of_the_page_run(monkeypatch, tmp_path, capfd):
    (block,) = re.findall(
        r"```sh\n(.*?)```", (HOW_TO / "use-it-from-a-terminal.md").read_text(encoding="utf-8"), re.DOTALL
    )
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    commands = [shlex.split(line) for line in block.splitlines()]
    assert all(command[:3] == ["python", "-m", "circular_tender"] for command in commands)
    assert [main(command[3:]) for command in commands] == [0] * 6
    written = {"bid-form.xlsx", "scherp.yaml", "report.html", "record.json", "letter.txt", "bid.schema.json"}
    assert written | {"examples"} == {path.name for path in tmp_path.iterdir()}
    assert "accepted." in capfd.readouterr().out


def test_every_option_of_the_page_exists(capsys):
    page = (HOW_TO / "use-it-from-a-terminal.md").read_text(encoding="utf-8")
    said = set(re.findall(r"--[a-z]+", page)) - {"--help"}
    told = ""
    for command in (
        ["assess"],
        ["explain"],
        ["verify"],
        ["form", "blank"],
        ["form", "marks"],
        ["form", "read"],
        ["schema"],
    ):
        with pytest.raises(SystemExit):
            main([*command, "--help"])
        told += capsys.readouterr().out
    assert said <= set(re.findall(r"--[a-z]+", told))
