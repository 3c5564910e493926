namespace Gatehouse.Testing.Providers.Faults;

/// <summary>A way in which a server fails.</summary>
public enum FaultKind
{
    /// <summary>500 with a page.</summary>
    ServerError,

    /// <summary>429 with <c>Retry-After</c>.</summary>
    TooManyRequests,

    /// <summary>No answer until the caller gives up.</summary>
    Silence,

    /// <summary>The connection ends before an answer.</summary>
    CutConnection,

    /// <summary>The connection ends in the middle of the answer.</summary>
    CutAnswer,
}
