-- What questions are asked of: records beside what is known of their page, the same over every backend. Reader claims are the rows
-- whose `comment` is not null. The outlet is the page's site, or who the page credits where it names no site.

CREATE VIEW pages_v AS
SELECT key AS page, id AS page_id, source, url, title, dek, byline, published, published_day, site,
       credit.outlet AS credit_outlet, coalesce(site, credit.outlet) AS outlet, language, length("text") AS characters, len(problems) AS problems, digest, no AS page_no
FROM pages;

CREATE VIEW events_v AS
SELECT e.*, CASE WHEN e."symmetric" THEN e.actor_countries ELSE e.recipient_countries END AS partner_countries,
       p.key AS page, p.id AS page_id, p.source, p.url, p.title, coalesce(p.site, p.credit.outlet) AS outlet, p.published, p.language
FROM events e JOIN pages p ON p.no = e.page_no;

CREATE VIEW quotes_v AS
SELECT q.*, array_to_string(list_transform(q.content, lambda s: s."text"), ' [...] ') AS "text",
       array_to_string(list_transform(q.speaker, lambda s: s."text"), ' ') AS speaker_text,
       p.key AS page, p.id AS page_id, p.source, p.url, p.title, coalesce(p.site, p.credit.outlet) AS outlet, p.published, p.language
FROM quotes q JOIN pages p ON p.no = q.page_no;

CREATE VIEW comments_v AS
SELECT c.*, p.key AS page, p.id AS page_id, p.source, p.url, p.title, coalesce(p.site, p.credit.outlet) AS outlet, p.published, p.language
FROM comments c JOIN pages p ON p.no = c.page_no;

CREATE VIEW actors_v AS
SELECT a.*, p.key AS page, p.id AS page_id, p.source, p.url, p.title, coalesce(p.site, p.credit.outlet) AS outlet, p.published, p.language
FROM actors a JOIN pages p ON p.no = a.page_no;

CREATE VIEW mentions_v AS
SELECT page_no, page, id AS actor, name, kind, country, sector, "role", m."start", m."end", m."text", m.comment
FROM (SELECT *, unnest(mentions) AS m FROM actors_v);

-- Everybody who takes part in an event, a row each; `side` is actor or recipient.
CREATE VIEW parties_v AS
SELECT page_no, page, event, side, p."text", p."start", p."end", p.name, p.country, p.sector, p."role", p.actor,
       "type", mode, quad, rung, status, first_day, confidence, comment
FROM (
    SELECT *, id AS event, 'actor' AS side, unnest(actors) AS p FROM events_v
    UNION ALL
    SELECT *, id AS event, 'recipient' AS side, unnest(recipients) AS p FROM events_v
);

-- Every link of every chain that vouches for an event or a quote; position 1 is the page's outlet.
CREATE VIEW sources_v AS
SELECT page_no, page, record, record_kind, "position", s.name, s.kind, s."start", s."end", s.anonymous, s.state_controlled, comment
FROM (
    SELECT page_no, page, id AS record, 'event' AS record_kind, comment, unnest(assertion) AS s,
           generate_subscripts(assertion, 1) AS "position" FROM events_v
    UNION ALL
    SELECT page_no, page, id AS record, 'quote' AS record_kind, comment, unnest(chain) AS s,
           generate_subscripts(chain, 1) AS "position" FROM quotes_v
);

CREATE VIEW problems_v AS
SELECT page_no, page, page_id, source, problem.step, problem.message
FROM (SELECT no AS page_no, key AS page, id AS page_id, source, unnest(problems) AS problem FROM pages);

-- Directed pairs of countries, once per event and pair, of the articles' own events: actor x recipient; every ordered pair of the actors
-- of a symmetric event (a meeting, a deal); a country with itself is no pair.
CREATE VIEW dyads_v AS
SELECT id AS event, page_no, page, actor_country, recipient_country, "symmetric", "type", mode, quad, rung, status, first_day, last_day,
       date."precision" AS date_precision, confidence, outlet, published, language
FROM (
    SELECT *, unnest(partner_countries) AS recipient_country
    FROM (SELECT * EXCLUDE (actors, recipients, also, assertion), unnest(actor_countries) AS actor_country
          FROM events_v WHERE comment IS NULL)
)
WHERE actor_country <> recipient_country;
