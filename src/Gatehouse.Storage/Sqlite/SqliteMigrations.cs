using Gatehouse.AspNetCore.Storage;

namespace Gatehouse.Storage.Sqlite;

/// <summary>Brings a database to the form this version knows. <c>user_version</c> counts the scripts that ran.</summary>
internal static class SqliteMigrations
{
    /// <summary>Marks a file as one of ours: "Gate" in ASCII.</summary>
    public const int ApplicationId = 0x47617465;

    // Never edit a script that was released; add one.
    private static readonly string[] Scripts =
    [
        "0001-sign-in.sql",
        "0002-pages.sql",
        "0003-consents.sql",
        "0004-device.sql",
        "0005-sign-ins.sql",
        "0006-leases.sql",
        "0007-open-sign-ins.sql",
        "0008-switches.sql",
        "0009-sessions.sql",
    ];

    public static int Latest => Scripts.Length;

    /// <summary>Runs the scripts that are missing: all or none of them.</summary>
    /// <returns>The version before.</returns>
    public static int Apply(SqliteSession session, string path)
    {
        // Nothing to do: then no lock either, for another process may be writing.
        var version = Check(session, path);
        return version == Latest ? version : ApplyLocked(session, path);
    }

    /// <summary>Throws unless all scripts have run: a server may be at work with the file, and the form is the server's to change.</summary>
    /// <returns>The version.</returns>
    public static int Demand(SqliteSession session, string path)
    {
        var version = Check(session, path);
        return version == Latest
            ? version
            : throw new StorageUnavailableException(
                $"The database '{path}' was written by an older Gatehouse (schema {version}, this one knows {Latest}). "
                    + "Start the server of this version once: it brings the database up to date."
            );
    }

    private static int ApplyLocked(SqliteSession session, string path)
    {
        session.Execute("BEGIN IMMEDIATE");
        try
        {
            var version = Check(session, path);
            foreach (var script in Scripts.AsSpan(version))
            {
                session.Execute(Read(script));
            }

            session.Execute($"PRAGMA application_id = {ApplicationId}");
            session.Execute($"PRAGMA user_version = {Latest}");
            session.Execute("COMMIT");
            return version;
        }
        catch when (session.IsInTransaction)
        {
            session.Execute("ROLLBACK");
            throw;
        }
    }

    private static int Check(SqliteSession session, string path)
    {
        var version = (int)session.Number("PRAGMA user_version");
        var isNew = version == 0 && session.Number("SELECT COUNT(*) FROM sqlite_schema") == 0;
        if (!isNew && session.Number("PRAGMA application_id") != ApplicationId)
        {
            throw new StorageUnavailableException(
                $"The file '{path}' is a database of another program. Choose another data folder."
            );
        }

        return version <= Latest
            ? version
            : throw new StorageUnavailableException(
                $"The database '{path}' was written by a newer Gatehouse (schema {version}, this one knows {Latest}). "
                    + "Run that version, or go back to a copy of the data folder from before the update."
            );
    }

    private static string Read(string script)
    {
        using var stream = typeof(SqliteMigrations).Assembly.GetManifestResourceStream(script)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
