-- Who renews a credential at its origin, and until when nobody else does.

ALTER TABLE credentials ADD COLUMN leased_by TEXT;
ALTER TABLE credentials ADD COLUMN leased_until INTEGER;
