namespace Gatehouse.Interop.Tests.Compatibility;

/// <summary>What stood behind a row: the client itself, or only what it is known to send.</summary>
internal enum ClientKind
{
    /// <summary>The client's own code ran.</summary>
    Real,

    /// <summary>Its requests were replayed from a description with a source.</summary>
    Replayed,
}
