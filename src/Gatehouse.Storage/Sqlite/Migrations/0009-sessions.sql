-- A connection keeps the sessions it used last, and they end with it.
CREATE INDEX sessions_of_connection ON sessions (connection, last_used_at);
