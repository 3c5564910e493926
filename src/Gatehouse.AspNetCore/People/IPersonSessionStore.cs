using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.People;

/// <summary>Keeps the sessions of people at our own pages. Every method that writes is one durable step.</summary>
public interface IPersonSessionStore
{
    /// <summary>Writes a completed sign-in, whole or not at all.</summary>
    /// <returns>False when the transaction was finished by another request meanwhile.</returns>
    Task<bool> TryBeginAsync(NewPersonSession session, CancellationToken cancellationToken);

    /// <summary>Finds a session, however old; whether it still counts is decided by its reader.</summary>
    Task<PersonSession?> FindAsync(TokenHash hash, CancellationToken cancellationToken);

    /// <summary>Notes that it was used.</summary>
    Task NoteUsedAsync(TokenHash hash, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Ends a session: it is not found any more.</summary>
    Task EndAsync(TokenHash hash, CancellationToken cancellationToken);

    /// <summary>Forgets sessions that expired.</summary>
    Task PurgeAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
