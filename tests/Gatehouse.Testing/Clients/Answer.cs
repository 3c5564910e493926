using System.Net;
using System.Text.Json.Nodes;

namespace Gatehouse.Testing.Clients;

/// <summary>An answer in JSON.</summary>
/// <param name="Status">200, or the status of an error.</param>
/// <param name="Body">The JSON; empty when there was none.</param>
public sealed record Answer(HttpStatusCode Status, JsonObject Body)
{
    /// <summary>The OAuth error code; null for success.</summary>
    public string? Error => (string?)Body["error"];

    /// <inheritdoc/>
    public override string ToString() => $"{(int)Status} {Error} {(string?)Body["error_description"]}";
}
