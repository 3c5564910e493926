using System.Diagnostics.CodeAnalysis;
using Gatehouse.Nextcloud.Files;

namespace Gatehouse.Nextcloud.Tools.Files;

/// <summary>The address of a file as an MCP resource: <c>nextcloud://files/Projects/plan%20b.md</c>.</summary>
internal static class FileUri
{
    public const string Template = "nextcloud://files/{+path}";
    public const string Prefix = "nextcloud://files/";

    public static string Of(FilePath path) =>
        Prefix
        + string.Join('/', path.Value.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.EscapeDataString));

    public static bool IsMatch(string uri) => uri.StartsWith(Prefix, StringComparison.Ordinal);

    public static bool TryParse(string uri, out FilePath path, [NotNullWhen(false)] out string? error)
    {
        path = default;
        error = "It does not begin with " + Prefix + ".";
        if (!IsMatch(uri))
            return false;

        // Decoded segment by segment: an encoded slash must not become a folder.
        var segments = uri[Prefix.Length..].Split('/').Select(Uri.UnescapeDataString).ToList();
        if (segments.Exists(s => s.Contains('/', StringComparison.Ordinal)))
        {
            error = "A name in it holds a slash.";
            return false;
        }

        return FilePath.TryParse(string.Join('/', segments), out path, out error);
    }
}
