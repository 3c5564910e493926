using System.Globalization;
using Gatehouse.Nextcloud.Sharing;

namespace Gatehouse.Nextcloud.Tools.Sharing;

/// <summary>What a change opens of a link: the person agreed to the link as it was, so to more they are asked again.</summary>
internal static class LinkOpening
{
    /// <summary>Can it open something? A note or a name does not.</summary>
    public static bool IsPossible(ShareOptions change) =>
        change.Permissions is not null
        || change.Expires is not null
        || change.ClearExpires
        || change.Password is not null
        || change.HideDownload is false;

    /// <summary>What to ask; null when nothing is opened, or the share is for somebody and not for everybody who has the link.</summary>
    public static string? Question(Share now, ShareOptions change)
    {
        if (now.Kind is not (ShareKind.Link or ShareKind.Email))
            return null;

        var opened = Opened(now, change).ToList();
        return opened.Count == 0
            ? null
            : $"Change the {(now.Kind is ShareKind.Link ? "public link" : "mail share")} of {now.Path}: {string.Join(", ", opened)}?";
    }

    private static IEnumerable<string> Opened(Share now, ShareOptions change)
    {
        if (
            change.Permissions is { } permissions
            && (permissions & ~now.Permissions) is not SharePermissions.None and var more
        )
            yield return $"also allow {string.Join(" and ", ShareWords.Of(more))}";
        if (now.HasPassword && change.Password is { } password)
            yield return password.Length == 0 ? "no password" : "another password";
        if (now.Expires is { } end && (change.ClearExpires || change.Expires > end))
            yield return change.Expires is { } day
                ? string.Create(CultureInfo.InvariantCulture, $"until {day:yyyy-MM-dd}")
                : "without end";
        if (now.HideDownload && change.HideDownload is false)
            yield return "offer the download";
    }
}
