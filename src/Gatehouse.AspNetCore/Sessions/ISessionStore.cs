using Gatehouse.AspNetCore.Connections;

namespace Gatehouse.AspNetCore.Sessions;

/// <summary>Keeps sessions of the MCP transport. They end with their connection, in the same step (<see cref="IConnectionStore"/>).</summary>
public interface ISessionStore
{
    /// <summary>Writes a session that is not there yet, and forgets the others of its connection but those last used, so that at most so many are left.</summary>
    Task AddAsync(StoredSession session, int atMost, CancellationToken cancellationToken);

    /// <summary>Finds a session.</summary>
    Task<StoredSession?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Notes that a session was used; nothing where there is none.</summary>
    Task NoteUsedAsync(string id, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Forgets a session that was ended.</summary>
    Task RemoveAsync(string id, CancellationToken cancellationToken);

    /// <summary>Forgets sessions last used before a moment.</summary>
    Task PurgeAsync(DateTimeOffset lastUsedBefore, CancellationToken cancellationToken);
}
