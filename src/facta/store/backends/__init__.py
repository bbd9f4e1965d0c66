"""Where a store may live, one module a kind, each offering the same tables and views over a DuckDB connection.

A backend has `accepts(path) -> bool`, `WRITABLE: bool` and `connect(path, *, read_only, create) -> DuckDBPyConnection`; another
distribution adds one through the entry point group `facta.store.backends`.
"""
