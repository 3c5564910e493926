using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Collectives;

/// <summary>A collective. Here it belongs to one person, who may do everything.</summary>
internal sealed record DemoCollective(long Id, string Person, string Name, string? Emoji, long? Trashed)
{
    private const int Owner = 9;

    public JsonObject ToJson() =>
        new()
        {
            ["id"] = Id,
            ["slug"] = Name.Replace(' ', '-'),
            ["circleId"] = Errors.Answers.ETagOf(Person + Id)[..31],
            ["emoji"] = Emoji,
            ["trashTimestamp"] = Trashed,
            ["pageMode"] = 0,
            ["name"] = Name,
            ["level"] = Owner,
            ["editPermissionLevel"] = 1,
            ["sharePermissionLevel"] = 1,
            ["canEdit"] = true,
            ["canShare"] = true,
            ["shareToken"] = null,
            ["isPageShare"] = false,
            ["sharePageId"] = 0,
            ["shareEditable"] = false,
            ["userPageOrder"] = 0,
            ["userShowMembers"] = true,
            ["userShowRecentPages"] = true,
            ["userFavoritePages"] = new JsonArray(),
            ["canLeave"] = false,
        };
}
