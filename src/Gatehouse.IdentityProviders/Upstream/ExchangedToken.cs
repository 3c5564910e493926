namespace Gatehouse.IdentityProviders.Upstream;

/// <summary>A token that was exchanged, until the next one has to be asked for.</summary>
internal sealed record ExchangedToken(UpstreamToken Token, DateTimeOffset Until);
