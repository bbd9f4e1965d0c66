"""Read: sources deliver raw pages, and each becomes one Reading whose article and readers' thread are told apart.

`sources` opens what the user names and yields `Raw`; `page.read_page` makes of a Raw a Reading, through `article` for HTML and
`plain` for text; `threads` and `platforms/`, one file each, find the thread of an HTML page, `pasted` that of a copied one.
"""
