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

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path}";
}
