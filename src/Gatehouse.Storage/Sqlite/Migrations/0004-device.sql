-- RFC 8628: devices that wait for a person.

CREATE TABLE devices (
    device_code TEXT PRIMARY KEY,
    user_code   TEXT NOT NULL UNIQUE,
    client_hash TEXT NOT NULL,
    content     BLOB NOT NULL,
    state       TEXT NOT NULL,
    expires_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX devices_expiry ON devices (expires_at);
