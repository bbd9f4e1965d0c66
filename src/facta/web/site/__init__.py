"""A static, read-only copy of the explorer: a folder of pages that needs no server and loads nothing from elsewhere.

`export(store, folder)` asks the explorer for its pages as a reader without JavaScript would, follows the links that lead to
what the copy holds, and writes each answer with relative links. So whatever a view shows, its copy shows.
"""

from facta.web.site.copying import Copied, export

__all__ = ["Copied", "export"]
