using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.Nextcloud.Dav;

/// <summary>
/// A person's DAV principal, e.g. <c>/remote.php/dav/principals/users/alice/</c>, kept without the path of the cloud in front.
/// Its last segment is the name of the person's folders below <c>/remote.php/dav/files/</c>.
/// </summary>
public readonly record struct DavPrincipal
{
    private const string Marker = "/remote.php/dav/principals/users/";

    private readonly string? name;

    private DavPrincipal(string name) => this.name = name;

    /// <summary>The decoded name of the principal, e.g. <c>alice</c>.</summary>
    public string Name => name ?? throw new InvalidOperationException("There is no DAV principal.");

    /// <summary>The root of the person's files below the cloud's base: <c>/remote.php/dav/files/alice</c>, percent-encoded.</summary>
    internal string FilesRoot => "/remote.php/dav/files/" + Uri.EscapeDataString(Name);

    /// <summary>Reads an href as the cloud announces it, with or without the path of the cloud in front.</summary>
    /// <exception cref="FormatException">The href is not that of a user principal.</exception>
    public static DavPrincipal Parse(string href) =>
        TryParse(href, out var principal)
            ? principal
            : throw new FormatException("This is not the href of a DAV user principal.");

    /// <summary>Reads an href as the cloud announces it, with or without the path of the cloud in front.</summary>
    public static bool TryParse([NotNullWhen(true)] string? href, out DavPrincipal principal)
    {
        principal = default;
        var start = href?.IndexOf(Marker, StringComparison.Ordinal) ?? -1;
        if (start < 0)
            return false;

        var name = Uri.UnescapeDataString(href![(start + Marker.Length)..].TrimEnd('/'));
        if (name.Length == 0 || name is "." or ".." || name.Any(c => char.IsControl(c) || c is '/' or '\\'))
            return false;

        principal = new DavPrincipal(name);
        return true;
    }

    /// <summary>The href below the cloud's base, percent-encoded; <see cref="Parse"/> reads it back.</summary>
    public override string ToString() => name is null ? "" : $"{Marker}{Uri.EscapeDataString(name)}/";
}
