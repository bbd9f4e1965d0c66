"""How every test runs."""

from hypothesis import settings

settings.register_profile("no deadlines", deadline=None)  # a slow or busy machine is no failure
settings.load_profile("no deadlines")
