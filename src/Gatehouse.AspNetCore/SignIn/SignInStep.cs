using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Pages;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>Where a sign-in stands.</summary>
public abstract record SignInStep
{
    private SignInStep() { }

    /// <summary>The person has to do something elsewhere.</summary>
    public sealed record Waiting(SignInProgress Progress) : SignInStep;

    /// <summary>The person is known.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Credential">What lets us act as the person upstream; null when the sign-in gives none. In clear: it is sealed before it is stored.</param>
    public sealed record SignedIn(Person Person, byte[]? Credential) : SignInStep
    {
        /// <summary>What an account that is linked to this person must be called; null when the sign-in does not tell.</summary>
        public string? AccountName { get; init; }

        /// <summary>Never the credential.</summary>
        public override string ToString() => $"SignedIn {Person.DisplayName} ***";
    }

    /// <summary>It went wrong; the page says so and offers another try.</summary>
    public sealed record Failed(Problem Problem) : SignInStep;
}
