"""Laws: what must hold for every tender and every set of bids, tried on invented ones.

Test files can't import their siblings (`--import-mode=importlib`), so this folder is put on the path for `invented`.
"""

import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent))

settings.register_profile(
    "laws",
    derandomize=True,  # a change is refused for what it changes, not for today's luck
    database=None,
    deadline=None,  # of machines that are busy with other things
    max_examples=36,
    # A whole tender with its bids is some hundred draws: slow to invent, though quick to assess.
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("laws")
