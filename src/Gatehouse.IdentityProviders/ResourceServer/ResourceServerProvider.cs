using Gatehouse.IdentityProviders.Hosting;

namespace Gatehouse.IdentityProviders.ResourceServer;

/// <summary>The provider whose tokens are taken as they are; apart from those people sign in at.</summary>
internal sealed record ResourceServerProvider(IdentityProvider Provider);
