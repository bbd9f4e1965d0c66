-- What a person says of quotations too, and events that the machine did not find: it has no coding of those.

CREATE TEMP TABLE corrections_before AS SELECT * FROM corrections;

DROP TABLE corrections;

CREATE TABLE corrections (
    page VARCHAR NOT NULL,      -- the page's key
    kind VARCHAR NOT NULL,      -- event or quote
    id VARCHAR NOT NULL,        -- the record's id when it was judged or added
    verdict VARCHAR NOT NULL,   -- kept, corrected, rejected or added
    machine VARCHAR,            -- JSON of the contract: the record as the machine coded it last; null where it never did
    said TIMESTAMP NOT NULL     -- UTC
);

INSERT INTO corrections BY NAME SELECT page, 'event' AS kind, event AS id, verdict, machine, said FROM corrections_before;

DROP TABLE corrections_before;
