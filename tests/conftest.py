"""What holds for every test."""

from __future__ import annotations

import os

from hypothesis import settings

pytest_plugins = ["tests.postgresql", "tests.record"]

# No deadline: a busy machine is not a fault. More examples: `make test` with HYPOTHESIS_PROFILE=thorough.
# The usual run draws the same examples each time, so that a red run is the fault of the change at hand; the thorough
# one looks for new ones.
settings.register_profile("usual", deadline=None, print_blob=True, derandomize=True)
settings.register_profile("thorough", settings.get_profile("usual"), max_examples=2000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))
