using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.SignIn;

namespace Gatehouse.AspNetCore.PersonalTokens;

/// <summary>A person wants a token. They sign in once more, because the token acts with a credential of its own.</summary>
/// <param name="Name">What they call it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Days">How long it lives.</param>
/// <param name="PersonKey">Who asked on the connections page; nobody else may finish it.</param>
/// <param name="PersonName">Their name, for the page that says that somebody else signed in.</param>
/// <param name="Host">Of this server.</param>
internal sealed record TokenCreation(
    string Name,
    string Scopes,
    int Days,
    string PersonKey,
    string PersonName,
    string Host
) : TransactionPurpose
{
    public override SignInRequest SignIn(TransactionId id) => new(id, $"token {Name}", Host);
}
