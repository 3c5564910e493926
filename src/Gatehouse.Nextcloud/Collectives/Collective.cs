using System.Globalization;

namespace Gatehouse.Nextcloud.Collectives;

/// <summary>A collective: a wiki of a team.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, which is that of its folder and team.</param>
/// <param name="Slug">Its name as addresses have it.</param>
/// <param name="Emoji">Its emoji; null for none.</param>
/// <param name="CanEdit">Whether this person may change its pages.</param>
/// <param name="Trashed">When it went to the trash; null when it is not there.</param>
public sealed record Collective(long Id, string Name, string Slug, string? Emoji, bool CanEdit, DateTimeOffset? Trashed)
{
    /// <summary>The path of its web page below the cloud's base.</summary>
    public string WebPath =>
        string.Create(CultureInfo.InvariantCulture, $"/index.php/apps/collectives/{Uri.EscapeDataString(Slug)}-{Id}");
}
