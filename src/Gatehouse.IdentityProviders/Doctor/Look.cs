using System.Text.Json;

namespace Gatehouse.IdentityProviders.Doctor;

/// <summary>One address that was asked.</summary>
/// <param name="Address">Which.</param>
/// <param name="Status">What it answered; 0 when it did not.</param>
/// <param name="Result">The same in words, to be read after the address: "answered 404".</param>
internal sealed record Look(string Address, int Status, string Result)
{
    /// <summary>The JSON object it answered with 200; null when it did not.</summary>
    public JsonElement? Document { get; init; }
}
