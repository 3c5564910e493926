using System.Text.Json.Serialization;

namespace Gatehouse.Nextcloud.Ocs;

/// <summary>Who an app password belongs to, from <c>/ocs/v2.php/cloud/user</c>.</summary>
/// <param name="Id">The user id; not always the login name.</param>
/// <param name="DisplayName">The name shown to people.</param>
/// <param name="Email">The mail address, or null.</param>
public sealed record CloudUser(
    string Id,
    [property: JsonPropertyName("display-name")] string DisplayName,
    string? Email
);
