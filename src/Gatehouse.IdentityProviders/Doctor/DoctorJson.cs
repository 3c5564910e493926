using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gatehouse.IdentityProviders.Doctor;

/// <summary>A report for programs.</summary>
public static class DoctorJson
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One indented JSON object: issuer, preset, name, usable, findings, modes, redirectUri (redirectUriIsExample where nobody said the address of this server), configuration (an object) and page.</summary>
    public static string Of(DoctorReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteString("issuer", report.Issuer);
            json.WriteString("preset", report.Preset);
            json.WriteString("name", report.Name);
            json.WriteBoolean("usable", report.IsUsable);
            WriteFindings(json, report);
            WriteModes(json, report);
            if (report.RedirectUri is { } redirect)
            {
                json.WriteString("redirectUri", redirect);
                if (report.RedirectUriIsExample)
                {
                    json.WriteBoolean("redirectUriIsExample", true);
                }
            }

            json.WritePropertyName("configuration");
            using (var configuration = JsonDocument.Parse(report.Configuration))
            {
                configuration.WriteTo(json);
            }

            json.WriteString("page", report.Page);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteFindings(Utf8JsonWriter json, DoctorReport report)
    {
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            json.WriteStartObject();
            json.WriteString("check", finding.Check);
            json.WriteString("level", finding.Level.ToString().ToLowerInvariant());
            json.WriteString("text", finding.Text);
            if (finding.Fix is { } fix)
            {
                json.WriteString("fix", fix);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteModes(Utf8JsonWriter json, DoctorReport report)
    {
        json.WriteStartArray("modes");
        foreach (var mode in report.Modes)
        {
            json.WriteStartObject();
            json.WriteString("mode", mode.Mode);
            json.WriteBoolean("fits", mode.Fits);
            json.WriteString("reason", mode.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
