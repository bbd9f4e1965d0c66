"""The explorer: a local web application that shows relations and ledgers, with the proof one click from every number.

`create_app(store_path)` is an ASGI application. A view is one module in `views/` with its `handlers`; a route of the HTTP API one
module in `facta.api.routes`. Both are found by `facta.plugins`, so that a part is added by adding a file.
"""

from facta.web.app import create_app

__all__ = ["create_app"]
