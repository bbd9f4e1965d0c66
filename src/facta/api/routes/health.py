"""Whether the explorer is there, for whoever watches over it."""

from litestar import get

from facta import __version__


@get("/healthz", sync_to_thread=False, summary="Whether the server is up")
def health() -> dict[str, str]:
    """Answers as long as the server does, without asking the store or for a token."""
    return {"status": "ok", "version": __version__}


handlers = [health]
