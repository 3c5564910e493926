using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Tables;

/// <summary>What is answered. Without a body an error is an empty page.</summary>
internal sealed record TablesAnswer(int Status, JsonNode? Body)
{
    public static TablesAnswer NotFound => new(StatusCodes.Status404NotFound, Body: null);

    public static TablesAnswer Denied => new(StatusCodes.Status403Forbidden, Body: null);

    public static TablesAnswer Ok(JsonNode body) => new(StatusCodes.Status200OK, body);

    public static TablesAnswer Error(int status, string message) =>
        new(status, new JsonObject { ["message"] = message });
}
