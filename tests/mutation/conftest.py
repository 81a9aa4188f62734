"""Test files can't import their siblings (`--import-mode=importlib`), so this folder is put on the path for `mutants`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

collect_ignore = ["run.py"]  # a program, with modules that not every system has
