"""The HTTP API: the same records as the command line's `--format json`, at addresses of their own.

`facta.web` puts the routes into its application and hands each request an open store; nothing here knows of pages or templates.
"""
