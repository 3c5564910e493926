using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Connections;

/// <summary>Who signed in: unique by issuer and subject together, never by name or e-mail address.</summary>
/// <param name="Issuer">Who vouches for the person, such as the address of a Nextcloud.</param>
/// <param name="Subject">The person's stable name there, such as the Nextcloud user id.</param>
/// <param name="DisplayName">For pages; may change at any time.</param>
public sealed record Person(string Issuer, string Subject, string DisplayName)
{
    /// <summary>The <c>sub</c> of this person's tokens: says nothing to a client but "the same person as before".</summary>
    public string Key => TokenHash.Of($"{Issuer}\n{Subject}").Value;
}
