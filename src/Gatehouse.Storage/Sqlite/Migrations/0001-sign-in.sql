-- Times are Unix milliseconds (UTC). Hashes are SHA-256 in base64url. Nothing here is a secret in clear.

CREATE TABLE clients (
    hash        TEXT PRIMARY KEY,
    id          TEXT NOT NULL,
    metadata    TEXT NOT NULL,
    secret_hash TEXT,
    approved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE connections (
    id           TEXT PRIMARY KEY,
    person_key   TEXT NOT NULL,
    issuer       TEXT NOT NULL,
    subject      TEXT NOT NULL,
    display_name TEXT NOT NULL,
    client_hash  TEXT NOT NULL REFERENCES clients (hash),
    client_name  TEXT NOT NULL,
    resource     TEXT NOT NULL,
    created_at   INTEGER NOT NULL,
    revoked_at   INTEGER
) STRICT, WITHOUT ROWID;

-- A person has at most one living connection of a client and resource.
CREATE UNIQUE INDEX connections_living ON connections (person_key, client_hash, resource) WHERE revoked_at IS NULL;
CREATE INDEX connections_revoked ON connections (revoked_at) WHERE revoked_at IS NOT NULL;

CREATE TABLE credentials (
    connection TEXT PRIMARY KEY REFERENCES connections (id),
    id         TEXT NOT NULL,
    content    BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Credentials nobody uses any more, to be deleted at their origin.
CREATE TABLE deletions (
    id         TEXT PRIMARY KEY,
    content    BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    due_at     INTEGER NOT NULL,
    attempts   INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE INDEX deletions_due ON deletions (due_at);

CREATE TABLE codes (
    hash         TEXT PRIMARY KEY,
    connection   TEXT NOT NULL REFERENCES connections (id),
    client_hash  TEXT NOT NULL,
    redirect_uri TEXT NOT NULL,
    challenge    TEXT NOT NULL,
    scopes       TEXT NOT NULL,
    expires_at   INTEGER NOT NULL,
    family       TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX codes_expiry ON codes (expires_at);
CREATE INDEX codes_of_connection ON codes (connection);

CREATE TABLE families (
    id          TEXT PRIMARY KEY,
    connection  TEXT NOT NULL REFERENCES connections (id),
    person_key  TEXT NOT NULL,
    client_hash TEXT NOT NULL,
    scopes      TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    revoked_at  INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX families_of_connection ON families (connection);
CREATE INDEX families_revoked ON families (revoked_at) WHERE revoked_at IS NOT NULL;

-- The token of a family that was not rotated yet is its newest; it is the last one to expire, and the family goes with it.
CREATE TABLE refresh_tokens (
    hash             TEXT PRIMARY KEY,
    family           TEXT NOT NULL,
    expires_at       INTEGER NOT NULL,
    rotated_at       INTEGER,
    sealed_successor BLOB
) STRICT, WITHOUT ROWID;

CREATE INDEX refresh_tokens_expiry ON refresh_tokens (expires_at);
CREATE INDEX refresh_tokens_sealed ON refresh_tokens (rotated_at) WHERE sealed_successor IS NOT NULL;

CREATE TABLE transactions (
    id         TEXT PRIMARY KEY,
    browser    TEXT NOT NULL,
    state      TEXT NOT NULL,
    content    BLOB NOT NULL,
    story      TEXT NOT NULL,
    version    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX transactions_expiry ON transactions (expires_at);

CREATE TABLE keys (
    id         TEXT PRIMARY KEY,
    purpose    TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    sealed     BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
    number     INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    event      TEXT NOT NULL,
    person_key TEXT,
    connection TEXT,
    detail     TEXT NOT NULL
) STRICT;

CREATE TABLE sessions (
    id           TEXT PRIMARY KEY,
    connection   TEXT NOT NULL,
    initialize   TEXT NOT NULL,
    last_used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_last_used ON sessions (last_used_at);
