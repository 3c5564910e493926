-- What a person switched off can be switched on again, up to what they once granted.
ALTER TABLE families RENAME COLUMN narrowed_at TO switched_at;
ALTER TABLE families ADD COLUMN granted TEXT NOT NULL DEFAULT '';
UPDATE families SET granted = scopes;
DROP INDEX families_narrowed;
CREATE INDEX families_switched ON families (switched_at) WHERE switched_at IS NOT NULL;
