-- Several ways to sign in: who brought a credential understands and deletes it. What was there before came by Login Flow.

ALTER TABLE credentials ADD COLUMN sign_in TEXT NOT NULL DEFAULT 'nextcloud';
ALTER TABLE deletions ADD COLUMN sign_in TEXT NOT NULL DEFAULT 'nextcloud';

-- Accounts that people linked, once, behind another sign-in.
CREATE TABLE links (
    person_key TEXT NOT NULL,
    sign_in    TEXT NOT NULL,
    account    TEXT NOT NULL,
    id         TEXT NOT NULL,
    content    BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (person_key, sign_in)
) STRICT, WITHOUT ROWID;
