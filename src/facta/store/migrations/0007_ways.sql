-- A person may say whether an act keeps or breaks a commitment, and stories say what their words tell of them beyond their type.

ALTER TABLE verdicts ADD COLUMN way VARCHAR; -- kept or broken, where a person said which; null: what the types of both say

-- What folding makes is made again, by another rule: nothing here is lost that the events do not tell.
DELETE FROM folds;
DELETE FROM tellings;
DELETE FROM stories;
DROP TABLE story_dyads;

ALTER TABLE stories ADD COLUMN standing VARCHAR; -- denial, alleged, restored or sued (`stories/standing.py`); null for none

CREATE TABLE story_dyads AS SELECT NULL::VARCHAR AS actor, NULL::VARCHAR AS recipient, * FROM stories WHERE false;
