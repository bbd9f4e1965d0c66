-- What articles may mention in passing, and which event of another page each such mention recalls.

-- No events: too doubtful to be told there, and nothing is counted from them.
CREATE TABLE passing AS SELECT * FROM events WHERE false;

-- Made by folding, and can be made again.
CREATE TABLE recalls (
    page_no BIGINT NOT NULL,
    mention VARCHAR NOT NULL,   -- its id in `passing`
    keys VARCHAR[] NOT NULL,    -- as in `tellings`
    first_day DATE,
    last_day DATE,
    told_page BIGINT,           -- number of the page and id of the event that it is likest to; null where none is like enough
    told_event VARCHAR,
    likeness DOUBLE             -- probability that both are one act
);

-- The stories that pages mention in passing.
CREATE VIEW recalls_v AS
SELECT r.page_no, r.mention, r.likeness, t.story
FROM recalls r JOIN tellings t ON t.page_no = r.told_page AND t.event = r.told_event;
