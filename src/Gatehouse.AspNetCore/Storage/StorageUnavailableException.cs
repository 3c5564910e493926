namespace Gatehouse.AspNetCore.Storage;

/// <summary>
/// The store cannot answer now: its disk is full, failing or read-only, it is locked by another process, or it is closed.
/// Nothing is known to be written. The caller may try again; an endpoint answers 503, never that the request was wrong.
/// </summary>
public sealed class StorageUnavailableException : Exception
{
    /// <summary>Without a reason.</summary>
    public StorageUnavailableException()
        : this("The storage is not available.") { }

    /// <summary>With what happened and what to do about it.</summary>
    public StorageUnavailableException(string message)
        : base(message) { }

    /// <summary>With what happened, what to do about it, and what it came from.</summary>
    public StorageUnavailableException(string message, Exception? innerException)
        : base(message, innerException) { }
}
