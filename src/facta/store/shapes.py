"""Which columns an answer has: nested as the record, flat for statistics, or few enough for a table on a screen."""

from collections.abc import Mapping
from typing import Literal

from facta.store.journeys import JOURNEYS

Shape = Literal["record", "flat", "brief"]
"""The record with its page, nested as in the contract; the same without nesting; or what a table has room for."""

_PAGE = """{
    'id': page_id, 'key': page, 'source': source, 'url': url, 'title': title, 'site': site, 'outlet': outlet,
    'published': published
} AS page"""
_OF_PAGE = "outlet, published, title, url, page_id, source, page"
_MADE = "made_by.step || ' ' || made_by.version || ' (' || made_by.kind || ')' AS made_by"


def _names(parties: str) -> str:
    return f"array_to_string(list_transform({parties}, lambda p: coalesce(p.name, p.text)), '; ') AS {parties}"


def _links(chain: str) -> str:
    return f"array_to_string(list_transform({chain}, lambda s: coalesce(s.name, '(unnamed)')), ' > ') AS {chain}"


def _words(spans: str, between: str) -> str:
    return f"array_to_string(list_transform({spans}, lambda s: s.text), '{between}')"


_SPEAKER = f"coalesce(speaker_name, {_words('speaker', ' ')}) AS speaker"

_EVENTS: Mapping[Shape, str] = {
    "record": f"""
        {_PAGE}, id, "type", mode, quad, rung, status, actors, recipients, "trigger", evidence, also, date, place, assertion,
        confidence, comment, made_by
    """,
    "flat": f"""
        id, date.iso AS date, date."precision" AS date_precision, "type", mode, quad, rung, status,
        array_to_string(actor_countries, ';') AS actor_countries, {_names("actors")},
        array_to_string(recipient_countries, ';') AS recipient_countries, {_names("recipients")},
        place.name AS place, place.country AS place_country, "trigger".text AS "trigger",
        evidence.text AS evidence, evidence."start" AS evidence_start, evidence."end" AS evidence_end,
        {_links("assertion")}, 1 + len(also) AS tellings, confidence, comment, {_MADE}, {_OF_PAGE}
    """,
    "brief": f"""
        date.iso AS date, "type", mode, status, {_names("actors")}, {_names("recipients")}, evidence.text AS evidence, comment,
        outlet, id
    """,
}

_QUOTES: Mapping[Shape, str] = {
    "record": f"""
        {_PAGE}, id, kind, act, content, cue, speaker, speaker_actor,
        CASE WHEN speaker_name IS NOT NULL THEN
            {{'name': speaker_name, 'country': speaker_country, 'role': speaker_role}}
        END AS speaker_is,
        chain, confidence, comment, made_by
    """,
    "flat": f"""
        id, kind, act, {_SPEAKER}, speaker_country, speaker_role, {_words("content", " [...] ")} AS "text",
        {_words("cue", " ")} AS cue, {_links("chain")},
        content[1]."start" AS content_start, content[-1]."end" AS content_end, confidence, comment, {_MADE}, {_OF_PAGE}
    """,
    "brief": f"""
        published, {_SPEAKER}, act, {_words("content", " [...] ")} AS "text", {_links("chain")}, comment, id
    """,
}

_COMMENTS: Mapping[Shape, str] = {
    "record": f"""
        {_PAGE}, id, parent, depth, author, date_text, date, "text", kind, deleted
    """,
    "flat": f"""
        id, parent, depth, author, coalesce(date, date_text) AS date, kind, deleted, "text", {_OF_PAGE}
    """,
    "brief": """
        repeat('  ', depth) || coalesce(author, '-') AS author, coalesce(date, date_text) AS date, kind, "text", title,
        left(page, 9) || '/' || id AS comment
    """,
}

STORY_DATE = """left(first_day::VARCHAR,
             CASE WHEN date_precision IN ('year', 'decade') THEN 4 WHEN date_precision = 'month' THEN 7 ELSE 10 END)"""
