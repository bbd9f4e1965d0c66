"""How every test runs."""

from hypothesis import settings

settings.register_profile("no deadlines", deadline=None)  # a slow or busy machine is no failure
settings.load_profile("no deadlines")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes go by their parameter: packed ones hold the second they were made in, and all processes must collect the same."""
    return argname if isinstance(val, bytes) else None
