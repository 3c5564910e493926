-- Open sign-ins are counted whenever one begins. Everything the count asks for is in here: otherwise it reads each row of the last minutes, content and all.
CREATE INDEX transactions_open ON transactions (expires_at, browser, state) WHERE state <> 'Finished';
