"""The routes of the HTTP API, one module each, which names its Litestar `handlers`."""

PARTS = ("handlers",)
