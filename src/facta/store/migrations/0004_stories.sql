-- Reports folded into stories. Everything here is made from the tables before it and can be made again; a person's verdicts cannot.

-- Pages whose text and events have been folded.
CREATE TABLE folds (
    page_no BIGINT NOT NULL,
    buckets BIGINT[] NOT NULL,  -- of the MinHash signature of the page's text; pages that share one tell the same text
    copy_of VARCHAR NOT NULL    -- the least key of the pages that tell this text: copies of one text have the same
);

-- One event as one report tells it, and the story it belongs to.
CREATE TABLE tellings (
    story VARCHAR NOT NULL,
    family VARCHAR NOT NULL,    -- stories between whose tellings some likeness was found; folded again together
    page_no BIGINT NOT NULL,
    event VARCHAR NOT NULL,     -- the event's id
    keys VARCHAR[] NOT NULL,    -- under which other tellings are looked for
    first_day DATE,             -- days between which the act may lie
    last_day DATE,
    outlet VARCHAR,
    own_state VARCHAR           -- the state that controls the outlet; null for none or unknown
);

-- One act, however many reports tell it.
CREATE TABLE stories (
    id VARCHAR NOT NULL,
    "type" VARCHAR NOT NULL,
    mode VARCHAR,
    quad TINYINT NOT NULL,
    rung VARCHAR,
    status VARCHAR NOT NULL,
    actor_countries VARCHAR[] NOT NULL,
    recipient_countries VARCHAR[] NOT NULL,
    "symmetric" BOOLEAN NOT NULL,
    first_day DATE,             -- of the date that the most precise telling gives
    last_day DATE,
    date_precision VARCHAR,
    place_country VARCHAR,
    told_day DATE,              -- day of the first report
    intensity DOUBLE NOT NULL,  -- between -10 (conflict) and 10 (cooperation)
    page_no BIGINT NOT NULL,    -- of the telling that shows the story best
    event VARCHAR NOT NULL,     -- its id
    evidence VARCHAR,           -- its words
    contexts VARCHAR[] NOT NULL, -- what it is about
    terms VARCHAR[] NOT NULL,   -- beginnings of the rarest words around it, the rarest first
    subject TINYINT[] NOT NULL, -- vector of what it is about, of length 127
    confidence DOUBLE NOT NULL, -- that at least one independent report is right
    n_events INTEGER NOT NULL,
    n_reports INTEGER NOT NULL,
    n_outlets INTEGER NOT NULL,
    n_independent INTEGER NOT NULL, -- texts that are no copies of each other
    outlets VARCHAR[] NOT NULL,
    told_by VARCHAR[] NOT NULL      -- states whose own media are all that tells it; empty where somebody else does too
);

-- The directed pairs of states that a story counts for, as in `dyads_v`: the story's columns again behind the two states, since what
-- is asked of a pair must not look anything up among millions of stories.
CREATE TABLE story_dyads AS SELECT NULL::VARCHAR AS actor, NULL::VARCHAR AS recipient, * FROM stories WHERE false;

-- What a person says of the match between a commitment and a deed; by the ids of events, which survive a new folding.
CREATE TABLE verdicts (
    commitment VARCHAR NOT NULL,
    deed VARCHAR NOT NULL,
    kept BOOLEAN NOT NULL,      -- true: this deed answers it; false: it does not
    said TIMESTAMP NOT NULL     -- UTC
);
