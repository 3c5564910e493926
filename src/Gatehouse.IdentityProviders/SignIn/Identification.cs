using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Identity;

namespace Gatehouse.IdentityProviders.SignIn;

/// <summary>Who came back from a provider.</summary>
internal abstract record Identification
{
    private Identification() { }

    /// <summary>Somebody the provider vouches for.</summary>
    /// <param name="Claims">What it says of them.</param>
    /// <param name="Organizations">What its API of organisations lists; empty where nothing asked for it.</param>
    public sealed record Known(Claims Claims, IReadOnlyList<string> Organizations) : Identification
    {
        /// <inheritdoc/>
        public override string ToString() => "Known ***";
    }

    /// <summary>The provider did not say, or nothing that could be believed before the operator changes something.</summary>
    public sealed record Failed(ProviderFailure Failure) : Identification;

    /// <summary>What it said belongs to another sign-in or another client.</summary>
    /// <param name="Reason">Why; for the log.</param>
    public sealed record Foreign(string Reason) : Identification;
}
