using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.UserStatus;

/// <summary>A status as the API tells it to its owner and to others.</summary>
internal static class StatusJson
{
    /// <summary>Word for word as recorded.</summary>
    private const string Words = """
        [{"id":"meeting","icon":"📅","message":"In a meeting","clearAt":{"type":"period","time":3600}},
         {"id":"commuting","icon":"🚌","message":"Commuting","clearAt":{"type":"period","time":1800}},
         {"id":"be-right-back","icon":"⏳","message":"Be right back","clearAt":{"type":"period","time":900}},
         {"id":"remote-work","icon":"🏡","message":"Working remotely","clearAt":{"type":"end-of","time":"day"}},
         {"id":"sick-leave","icon":"🤒","message":"Out sick","clearAt":{"type":"end-of","time":"day"}},
         {"id":"vacationing","icon":"🌴","message":"Vacationing","clearAt":null}]
        """;

    public static JsonArray Predefined() => JsonNode.Parse(Words)!.AsArray();

    public static bool IsPredefined(string id) => Known(id) is not null;

    public static JsonObject Own(StatusRow row) =>
        new()
        {
            ["userId"] = row.User,
            ["message"] = row.Message,
            ["messageId"] = row.MessageId,
            ["messageIsPredefined"] = row.MessageId is not null,
            ["icon"] = row.Icon,
            ["clearAt"] = row.ClearAt,
            ["status"] = row.Status,
            ["statusIsUserDefined"] = true,
        };

    public static JsonObject Public(StatusRow row)
    {
        var known = Translated(row);
        return new JsonObject
        {
            ["userId"] = row.User,
            ["message"] = known.Message,
            ["icon"] = known.Icon,
            ["clearAt"] = row.ClearAt,
            ["status"] = row.Status == "invisible" ? "offline" : row.Status,
        };
    }

    /// <summary>The words and the icon of a predefined message.</summary>
    public static StatusRow Translated(StatusRow row) =>
        row.MessageId is { } id && Known(id) is { } known
            ? row with
            {
                Message = (string?)known["message"],
                Icon = (string?)known["icon"],
            }
            : row;

    private static JsonNode? Known(string id) => Predefined().FirstOrDefault(one => (string?)one!["id"] == id);
}
