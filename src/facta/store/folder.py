"""Write a whole store as a folder of Parquet files, one a table: to share it and to read it with other tools."""

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import duckdb

from facta.errors import UsageError
from facta.store.schema import ORDER


def write_folder(con: duckdb.DuckDBPyConnection, folder: Path) -> Path:
    """Write every table to `folder`, which appears only when it is whole; UsageError when it exists and isn't an empty folder."""
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise UsageError(f"{folder} exists already and was left as it is. Name a new folder.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        draft.chmod(0o755)  # mkdtemp makes it private
        for table, order in ORDER.items():
            file = str(draft / f"{table}.parquet")
            con.execute(f"COPY (SELECT * FROM {table} ORDER BY {order}) TO ? (FORMAT parquet, COMPRESSION zstd)", [file])
        draft.replace(folder)
    finally:
        rmtree(draft, ignore_errors=True)
    return folder
