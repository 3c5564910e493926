using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gatehouse.Testing.Hosts;

namespace Gatehouse.Interop.Tests.Replayed;

/// <summary>What a replayed client knows by now, and the texts it is filled into.</summary>
internal sealed partial class ReplayedValues(string origin, NoSecrets secrets)
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal)
    {
        ["origin"] = origin,
        ["mcp"] = origin + "/mcp",
    };

    /// <summary>A value, or null.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>Keeps a value.</summary>
    public void Keep(string name, string value)
    {
        values[name] = value;
        if (name is "code" or "access_token" or "refresh_token" or "client_secret")
        {
            secrets.Add(name, value);
        }
    }

    /// <summary>RFC 7636: a verifier and its challenge, new for each sign-in.</summary>
    public void NewProof()
    {
        var verifier = RandomNumberGenerator.GetHexString(64, lowercase: true);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        Keep("verifier", verifier);
        Keep("challenge", hash.TrimEnd('=').Replace('+', '-').Replace('/', '_'));
        secrets.Add("PKCE verifier", verifier);
    }

    /// <summary>Fills in a text.</summary>
    public string Fill(string text) =>
        Name()
            .Replace(
                text,
                match =>
                    values.TryGetValue(match.Groups[1].Value, out var value)
                        ? value
                        : throw new InvalidDataException($"Nothing was kept as {match.Value}.")
            );

    /// <summary>Fills in parameters; those without a value are left away.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fill(IReadOnlyDictionary<string, string?>? parameters) =>
        from parameter in parameters ?? new Dictionary<string, string?>()
        where parameter.Value is not null
        select KeyValuePair.Create(parameter.Key, Fill(parameter.Value));

    /// <summary>Fills in all texts of a JSON tree.</summary>
    public JsonNode? Fill(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Select(member => KeyValuePair.Create(member.Key, Fill(member.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Fill)]),
            JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Fill(text)),
            _ => node?.DeepClone(),
        };

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Name();
}
