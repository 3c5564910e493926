using System.Collections.Immutable;
using System.Text.Json;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Ocs;

/// <summary>Asks a cloud what it can do.</summary>
public sealed class CapabilitiesClient(NextcloudTransport transport)
{
    private static readonly CloudRequest request = OcsCall.Get(
        "/ocs/v2.php/cloud/capabilities?format=json",
        "Asking for the capabilities"
    );

    /// <summary>What the cloud tells anybody: its version and whether it throttles our address.</summary>
    /// <exception cref="NextcloudException">The call failed.</exception>
    public async Task<CloudCapabilities> GetAnonymouslyAsync(CloudAddress cloud, CancellationToken cancellationToken)
    {
        var answer = await transport.SendAnonymouslyAsync(cloud, request, cancellationToken);
        return answer.IsSuccess ? Read(answer) : throw new NextcloudException(ErrorReader.Read(cloud, request, answer));
    }

    /// <summary>What the cloud tells this person: the apps that are enabled for them, too.</summary>
    /// <exception cref="NextcloudException">The call failed.</exception>
    public async Task<CloudCapabilities> GetAsync(NextcloudAccount account, CancellationToken cancellationToken) =>
        Read(await transport.CallAsync(account.Login, request, cancellationToken));

    private static CloudCapabilities Read(CloudAnswer answer)
    {
        var data = OcsCall.DataOf(request, answer, NextcloudJson.Default.OcsEnvelopeCapabilitiesData);
        var capabilities = data.Capabilities ?? [];
        return new(
            data.Version?.String ?? "",
            [.. capabilities.Keys],
            NotesVersions(Member(capabilities, "notes", "api_version")),
            Member(capabilities, "bruteforce", "delay") is { ValueKind: JsonValueKind.Number } delay
                ? delay.GetInt32()
                : null,
            Member(capabilities, "bruteforce", "allow-listed")
                is { ValueKind: JsonValueKind.True or JsonValueKind.False } listed
                ? listed.GetBoolean()
                : null,
            Member(capabilities, "files", "undelete") is { ValueKind: JsonValueKind.True },
            TimeZoneOf(capabilities),
            answer.Header("ETag")
        );
    }

    private static string? TimeZoneOf(Dictionary<string, JsonElement> capabilities) =>
        Member(capabilities, "core", "user") is { ValueKind: JsonValueKind.Object } user
        && user.TryGetProperty("timezone", out var zone)
        && zone.ValueKind == JsonValueKind.String
            ? zone.GetString()
            : null;

    private static JsonElement? Member(Dictionary<string, JsonElement> capabilities, string app, string name) =>
        capabilities.TryGetValue(app, out var of)
        && of.ValueKind == JsonValueKind.Object
        && of.TryGetProperty(name, out var value)
            ? value
            : null;

    private static ImmutableArray<string> NotesVersions(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)]
            : [];
}
