using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Conformance.Tests.Fixture;

/// <summary>Asks for input, and reads what came back.</summary>
internal static class Inputs
{
    public static Dictionary<string, InputRequest> One(string name, InputRequest request) => new() { [name] = request };

    public static InputRequest Ask(string message, string field) =>
        InputRequest.ForElicitation(
            new ElicitRequestParams
            {
                Message = message,
                RequestedSchema = new()
                {
                    Properties =
                    {
                        [field] =
                            field == "ok"
                                ? new ElicitRequestParams.BooleanSchema()
                                : new ElicitRequestParams.StringSchema(),
                    },
                    Required = [field],
                },
            }
        );

    public static InputRequest Sample(string prompt, int maximum) =>
        InputRequest.ForSampling(
            new CreateMessageRequestParams
            {
                MaxTokens = maximum,
                Messages =
                [
                    new SamplingMessage { Role = Role.User, Content = [new TextContentBlock { Text = prompt }] },
                ],
            }
        );

    public static bool Has(RequestParams? call, string name) => call?.InputResponses?.ContainsKey(name) == true;

    /// <summary>A field of an elicitation the person accepted; null without one.</summary>
    public static string? Elicited(RequestParams? call, string name, string field) =>
        call?.InputResponses?.TryGetValue(name, out var response) == true
        && response.RawValue is { ValueKind: JsonValueKind.Object } answer
        && answer.TryGetProperty("content", out var content)
        && content.ValueKind == JsonValueKind.Object
        && content.TryGetProperty(field, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
