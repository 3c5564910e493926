using Gatehouse.AspNetCore.Connections;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>A person who has signed in and still has to link an account; sealed with its transaction.</summary>
/// <param name="Person">Who.</param>
/// <param name="Credential">What the sign-in brought, in clear.</param>
/// <param name="AccountName">What the account must be called.</param>
/// <param name="SignIn">The name of the sign-in.</param>
internal sealed record IdentifiedPerson(Person Person, byte[]? Credential, string? AccountName, string SignIn)
{
    public SignInStep.SignedIn ToStep() => new(Person, Credential) { AccountName = AccountName };

    /// <summary>Never the credential.</summary>
    public override string ToString() => $"IdentifiedPerson {Person.DisplayName} ***";
}
