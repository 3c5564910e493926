using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Files;

/// <summary>When a write may happen. There is no "always": what is there is never overwritten unseen.</summary>
public sealed record WriteCondition
{
    private WriteCondition(string header, string value)
    {
        Header = header;
        Value = value;
    }

    /// <summary>Only when nothing is there: <c>If-None-Match: *</c>.</summary>
    public static WriteCondition NothingThere { get; } = new("If-None-Match", "*");

    internal string Header { get; }

    internal string Value { get; }

    /// <summary>Only when it is still as it was read: <c>If-Match</c>.</summary>
    public static WriteCondition Unchanged(ETag etag) => new("If-Match", etag.Quoted);
}
