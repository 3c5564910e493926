using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Errors;

/// <summary>
/// What went wrong, in words a person or a model can act on. No text holds a secret or an internal address.
/// </summary>
/// <param name="Kind">The kind.</param>
/// <param name="Summary">What happened, one sentence, e.g. <c>Updating note 188 was refused: it changed in the meantime.</c></param>
/// <param name="Cause">Why, as far as the cloud said it; null when it did not.</param>
/// <param name="NextStep">What to do.</param>
public sealed record NextcloudError(NextcloudErrorKind Kind, string Summary, string? Cause, string NextStep)
{
    /// <summary>The HTTP status, or null when there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>How long to wait before the next try, when the cloud said it.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>At a conflict: the ETag the thing has now, when the cloud said it.</summary>
    public ETag? CurrentETag { get; init; }

    /// <summary>At a conflict: the thing as it is now, when the cloud sent it (Notes does, WebDAV does not).</summary>
    public string? CurrentBody { get; init; }

    /// <summary>At 507: the bytes the write needs.</summary>
    public long? NeededBytes { get; init; }

    /// <summary>At 507: the bytes that are free.</summary>
    public long? AvailableBytes { get; init; }

    /// <summary>All of it in one line.</summary>
    public override string ToString() => Cause is null ? $"{Summary} {NextStep}" : $"{Summary} {Cause} {NextStep}";
}
