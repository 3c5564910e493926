using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Errors;

/// <summary>
/// JSON can say half of a surrogate pair (<c>"\ud83d"</c>, an emoji that was cut), and no text can hold it: the SDK fails on it before it knows
/// what is called, and tells nobody why. This says where it is.
/// </summary>
internal static class HalfPairs
{
    public static void Add(IMcpMessageFilterBuilder filters) =>
        filters.AddIncomingFilter(next =>
            async (context, token) =>
            {
                try
                {
                    await next(context, token);
                }
                catch (InvalidOperationException exception) when (PlaceOf(context.JsonRpcMessage) is { } place)
                {
                    throw new McpProtocolException(
                        $"The parameters are not valid: {place} holds half of a surrogate pair, which no text can.\n"
                            + "Next step: leave it away or write the whole character, and call again.",
                        exception,
                        McpErrorCode.InvalidParams
                    );
                }
            }
        );

    private static string? PlaceOf(JsonRpcMessage message) =>
        message is JsonRpcRequest { Params: { } parameters } ? PlaceIn(parameters) : null;

    private static string? PlaceIn(JsonNode? node)
    {
        try
        {
            if (node is JsonValue value && value.GetValueKind() == JsonValueKind.String)
                _ = value.GetValue<string>();
            return node switch
            {
                JsonObject members => members
                    .Select(one => PlaceIn(one.Value))
                    .FirstOrDefault(place => place is not null),
                JsonArray items => items.Select(PlaceIn).FirstOrDefault(place => place is not null),
                _ => null,
            };
        }
        // A text, or the name of a member.
        catch (InvalidOperationException)
        {
            return node!.GetPath();
        }
    }
}
