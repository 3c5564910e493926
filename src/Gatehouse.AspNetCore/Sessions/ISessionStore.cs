namespace Gatehouse.AspNetCore.Sessions;

/// <summary>Keeps sessions of the MCP transport.</summary>
public interface ISessionStore
{
    /// <summary>Writes a session or replaces it.</summary>
    Task SaveAsync(StoredSession session, CancellationToken cancellationToken);

    /// <summary>Finds a session.</summary>
    Task<StoredSession?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Forgets sessions last used before a moment.</summary>
    Task PurgeAsync(DateTimeOffset lastUsedBefore, CancellationToken cancellationToken);
}
