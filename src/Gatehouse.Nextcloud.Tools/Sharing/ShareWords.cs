using System.Globalization;
using Gatehouse.Nextcloud.Sharing;
using Gatehouse.Nextcloud.Tools.Errors;

namespace Gatehouse.Nextcloud.Tools.Sharing;

/// <summary>Kinds and permissions as words.</summary>
internal static class ShareWords
{
    private static readonly (string Word, SharePermissions Permission)[] permissions =
    [
        ("read", SharePermissions.Read),
        ("update", SharePermissions.Update),
        ("create", SharePermissions.Create),
        ("delete", SharePermissions.Delete),
        ("share", SharePermissions.Share),
    ];

    private static readonly (string Word, ShareKind Kind)[] kinds =
    [
        ("user", ShareKind.User),
        ("group", ShareKind.Group),
        ("email", ShareKind.Email),
        ("remote", ShareKind.Remote),
        ("team", ShareKind.Team),
        ("remote_group", ShareKind.RemoteGroup),
        ("room", ShareKind.Room),
        ("deck_card", ShareKind.DeckCard),
        ("link", ShareKind.Link),
    ];

    public static string Of(ShareKind kind) =>
        Array.Find(kinds, k => k.Kind == kind).Word ?? ((int)kind).ToString(CultureInfo.InvariantCulture);

    public static List<string> Of(SharePermissions allowed) =>
        [.. permissions.Where(p => allowed.HasFlag(p.Permission)).Select(p => p.Word)];

    /// <summary>The kind of a word.</summary>
    /// <exception cref="ToolException">A word is none of these, or it is that of a link.</exception>
    public static ShareKind Kind(string name, string word)
    {
        var found = Array.Find(kinds, k => string.Equals(k.Word, word, StringComparison.OrdinalIgnoreCase));
        if (found.Kind == ShareKind.Link)
        {
            throw Arguments.Bad(
                name,
                "A link is for everybody, whatever name is given with it. Make one with create_public_link, or share with somebody by name."
            );
        }

        return found.Word is null
            ? throw Arguments.Bad(name, $"It must be one of {string.Join(", ", kinds[..^1].Select(k => k.Word))}.")
            : found.Kind;
    }

    /// <summary>The permissions of words; null for none.</summary>
    /// <exception cref="ToolException">A word is none of these.</exception>
    public static SharePermissions? Permissions(string name, string[]? words)
    {
        if (words is null)
            return null;

        var allowed = SharePermissions.None;
        foreach (var word in words)
        {
            var found = Array.Find(permissions, p => string.Equals(p.Word, word, StringComparison.OrdinalIgnoreCase));
            allowed |= found.Word is null
                ? throw Arguments.Bad(name, $"It must be of {string.Join(", ", permissions.Select(p => p.Word))}.")
                : found.Permission;
        }

        return allowed == SharePermissions.None
            ? throw Arguments.Bad(name, "It must allow something; to end a share use delete_share.")
            : allowed;
    }
}
