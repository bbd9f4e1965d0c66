"""Stories in the shape of events: each with the telling that shows it best, for schemas that want more than a story holds."""

from facta.store.query import StoryQuery, limit_sql
from facta.store.shapes import STORY_DATE

_PAGE = """{
    'id': p.page_id, 'key': p.page, 'source': p.source, 'url': p.url, 'title': p.title, 'site': p.site, 'outlet': p.outlet,
    'published': coalesce(s.told_day::VARCHAR, p.published)
} AS page"""
_DATE = """CASE WHEN s.first_day IS NOT NULL THEN {
    'iso': s.iso, 'end': s.last_day::VARCHAR, 'precision': s.date_precision, 'text': e.date."text"
} END AS date"""


def best_tellings(query: StoryQuery) -> tuple[str, list[object]]:
    """The SELECT of stories as rows of events, with its parameters.

    The id is the story's; `page` is that of the telling that shows it best, with the day of the first report. Beside an event's
    columns stand the story's contexts, countries and counts.
    """
    where = query.conditions()
    hits = f"SELECT *, {STORY_DATE} AS iso FROM stories{where.clause()}"
    order = ", ".join(f"s.{column}" for column in query.ORDER.split(", "))
    if query.limit is not None:
        hits += f" ORDER BY {query.ORDER}{limit_sql(query)}"
    sql = f"""
        SELECT {_PAGE}, s.id, s."type", s.mode, s.quad, s.rung, s.status, e.actors, e.recipients, e."trigger", e.evidence, e.also,
               {_DATE}, e.place, e.assertion, s.confidence, e.made_by, s.event, s.actor_countries, s.recipient_countries,
               s."symmetric", s.place_country, s.contexts, s.n_events, s.n_reports, s.n_outlets, s.n_independent, p.language
        FROM ({hits}) s JOIN events e ON e.page_no = s.page_no AND e.id = s.event JOIN pages_v p ON p.page_no = s.page_no
        ORDER BY {order}
    """
    return sql, where.parameters
