"""Puts the explorer together: views, API routes, static files, an open store for each request, and the guard before all."""

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from anyio import to_thread
from litestar import Litestar, MediaType, Response, Router, get
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import State
from litestar.di import Provide
from litestar.exceptions import NotFoundException
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.params import FromPath
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.template import TemplateConfig

from facta import __version__, plugins
from facta.store import Store
from facta.store.search import Keeper
from facta.web import adding, pages, problems
from facta.web.guard import Guard
from facta.web.held import Pages
from facta.web.shelf import Shelf
from facta.web.spelling import known
from facta.web.warming import warm as warmed

VIEWS = "facta.web.views"
ROUTES = "facta.api.routes"
_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".txt": "text/plain"}


def create_app(
    store_path: str | Path,
    *,
    token: str | None = None,
    warm: bool = False,
    ahead: Pages | None = None,
) -> Litestar:
    """The explorer of one store as an ASGI application.

    token: what every request has to bring; without one only requests to localhost are answered. warm: count
    what most visitors open first as soon as it runs. ahead: what was read of pages before they are asked for.

    The store need not exist yet: pages say so until it does. Its stories are shown as last folded; `facta serve` folds first.
    """
    shelf = Shelf(store_path)
    keeper = Keeper(shelf.reading, lambda: shelf.busy, lambda: shelf.wanted)

    @asynccontextmanager
    async def closing(app: Litestar) -> AsyncIterator[None]:
        warming = asyncio.create_task(warmed(app, shelf, token)) if warm else None
        yield
        if warming:
            warming.cancel()
            await asyncio.wait([warming])
        await to_thread.run_sync(keeper.close)
        shelf.close()

    views = plugins.load_all(VIEWS)
    engine = JinjaTemplateEngine.from_environment(pages.environment(tuple(v.MENU for v in views if hasattr(v, "MENU"))))
    app = Litestar(
        [*_routers(views), static_file, favicon],
        dependencies={"store": Provide(_opening(shelf)), **_kept(shelf, keeper, ahead or Pages())},
        template_config=TemplateConfig(instance=engine),
        # a secret of this run: a page from an earlier run has to be loaded again before it can change anything
        csrf_config=CSRFConfig(secret=secrets.token_urlsafe(32), cookie_name="facta_csrf", cookie_samesite="strict"),
        exception_handlers=problems.HANDLERS,
        openapi_config=_api(),
        request_max_body_size=adding.UPLOAD,
        lifespan=[closing],
        state=State({"store": shelf.path.name}),
        logging_config=None,
    )
    logging.getLogger("httpx").setLevel(logging.WARNING)
    # Around all of it, so that what no route answers is guarded too; Litestar's own middleware begins behind its router.
    app.asgi_handler = Guard(app.asgi_handler, token=token)
    return app


def _api() -> OpenAPIConfig:
    return OpenAPIConfig(
        title="facta",
        version=__version__,
        description="What is refused is told in JSON: status, error, message. Other methods than those named here are a 405.",
        path="/api/openapi.json",  # not /api, below which it would answer whatever no route does
        render_plugins=[JsonRenderPlugin(path="/")],  # the others load scripts from elsewhere
    )


def _routers(views: Sequence[Any]) -> tuple[Router, Router]:
    """The explorer's pages, and the API's answers."""
    shown = [handler for view in views for handler in view.handlers]
    told = [handler for route in plugins.load_all(ROUTES) for handler in route.handlers]
    return Router("/", route_handlers=shown, include_in_schema=False), Router("/", route_handlers=told, before_request=known)


def _opening(shelf: Shelf) -> Callable[[], AsyncIterator[Store]]:
    async def store() -> AsyncIterator[Store]:
        """A store open for reading while a request is handled."""
        opened = shelf.reading()
        ready = await to_thread.run_sync(opened.__enter__)
        try:
            yield ready
        except BaseException as error:
            if not opened.__exit__(type(error), error, error.__traceback__):
                raise
        else:
            opened.__exit__(None, None, None)

    return store


def _kept(shelf: Shelf, keeper: Keeper, held: Pages) -> dict[str, Provide]:
    """What handlers may ask for by name that lives as long as the explorer does."""
    lasting = {"shelf": shelf, "answers": shelf, "pages": held, "desk": adding.Desk(shelf), "keeper": keeper}
    return {name: Provide(_giving(one), sync_to_thread=False) for name, one in lasting.items()}


def _giving(one: object) -> Callable[[], object]:
    return lambda: one


@get("/f/{mark:str}/{name:path}", include_in_schema=False, sync_to_thread=True)
def static_file(mark: FromPath[str], name: FromPath[Path]) -> Response[bytes]:
    """A script, a style or a font; its address changes with its content, so browsers keep it."""
    path = pages.served(name.as_posix().lstrip("/"))
    if path is None:
        raise NotFoundException
    fresh = mark == pages.mark()
    headers = {"cache-control": "public, max-age=31536000, immutable" if fresh else "no-cache"}
    return Response(path.read_bytes(), media_type=_KINDS[path.suffix], headers=headers)


@get("/favicon.ico", include_in_schema=False, sync_to_thread=True)
def favicon() -> Response[bytes]:
    """The mark of facta."""
    return Response(
        (pages.STATIC / "mark.svg").read_bytes(), media_type=MediaType.TEXT, headers={"content-type": "image/svg+xml"}
    )
