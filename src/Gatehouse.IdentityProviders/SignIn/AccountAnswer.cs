using System.Text.Json;

namespace Gatehouse.IdentityProviders.SignIn;

/// <summary>What an API of a provider says.</summary>
/// <param name="Root">An object or a list.</param>
internal sealed record AccountAnswer(JsonElement Root)
{
    /// <inheritdoc/>
    public override string ToString() => "AccountAnswer ***";
}
