using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.AspNetCore.Hosting;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Gatehouse.AspNetCore.Transport;

/// <summary>
/// MCP 2026-07-28, "Protocol Version Negotiation": a version nobody knows is answered with those that <c>server/discover</c> lists. The SDK (2.3.1)
/// would list the ones with a session too, which a client of this revision cannot choose.
/// </summary>
internal static class ProtocolVersionRule
{
    private const int MaximumBody = 64 * 1024;

    private static readonly JsonTypeInfo<JsonRpcError> Json =
        (JsonTypeInfo<JsonRpcError>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcError));

    private static readonly JsonTypeInfo<UnsupportedProtocolVersionErrorData> DataJson =
        (JsonTypeInfo<UnsupportedProtocolVersionErrorData>)
            McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(UnsupportedProtocolVersionErrorData));

    /// <summary>Null when the request may go on to the transport.</summary>
    public static async ValueTask<IResult?> RefusesAsync(HttpRequest request)
    {
        var version = request.Headers["MCP-Protocol-Version"].ToString();
        if (version.Length == 0 || ProtocolVersions.Contains(version) || !HttpMethods.IsPost(request.Method))
        {
            return null;
        }

        var refusal = new JsonRpcError
        {
            Id = IdOf(await BoundedBody.ReadAsync(request, MaximumBody)),
            Error = new JsonRpcErrorDetail
            {
                Code = (int)McpErrorCode.UnsupportedProtocolVersion,
                Message = $"This server does not know the protocol version '{version}'.",
                Data = JsonSerializer.SerializeToElement(
                    new UnsupportedProtocolVersionErrorData
                    {
                        Supported = [.. ProtocolVersions.WithoutSession],
                        Requested = version,
                    },
                    DataJson
                ),
            },
        };
        return Results.Text(
            JsonSerializer.Serialize(refusal, Json),
            "application/json",
            statusCode: StatusCodes.Status400BadRequest
        );
    }

    // JSON-RPC: the answer names the request it answers; null when that cannot be read.
    private static RequestId IdOf(byte[]? body)
    {
        try
        {
            using var document = JsonDocument.Parse(body ?? []);
            return
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("id", out var id)
                ? id.ValueKind switch
                {
                    JsonValueKind.String => new RequestId(id.GetString()!),
                    JsonValueKind.Number when id.TryGetInt64(out var number) => new RequestId(number),
                    _ => default,
                }
                : default;
        }
        // The second: half of a surrogate pair, which no text can hold.
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return default;
        }
    }
}
