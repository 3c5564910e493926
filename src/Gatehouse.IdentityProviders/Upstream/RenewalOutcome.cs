using Gatehouse.IdentityProviders.SignIn;

namespace Gatehouse.IdentityProviders.Upstream;

/// <summary>What became of a credential that had to be alive.</summary>
internal abstract record RenewalOutcome
{
    private RenewalOutcome() { }

    /// <summary>It is.</summary>
    /// <param name="Id">Its name in the vault.</param>
    /// <param name="Credential">The credential.</param>
    public sealed record Alive(string Id, ProviderCredential Credential) : RenewalOutcome;

    /// <summary>It is not.</summary>
    /// <param name="Answer">Why, for the tool.</param>
    public sealed record Dead(UpstreamAnswer.Failed Answer) : RenewalOutcome;
}
