"""What exports write, in a form that tests can look into."""

import csv
import io

import msgspec

from facta.records import Comment
from facta.store import StoryQuery, exports
from facta.store.best import best_tellings
from facta.store.exports import gdelt, icews, polecat

COLUMNS = {"polecat": polecat.COLUMNS, "gdelt": gdelt.COLUMNS, "icews": icews.COLUMNS}


def exported(store, name, query):
    """What an export writes, and what it says about it."""
    export, out = exports.load(name), io.BytesIO()
    written = export.write(store.rows(query, export.SHAPE), out)
    return out.getvalue(), written


def with_comments(visit, *texts):
    """The visit with these comments."""
    return msgspec.structs.replace(visit, thread=tuple(Comment(id=f"c{i}", text=text) for i, text in enumerate(texts)))


def written(name, rows):
    """Rows of an export as dicts, whatever its header."""
    out = io.BytesIO()
    export = exports.load(name)
    done = export.write(rows, out)
    text = out.getvalue().decode()
    header = None if name != "gdelt" else list(COLUMNS["gdelt"])
    return list(csv.DictReader(io.StringIO(text), header, delimiter="\t", quoting=csv.QUOTE_NONE)), done


def of_stories(name, store, **asked):
    """The same of a store's stories."""
    return written(name, store.sql(*best_tellings(StoryQuery(**asked))))