"""As precise as the act is dated, as the dates of events are (`values.dates.known`)."""
_OF_STORY = f"""
        id, {STORY_DATE} AS date, date_precision, "type", mode, quad, rung, status,
        array_to_string(actor_countries, ';') AS actors, array_to_string(recipient_countries, ';') AS recipients, evidence
"""
_STORIES: Mapping[Shape, str] = {
    "record": """
        id, "type", mode, quad, rung, status, actor_countries, recipient_countries, "symmetric", first_day, last_day,
        date_precision, place_country, told_day, intensity, event, evidence, contexts, confidence, n_events, n_reports,
        n_outlets, n_independent, outlets, told_by, url
    """,
    "flat": f"""
        {_OF_STORY}, "symmetric", first_day, last_day, place_country, told_day, intensity,
        array_to_string(contexts, ';') AS contexts, confidence, n_events, n_reports, n_outlets, n_independent,
        array_to_string(outlets, ';') AS outlets, array_to_string(told_by, ';') AS told_by, event, url
    """,
    "brief": f"""
        {STORY_DATE} AS date, "type", mode, status, array_to_string(actor_countries, ';') AS actors,
        array_to_string(recipient_countries, ';') AS recipients, evidence, n_independent || ' of ' || n_reports AS independent, id
    """,
}

PAGES = "(SELECT no AS page_no, published_day AS first_day FROM pages)"
"""Pages as the rows of other tables are numbered and dated; all else that they say stands in `pages_v`."""


def _count(table: str, condition: str, name: str) -> str:
    return f"(SELECT count(*) FROM {table} t WHERE t.page_no = pages_v.page_no AND {condition}) AS {name}"


_EVENTS_OF = _count("events", "t.comment IS NULL", "events")
_QUOTES_OF = _count("quotes", "t.comment IS NULL", "quotes")
_COMMENTS_OF = _count("comments", "true", "comments")
_CLAIMS_OF = _count("events", "t.comment IS NOT NULL", "reader_events")
_OF_PAGES = f"characters, {_EVENTS_OF}, {_QUOTES_OF}, {_COMMENTS_OF}, {_CLAIMS_OF}, problems"
"""As in `Summary`: the article's own events and quotations, and what readers claim beside them."""
_PAGES: Mapping[Shape, str] = {
    "record": f"""
        page_id AS id, page AS key, source, url, title, dek, byline, published, modified, site, outlet, language, section,
        {_OF_PAGES}
    """,
    "flat": f"""
        {_OF_PAGE}, dek, array_to_string(byline, '; ') AS byline, modified, language, section, {_OF_PAGES}
    """,
    "brief": f"""
        published, outlet, coalesce(title, url, source) AS title, language, {_EVENTS_OF}, {_QUOTES_OF}, {_COMMENTS_OF}, page
    """,
}

_DAYS = "first_day::VARCHAR || CASE WHEN last_day > first_day THEN ' to ' || last_day ELSE '' END AS days"
_JOURNEYS: Mapping[Shape, str] = {
    "record": """
        traveller, country, sector, "role", host, first_day, last_day, how, status, places, event, evidence, page, confidence,
        n_events, n_reports, n_outlets, n_independent, outlets, url
    """,
    "flat": """
        traveller, country, sector, "role", host, first_day, last_day, how, status, array_to_string(places, ';') AS places,
        evidence, confidence, n_events, n_reports, n_outlets, n_independent, array_to_string(outlets, ';') AS outlets, event,
        page, url
    """,
    "brief": f"""
        {_DAYS}, traveller, country, host, how, status, evidence, n_independent || ' of ' || n_reports AS independent, event AS id
    """,
}

COLUMNS: Mapping[str, Mapping[Shape, str]] = {
    "events": _EVENTS,
    "quotes": _QUOTES,
    "comments": _COMMENTS,
    "stories": _STORIES,
    PAGES: _PAGES,
    JOURNEYS: _JOURNEYS,
}
"""Table -> shape -> SELECT list over the table beside `pages_v`."""
