"""Records as a CSV file that a browser saves."""

import io
from collections.abc import Iterable

import msgspec
from litestar import Response

from facta.store import flat


def sheet(records: Iterable[msgspec.Struct], name: str, kind: type[msgspec.Struct], **first: str) -> Response[bytes]:
    """A file of records of one kind, as the command line writes them; `first` are columns before them, alike in every line."""
    out = io.BytesIO()
    flat.write(records, kind, out, first=first)
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)
