"""Who stayed in which state, and when: made from the acts of persons, a stay once however many acts and reports tell it.

A person is where the act is that the person takes part in. So a stay is a visit, talks at a place in another state (phone calls
aside) or something said there; visits and talks to come are told apart by their status. Promises and deeds tell no stay: `Obama
pledged troops for Mali` may have been said anywhere, and the place read for it is often where the deed is to be. Nor does a
meeting that somebody asks for or calls off, nor what an official of a body does where that has its seat.
"""

from facta.values.country import STATELESS

GAP = 3
"""Most days between two acts of one stay; leaders stay one to four days as a rule."""
LONGEST = 30
"""Days after the first that an act may have lain on; one of which less is known than its month tells no stay."""
_WEEKS = 20
"""Days after the first from which an act is dated by its month: such a date does not blur the days that other acts tell."""

_SEATS = "('EUU', 'Brussels'), ('NAT', 'Brussels'), ('UNO', 'New York'), ('UNO', 'New York City')"
"""Where bodies sit, whose officials are at home there."""
_NO_STATES = ", ".join(f"'{code}'" for code in STATELESS)
_OF_ONE = "traveller, country, host, status"
_RUN = f"PARTITION BY {_OF_ONE} ORDER BY first_day, last_day, page_no, event"
_TOLD = f"last_day - first_day < {_WEEKS}"
_RANK = "struct_pack(visit := how = 'visit', talks := how = 'talks', sure := confidence, page := -page_no, event := event)"
"""Which act shows a stay best."""

JOURNEYS = f"""(
    WITH acts AS (
        SELECT page_no, id AS event, status, first_day, last_day, confidence, evidence."text" AS evidence, place.name AS place,
               CASE WHEN mode = 'visit' THEN 'visit' WHEN "type" = 'CONSULT' THEN 'talks' ELSE 'said' END AS how, actors,
               unnest(CASE WHEN place.country IS NOT NULL THEN [place.country]
                           WHEN mode = 'visit' THEN recipient_countries ELSE [] END) AS host
        FROM events
        WHERE comment IS NULL AND (rung = 'talk' OR "type" = 'CONSULT') AND coalesce(mode, '') NOT IN ('phone', 'meet')
              AND last_day - first_day <= {LONGEST}
    ), parties AS (
        SELECT * EXCLUDE (actors, party), party.name AS traveller, party.country AS country, party.sector AS sector,
               party."role" AS "role", party.actor AS actor
        FROM (SELECT *, unnest(actors) AS party FROM acts)
    ), stays AS (
        SELECT * FROM parties SEMI JOIN (SELECT page_no, id AS actor FROM actors WHERE kind = 'person') USING (page_no, actor)
        WHERE traveller IS NOT NULL AND country IS NOT NULL
    ), abroad AS (
        SELECT *, max(last_day) OVER ({_RUN} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS until_then
        FROM stays WHERE host <> country AND host NOT IN ({_NO_STATES}) AND (country, coalesce(place, '')) NOT IN ({_SEATS})
    ), numbered AS (
        SELECT *, count(*) FILTER (until_then IS NULL OR first_day - until_then > {GAP}) OVER ({_RUN}) AS stay FROM abroad
    ), texts AS (
        SELECT {_OF_ONE}, stay, coalesce(copy_of, key) AS "text", min(first_day) AS first_day, max(last_day) AS last_day,
               min(first_day) FILTER ({_TOLD}) AS first_told, max(last_day) FILTER ({_TOLD}) AS last_told,
               list(place) FILTER (place IS NOT NULL) AS places, count(*) AS n_events, count(DISTINCT page_no) AS n_reports,
               list(DISTINCT coalesce(site, credit.outlet)) FILTER (coalesce(site, credit.outlet) IS NOT NULL) AS outlets,
               max(confidence) AS confidence,
               max({{'rank': {_RANK}, 'how': how, 'sector': sector, 'role': "role", 'evidence': evidence}}) AS best
        FROM numbered JOIN pages p ON p.no = page_no LEFT JOIN folds USING (page_no)
        GROUP BY ALL
    ), told AS (
        SELECT {_OF_ONE}, coalesce(min(first_told), min(first_day)) AS first_day,
               coalesce(max(last_told), max(last_day)) AS last_day,
               list_sort(list_distinct(flatten(list(places)))) AS places,
               list_sort(list_distinct(flatten(list(outlets)))) AS outlets, sum(n_events)::INTEGER AS n_events,
               sum(n_reports)::INTEGER AS n_reports, count(*)::INTEGER AS n_independent,
               1 - product(1 - confidence) AS confidence, max(best) AS best
        FROM texts GROUP BY {_OF_ONE}, stay
    )
    SELECT traveller, country, best.sector AS sector, best."role" AS "role", host, first_day, last_day, best.how AS how, status,
           coalesce(places, []) AS places, best.rank.event AS event, best.evidence AS evidence, confidence, n_events, n_reports,
           len(coalesce(outlets, []))::INTEGER AS n_outlets, n_independent, coalesce(outlets, []) AS outlets,
           -best.rank.page AS page_no
    FROM told
)"""
"""A row a stay: like a table, for `JourneyQuery`."""
