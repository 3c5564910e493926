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

    /// <summary>
    /// The same condition for a request that is not sent to the file itself (RFC 4918 §10.4 and §10.6): on what is moved there, If-Match
    /// would speak of the source.
    /// </summary>
    internal IReadOnlyList<KeyValuePair<string, string>> OnTarget(string path) =>
        ReferenceEquals(this, NothingThere)
            ? [new("Overwrite", "F")]
            : [new("Overwrite", "T"), new("If", $"<{path}> ([{Value}])")];
}
