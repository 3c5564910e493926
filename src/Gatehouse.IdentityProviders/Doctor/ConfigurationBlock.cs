using System.Text;
using System.Text.Json;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Hosting;

namespace Gatehouse.IdentityProviders.Doctor;

/// <summary>What to write into <c>gatehouse.json</c>, ready to paste; what is in capitals is to be filled in.</summary>
internal static class ConfigurationBlock
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        // For a file, not for a page: as a person would write it.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(Evidence evidence)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            if (evidence.Facts.Protocol == ProviderProtocol.NextcloudLoginFlow)
            {
                json.WriteString("cloud", evidence.Request.Issuer);
            }
            else
            {
                json.WriteStartArray("identityProviders");
                Write(json, evidence);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Evidence evidence)
    {
        var facts = evidence.Facts;
        json.WriteStartObject();
        json.WriteString("preset", facts.Slug);
        json.WriteString("issuer", Issuer(evidence));
        json.WriteString("clientId", evidence.Request.ClientId ?? "CLIENT-ID");
        json.WriteString("clientSecretFile", $"/run/secrets/{facts.Slug}");
        var required = facts.Settings.Where(setting => setting.IsRequired).ToList();
        if (required.Count > 0)
        {
            json.WriteStartObject("settings");
            required.ForEach(setting => json.WriteString(setting.Name, setting.Name.ToUpperInvariant()));
            json.WriteEndObject();
        }

        // A subject is rarely what an account is called elsewhere.
        if (
            facts.Identity.UserName is ["sub"]
            || AccountClaimRules.LinkProblems(new() { Preset = facts.Slug, Issuer = evidence.Request.Issuer }).Any()
        )
        {
            json.WriteString("accountClaim", "CLAIM");
        }

        if (ConfiguredProvider.AdmitsEverybodyAt(evidence.Request.Issuer, facts))
        {
            var (list, entry) = Allow(facts.Identity);
            json.WriteStartObject("allow");
            json.WriteStartArray(list);
            json.WriteStringValue(entry);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // A tenant in braces is no issuer to configure.
    private static string Issuer(Evidence evidence) =>
        evidence.NamedIssuer is { } named
        && !named.Contains('{', StringComparison.Ordinal)
        && IssuerRules.MayBeNamedByMetadata(evidence.Facts, evidence.Request.Issuer, named)
            ? named
            : evidence.Request.Issuer;

    private static (string List, string Entry) Allow(IdentityFacts identity) =>
        identity.Tenant is not null ? ("tenants", "TENANT")
        : identity.Organization is not null || identity.Organizations is not null ? ("organizations", "ORGANIZATION")
        : ("groups", "GROUP");
}
