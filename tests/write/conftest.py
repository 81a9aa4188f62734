"""What is tried here is the same each time: a change is refused for what it changes."""

from hypothesis import settings

settings.register_profile("write", derandomize=True, database=None, deadline=None)
settings.load_profile("write")
