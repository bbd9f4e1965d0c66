-- What a person says of the machine's events. The event as the person has it stands in `events`, under the same id; the machine's own
-- coding is kept here, so neither ever overwrites the other. A rejected event stands here alone, and so counts nowhere.
CREATE TABLE corrections (
    page VARCHAR NOT NULL,      -- the page's key
    event VARCHAR NOT NULL,     -- the event's id when it was judged
    verdict VARCHAR NOT NULL,   -- kept, corrected or rejected
    machine VARCHAR NOT NULL,   -- JSON of the contract: the event as the machine coded it last
    said TIMESTAMP NOT NULL     -- UTC
);
