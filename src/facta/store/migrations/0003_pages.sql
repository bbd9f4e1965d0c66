-- What a page says about itself beyond outlet, authors and day. The table is made anew, since a table's columns begin with the
-- record's fields in their order.

CREATE TEMP TABLE pages_before AS SELECT * FROM pages;

DROP TABLE pages;

CREATE TABLE pages (
    no BIGINT NOT NULL,
    digest VARCHAR NOT NULL,    -- hash of input and pipeline version, opaque here
    id VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    url VARCHAR,
    title VARCHAR,
    dek VARCHAR,
    byline VARCHAR[] NOT NULL,
    published VARCHAR,
    site VARCHAR,
    credit STRUCT(outlet VARCHAR, "text" VARCHAR),
    language VARCHAR,
    "text" VARCHAR NOT NULL,
    paragraphs STRUCT(id VARCHAR, kind VARCHAR, "start" INTEGER, "end" INTEGER)[] NOT NULL,
    published_by STRUCT("text" VARCHAR, origin VARCHAR, confidence DOUBLE),
    modified VARCHAR,
    section VARCHAR,
    canonical VARCHAR,
    "view" VARCHAR,             -- amp or print
    dateline STRUCT(place VARCHAR, date VARCHAR, "start" INTEGER, "end" INTEGER, "text" VARCHAR),
    corrections STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR)[] NOT NULL,
    updates STRUCT(id VARCHAR, "start" INTEGER, "end" INTEGER, headline VARCHAR, date_text VARCHAR, date VARCHAR, "at" VARCHAR)[] NOT NULL,
    problems STRUCT(step VARCHAR, message VARCHAR)[] NOT NULL,
    -- derived
    published_day DATE          -- first day that `published` covers
);

INSERT INTO pages BY NAME SELECT *, [] AS corrections, [] AS updates FROM pages_before;

DROP TABLE pages_before;

CREATE OR REPLACE VIEW pages_v AS
SELECT key AS page, id AS page_id, source, url, title, dek, byline, published, published_day, site,
       credit.outlet AS credit_outlet, coalesce(site, credit.outlet) AS outlet, language, length("text") AS characters, len(problems) AS problems, digest, no AS page_no,
       published_by.origin AS published_origin, published_by.confidence AS published_confidence, modified, section, canonical, "view",
       dateline.place AS dateline_place, len(corrections) AS corrections, len(updates) AS updates
FROM pages;
