-- The pages for people: a session of their own, narrowed scopes, last use.

ALTER TABLE connections ADD COLUMN last_used_at INTEGER;

-- Set when the person took scopes away: access tokens that still say more are held to what is left.
ALTER TABLE families ADD COLUMN narrowed_at INTEGER;

-- A personal token ends at its time; other families live as long as they are refreshed.
ALTER TABLE families ADD COLUMN expires_at INTEGER;

CREATE INDEX families_narrowed ON families (narrowed_at) WHERE narrowed_at IS NOT NULL;

CREATE TABLE person_sessions (
    hash         TEXT PRIMARY KEY,
    issuer       TEXT NOT NULL,
    subject      TEXT NOT NULL,
    display_name TEXT NOT NULL,
    last_used_at INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX person_sessions_expiry ON person_sessions (expires_at);
