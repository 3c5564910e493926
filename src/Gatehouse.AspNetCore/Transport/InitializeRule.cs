using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Gatehouse.AspNetCore.Transport;

/// <summary>
/// What a client says of itself stays in memory and in the store as long as its session, so it must be short. The SDK (2.3.1) takes as much as the server
/// takes of any body, in the middle of a session too.
/// </summary>
internal static class InitializeRule
{
    // Real clients say less than 2 KB; the rest is for extensions and for icons, which may be whole pictures. The worst that fits takes thirty times
    // its length in memory.
    private const int MaximumLength = 16 * 1024;

    private static readonly JsonTypeInfo<JsonRpcError> Json =
        (JsonTypeInfo<JsonRpcError>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcError));

    /// <summary>Null when the request may go on to the transport. A longer body was read then, and can be read again.</summary>
    public static async ValueTask<IResult?> RefusesAsync(HttpRequest request)
    {
        if (
            !HttpMethods.IsPost(request.Method)
            || request.ContentLength <= MaximumLength
            || ProtocolVersions.WithoutSession.Contains(request.Headers["MCP-Protocol-Version"].ToString())
        )
        {
            return null;
        }

        // It grows with what comes: the length that a request announces costs its sender nothing.
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        body.Position = 0;
        request.Body = body;
        return body.Length > MaximumLength && MayInitialize(body.GetBuffer().AsSpan(0, (int)body.Length))
            ? Refusal()
            : null;
    }

    // The last "method" is the one that counts for the SDK; here every one does, and what is no JSON in UTF-8, which the SDK may well read.
    private static bool MayInitialize(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
                {
                    var isMethod = reader.ValueTextEquals("method"u8);
                    reader.Read();
                    if (isMethod && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("initialize"u8))
                    {
                        return true;
                    }

                    reader.Skip();
                }
            }

            return false;
        }
        // The second: half of a surrogate pair, which no text can hold.
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return true;
        }
    }

    private static IResult Refusal() =>
        Results.Text(
            JsonSerializer.Serialize(
                new JsonRpcError
                {
                    Error = new JsonRpcErrorDetail
                    {
                        Code = (int)McpErrorCode.InvalidRequest,
                        Message =
                            $"This server takes an 'initialize' of at most {MaximumLength} bytes, and any longer message only as JSON in UTF-8.",
                    },
                },
                Json
            ),
            "application/json",
            statusCode: StatusCodes.Status413PayloadTooLarge
        );
}
