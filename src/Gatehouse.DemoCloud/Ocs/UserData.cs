using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Ocs;

/// <summary>An account as the provisioning API tells it to its owner.</summary>
internal static class UserData
{
    /// <summary>Nextcloud's word for "no quota".</summary>
    private const int Unlimited = -3;

    private static readonly string[] LocalFields =
    [
        "phone",
        "address",
        "website",
        "twitter",
        "bluesky",
        "fediverse",
        "organisation",
        "role",
        "headline",
        "biography",
    ];

    public static JsonObject Of(Person person)
    {
        var account = person.Account;
        var data = new JsonObject
        {
            ["enabled"] = true,
            ["id"] = person.Id,
            ["firstLoginTimestamp"] = person.FirstLogin,
            ["lastLoginTimestamp"] = person.LastLogin,
            ["lastLogin"] = person.LastLogin * 1000,
            ["backend"] = "Database",
            ["subadmin"] = new JsonArray(),
            ["quota"] = Quota(account.QuotaBytes, person.Home.Tree.Used),
            ["manager"] = "",
            ["avatarScope"] = "v2-federated",
            ["email"] = account.Email,
            ["emailScope"] = "v2-federated",
            ["additional_mail"] = new JsonArray(),
            ["additional_mailScope"] = new JsonArray(),
            ["displayname"] = account.DisplayName,
            ["display-name"] = account.DisplayName,
            ["displaynameScope"] = "v2-federated",
        };
        foreach (var field in LocalFields)
        {
            data[field] = "";
            data[field + "Scope"] = "v2-local";
        }

        data["profile_enabled"] = "1";
        data["profile_enabledScope"] = "v2-local";
        data["pronouns"] = "";
        data["pronounsScope"] = "v2-federated";
        data["groups"] = new JsonArray([.. account.Groups.Select(group => JsonValue.Create(group))]);
        data["language"] = "en";
        data["locale"] = "";
        data["timezone"] = "Europe/Berlin";
        data["notify_email"] = null;
        data["backendCapabilities"] = new JsonObject { ["setDisplayName"] = true, ["setPassword"] = true };
        return data;
    }

    private static JsonObject Quota(long? quota, long used) =>
        new()
        {
            ["free"] = quota is null ? Unlimited : Math.Max(quota.Value - used, 0),
            ["used"] = used,
            ["total"] = quota ?? Unlimited,
            ["relative"] = quota is > 0 ? Math.Round(used * 100m / quota.Value, 2) : 0,
            ["quota"] = quota ?? Unlimited,
        };
}
