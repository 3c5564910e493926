namespace Gatehouse.IdentityProviders.Hosting;

/// <summary>All providers of a host, in the order in which they were added; the sign-in page offers them so.</summary>
internal sealed class IdentityProviderList
{
    public IList<IdentityProviderOptions> Items { get; } = [];
}
