using System.ComponentModel;
using Gatehouse.Nextcloud.Users;

namespace Gatehouse.Nextcloud.Tools.Users;

/// <summary>Somebody, or a group, that was found.</summary>
internal sealed record PersonItem(
    [property: Description("User id, or group id.")] string Id,
    string Name,
    bool? Group = null,
    [property: Description("Mostly the mail address.")] string? Detail = null,
    [property: Description("User status, e.g. away.")] string? Status = null,
    string? StatusMessage = null
)
{
    public static PersonItem Of(FoundPerson found) =>
        new(found.Id, found.Name, found.IsGroup ? true : null, found.Detail, found.Status, found.StatusMessage);
}
