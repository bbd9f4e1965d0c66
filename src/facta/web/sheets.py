"""Records as a CSV file that a browser saves."""

import io
from collections.abc import Iterable

import msgspec
from litestar import Response

from facta.store import flat


def sheet(records: Iterable[msgspec.Struct], name: str, kind: type[msgspec.Struct]) -> Response[bytes]:
    """A file of records of one kind, as the command line writes them."""
    out = io.BytesIO()
    flat.write(records, kind, out)
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)
