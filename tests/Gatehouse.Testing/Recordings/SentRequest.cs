using System.Collections.Immutable;
using System.Text;

namespace Gatehouse.Testing.Recordings;

/// <summary>What really arrived at a <see cref="RecordedCloud"/>; the path is without the cloud's own path, as sent (percent-encoded).</summary>
public sealed record SentRequest(
    string Method,
    string Path,
    ImmutableDictionary<string, string> Headers,
    ImmutableArray<byte> Body
)
{
    /// <summary>The body as text.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.AsSpan());

    /// <summary>A header's value, or null.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Its template.</summary>
    public RequestTemplate Template => RequestTemplate.Of(Method, Path);

    /// <summary>Does it go to a path, with query? A <c>*</c> in the path stands for anything: what is made has a name of its own.</summary>
    public bool GoesTo(string method, string path) =>
        Method == method
        && (
            path.Split('*', 2) is [var begin, var end]
                ? Path.Length >= begin.Length + end.Length
                    && Path.StartsWith(begin, StringComparison.Ordinal)
                    && Path.EndsWith(end, StringComparison.Ordinal)
                : string.Equals(Path, path, StringComparison.Ordinal)
        );

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path}";
}
