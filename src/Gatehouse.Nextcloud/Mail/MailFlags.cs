namespace Gatehouse.Nextcloud.Mail;

/// <summary>Flags to set or take; what is null stays.</summary>
/// <param name="IsSeen">Read.</param>
/// <param name="IsFlagged">Starred.</param>
/// <param name="IsAnswered">Answered.</param>
/// <param name="IsJunk">Junk; the app may move it to the junk mailbox.</param>
public sealed record MailFlags(
    bool? IsSeen = null,
    bool? IsFlagged = null,
    bool? IsAnswered = null,
    bool? IsJunk = null
)
{
    /// <summary>Nothing is to change.</summary>
    public bool IsEmpty => (IsSeen, IsFlagged, IsAnswered, IsJunk) is (null, null, null, null);

    internal Dictionary<string, bool> ToWrite()
    {
        var flags = new Dictionary<string, bool>(StringComparer.Ordinal);
        if (IsSeen is { } seen)
            flags["seen"] = seen;
        if (IsFlagged is { } flagged)
            flags["flagged"] = flagged;
        if (IsAnswered is { } answered)
            flags["answered"] = answered;
        if (IsJunk is { } junk)
        {
            flags["$junk"] = junk;
            flags["$notjunk"] = !junk;
        }

        return flags;
    }
}
