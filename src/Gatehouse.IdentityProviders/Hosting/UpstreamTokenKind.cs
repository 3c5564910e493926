namespace Gatehouse.IdentityProviders.Hosting;

/// <summary>What the server behind gets to act as the person: <see cref="IdentityProviderOptions.Upstream"/>, read.</summary>
internal enum UpstreamTokenKind
{
    None,
    Token,
    Exchange,
    OnBehalfOf,
}
