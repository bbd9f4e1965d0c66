-- An act of one state may answer what it promised another that its sentence only names: the ledger looks at these as well, and at
-- whether the sentence tells of something that is undone.

ALTER TABLE stories ADD COLUMN bystanders VARCHAR[]; -- states that the sentence names without telling them as parties
ALTER TABLE stories ADD COLUMN undoes BOOLEAN; -- whether the sentence tells that something is called off, halted, taken back or violated
ALTER TABLE story_dyads ADD COLUMN bystanders VARCHAR[];
ALTER TABLE story_dyads ADD COLUMN undoes BOOLEAN;

-- A story once for each state that acts and each bystander.
CREATE TABLE story_asides AS SELECT * FROM story_dyads WHERE false;
