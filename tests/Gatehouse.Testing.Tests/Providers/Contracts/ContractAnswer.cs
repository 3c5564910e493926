using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gatehouse.Testing.Providers;

namespace Gatehouse.Testing.Tests.Providers.Contracts;

/// <summary>Compares an answer with the one of a vector: texts to the letter, what is new each time by its kind and prefix.</summary>
internal sealed partial class ContractAnswer(ProviderEngine engine)
{
    private const string Trace = "\r\nTrace ID: ";

    private static readonly HashSet<string> minted =
    [
        "access_token",
        "refresh_token",
        "id_token",
        "device_code",
        "client_secret",
        "client_id_issued_at",
        "client_secret_expires_at",
        "errorId",
        "trace_id",
        "correlation_id",
        "timestamp",
        "exp",
    ];

    /// <summary>Throws where they differ.</summary>
    /// <param name="expected">The vector's.</param>
    /// <param name="actual">The provider's.</param>
    /// <param name="isWhole">Whether the provider may say no more than the vector.</param>
    public void Check(JsonNode? expected, JsonNode? actual, bool isWhole)
    {
        Check("", expected, actual, isWhole);
        if (expected is JsonObject { } client && client.ContainsKey("client_secret_expires_at"))
        {
            Assert.Equal(Life(client), Life(actual!.AsObject()));
        }
    }

    private void Check(string name, JsonNode? expected, JsonNode? actual, bool isWhole)
    {
        switch (expected)
        {
            case JsonObject members:
                var answer = Assert.IsType<JsonObject>(actual);
                foreach (var (member, value) in members)
                {
                    Assert.True(answer.ContainsKey(member), $"{member} is missing in {answer.ToJsonString()}");
                    Check(member, value, answer[member], isWhole);
                }

                if (isWhole)
                {
                    Assert.Equal(
                        members.Select(one => one.Key).Order(StringComparer.Ordinal),
                        answer.Select(one => one.Key).Order(StringComparer.Ordinal)
                    );
                }

                return;
            case JsonArray items:
                Assert.Equal(
                    items.Select(item => item!.ToJsonString()),
                    actual!.AsArray().Select(item => item!.ToJsonString())
                );
                return;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                Assert.Equal(JsonValueKind.String, actual!.GetValueKind());
                CheckText(name, value.GetValue<string>(), actual.GetValue<string>());
                return;
            default:
                Assert.Equal(expected!.GetValueKind(), actual!.GetValueKind());
                if (!minted.Contains(name))
                {
                    Assert.Equal(expected.ToJsonString(), actual.ToJsonString());
                }

                return;
        }
    }

    private void CheckText(string name, string expected, string actual)
    {
        if (
            minted.Contains(name)
            || (name == "client_id" && expected != "C")
            || (name == "client_id" && actual != engine.ClientId)
        )
        {
            Assert.NotEmpty(actual);
            Assert.StartsWith(Prefix().Match(expected).Value, actual, StringComparison.Ordinal);
            return;
        }

        var (words, hasTrace) = WithoutTrace(expected);
        var (said, saidTrace) = WithoutTrace(actual);
        Assert.Equal(hasTrace, saidTrace);
        words = words
            .Replace("{H}", engine.Host, StringComparison.Ordinal)
            .Replace("'C'", $"'{engine.ClientId}'", StringComparison.Ordinal);
        words = words == "C" ? engine.ClientId : words;
        if (engine.Settings.TryGetValue("appIdUri", out var api))
        {
            words = words.Replace("api://G", api, StringComparison.Ordinal);
        }

        Assert.Equal(words, said.Replace(engine.EndpointHost, engine.Host, StringComparison.Ordinal));
    }

    private static (string Words, bool HasTrace) WithoutTrace(string text) =>
        text.IndexOf(Trace, StringComparison.Ordinal) is >= 0 and var start ? (text[..start], true) : (text, false);

    private static long? Life(JsonObject client) =>
        (long)client["client_secret_expires_at"]! is > 0 and var end
            ? end - (long)client["client_id_issued_at"]!
            : null;

    // What comes before the random part: "gho_x", "ya29.x", "1.RT", "0oaX", "oaeX".
    [GeneratedRegex("^(gho_|ya29\\.|1\\.|0oa|oae)?")]
    private static partial Regex Prefix();
}
