using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Mail;

/// <summary>Somebody who writes or is written to.</summary>
internal sealed record MailAddress(string Label, string Email)
{
    public static JsonArray ToJson(IEnumerable<MailAddress> addresses) =>
        new([
            .. addresses.Select(
                JsonNode (address) => new JsonObject { ["label"] = address.Label, ["email"] = address.Email }
            ),
        ]);

    public static ImmutableList<MailAddress> Read(JsonNode? addresses) =>
        [
            .. (addresses as JsonArray ?? []).Select(address => new MailAddress(
                address?["label"]?.ToString() ?? address?["email"]?.ToString() ?? "",
                address?["email"]?.ToString() ?? ""
            )),
        ];

    public bool Holds(string words) =>
        Label.Contains(words, StringComparison.OrdinalIgnoreCase)
        || Email.Contains(words, StringComparison.OrdinalIgnoreCase);
}
