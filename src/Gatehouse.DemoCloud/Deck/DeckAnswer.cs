using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Deck;

/// <summary>What is answered: a body, and the second of the last change where the real one makes an ETag of it.</summary>
internal sealed record DeckAnswer(int Status, JsonNode? Body, long? Modified = null)
{
    public static DeckAnswer Denied => Refused(StatusCodes.Status403Forbidden, "Permission denied");

    public static DeckAnswer Ok(JsonNode? body, long? modified = null) => new(StatusCodes.Status200OK, body, modified);

    public static DeckAnswer Bad(string message) => Refused(StatusCodes.Status400BadRequest, message);

    private static DeckAnswer Refused(int status, string message) =>
        new(status, new JsonObject { ["status"] = status, ["message"] = message });
}
