-- One table per kind of record, its columns named and ordered as the record's fields, nested ones as structs and lists, so that a row
-- is a record and a table exports to Parquet as it stands. `page_no` ties a row to its page: a number that only grows, so a page's
-- rows lie together and DuckDB's min-max statistics find them without an index. `n` is the place within the page.
-- Columns below a "derived" line are computed from the record when it is stored, to keep queries from opening nested columns.

CREATE TABLE facta_store (
    version INTEGER NOT NULL,   -- number of the migration
    name VARCHAR NOT NULL,      -- its file name
    facta VARCHAR NOT NULL,     -- version of facta that applied it
    applied TIMESTAMP NOT NULL  -- UTC
);

CREATE SEQUENCE page_numbers;

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
    problems STRUCT(step VARCHAR, message VARCHAR)[] NOT NULL,
    -- derived
    published_day DATE          -- first day that `published` covers
);

CREATE TABLE comments (
    page_no BIGINT NOT NULL,
    n INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    parent VARCHAR,
    author VARCHAR,
    date_text VARCHAR,
    date VARCHAR,
    "text" VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    deleted BOOLEAN NOT NULL,
    -- derived
    depth INTEGER NOT NULL,     -- 0 for a comment on the page itself
    first_day DATE              -- first day that `date` covers
);

CREATE TABLE quotes (
    page_no BIGINT NOT NULL,
    n INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    act VARCHAR NOT NULL,
    content STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR)[] NOT NULL,
    cue STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR)[] NOT NULL,
    speaker STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR)[] NOT NULL,
    speaker_actor VARCHAR,
    chain STRUCT(name VARCHAR, kind VARCHAR, "start" INTEGER, "end" INTEGER, anonymous BOOLEAN, state_controlled BOOLEAN)[] NOT NULL,
    confidence DOUBLE NOT NULL,
    comment VARCHAR,
    made_by STRUCT(step VARCHAR, version VARCHAR, kind VARCHAR) NOT NULL,
    -- derived
    speaker_name VARCHAR,       -- of the actor that the speaker is
    speaker_country VARCHAR,
    speaker_role VARCHAR,
    first_day DATE              -- first day that the page's `published` covers
);

CREATE TABLE events (
    page_no BIGINT NOT NULL,
    n INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    "type" VARCHAR NOT NULL,
    mode VARCHAR,
    quad TINYINT NOT NULL,
    rung VARCHAR,
    status VARCHAR NOT NULL,
    actors STRUCT("text" VARCHAR, "start" INTEGER, "end" INTEGER, name VARCHAR, country VARCHAR, sector VARCHAR, "role" VARCHAR, actor VARCHAR)[] NOT NULL,
    recipients STRUCT("text" VARCHAR, "start" INTEGER, "end" INTEGER, name VARCHAR, country VARCHAR, sector VARCHAR, "role" VARCHAR, actor VARCHAR)[] NOT NULL,
    "trigger" STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR) NOT NULL,
    evidence STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR),
    also STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR)[] NOT NULL,
    date STRUCT(iso VARCHAR, "end" VARCHAR, "precision" VARCHAR, "text" VARCHAR),
    place STRUCT(name VARCHAR, country VARCHAR, lat DOUBLE, lon DOUBLE, "text" VARCHAR),
    assertion STRUCT(name VARCHAR, kind VARCHAR, "start" INTEGER, "end" INTEGER, anonymous BOOLEAN, state_controlled BOOLEAN)[] NOT NULL,
    confidence DOUBLE NOT NULL,
    comment VARCHAR,
    made_by STRUCT(step VARCHAR, version VARCHAR, kind VARCHAR) NOT NULL,
    -- derived
    actor_countries VARCHAR[] NOT NULL,      -- distinct, sorted, without unknown ones
    recipient_countries VARCHAR[] NOT NULL,
    "symmetric" BOOLEAN NOT NULL,              -- no recipient and two or more actor countries
    first_day DATE,                          -- first and last day that `date` covers at its precision
    last_day DATE
);

CREATE TABLE actors (
    page_no BIGINT NOT NULL,
    n INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    country VARCHAR,
    sector VARCHAR,
    "role" VARCHAR,
    mentions STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR, comment VARCHAR)[] NOT NULL
);

-- A person's quotes and events whose words are no longer in the page's text as last read: kept until they fit again.
CREATE TABLE set_aside (
    page VARCHAR NOT NULL,      -- the page's key
    kind VARCHAR NOT NULL,      -- quote or event
    id VARCHAR NOT NULL,
    record VARCHAR NOT NULL     -- JSON of the contract
);
