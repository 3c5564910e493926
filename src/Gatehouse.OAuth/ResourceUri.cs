namespace Gatehouse.OAuth;

/// <summary>RFC 8707 §2: the exact public URL of the MCP endpoint, with its path and without a trailing slash; the audience of every token.</summary>
public readonly record struct ResourceUri
{
    private ResourceUri(Issuer origin, string path)
    {
        Origin = origin;
        Path = path;
    }

    /// <summary>The origin the endpoint lives at, the issuer of its tokens.</summary>
    public Issuer Origin { get; }

    /// <summary>Such as <c>/mcp</c>.</summary>
    public string Path { get; }

    /// <summary>Such as <c>https://mcp.example.com/mcp</c>.</summary>
    public string Value => Origin.Value + Path;

    /// <summary>The endpoint at a path of an origin.</summary>
    /// <param name="origin">The public origin.</param>
    /// <param name="path">One or more segments: begins with a slash, does not end with one.</param>
    public static ResourceUri At(Issuer origin, string path)
    {
        if (path is not ['/', ..] || !path[1..].Split('/').All(IsPlainSegment))
        {
            throw new ArgumentException(
                $"The path '{path}' must look like /mcp: a leading slash, no trailing one, segments of letters, digits and - . _ ~",
                nameof(path)
            );
        }

        return new ResourceUri(origin, path);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    // The path is written into headers and addresses as it is; dot segments would be resolved by every client.
    private static bool IsPlainSegment(string segment) =>
        segment is not ("" or "." or "..")
        && segment.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~');
}
