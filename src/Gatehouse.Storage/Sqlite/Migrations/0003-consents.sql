-- What people answered clients, for those who are signed in to our pages. It ends with its connection.
CREATE TABLE consents (
    connection TEXT NOT NULL REFERENCES connections (id),
    redirect   TEXT NOT NULL,
    offered    TEXT NOT NULL,
    granted    TEXT NOT NULL,
    PRIMARY KEY (connection, redirect, offered)
) STRICT, WITHOUT ROWID;
