namespace Gatehouse.IdentityProviders.Facts;

/// <summary>Addresses of a provider without metadata; templates, <c>{issuer}</c> among them.</summary>
/// <param name="Authorize">Where the browser goes.</param>
/// <param name="Token">Where codes are redeemed.</param>
/// <param name="Account">The API that says who the person is.</param>
public sealed record ProviderEndpoints(string Authorize, string Token, string Account);
