namespace Gatehouse.OAuth.Tokens;

/// <summary>RFC 9068 §2.2: what an access token says.</summary>
/// <param name="Subject">The person, unique at this issuer.</param>
/// <param name="ClientId">The client's identifier, hashed: dynamic ones are long.</param>
/// <param name="SessionId"><c>sid</c>: the connection the token belongs to, looked up for revocation at each call.</param>
/// <param name="FamilyId"><c>fam</c>: the token family within it, which can be revoked by itself.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="ExpiresAt">Full seconds.</param>
public sealed record AccessTokenClaims(
    string Subject,
    TokenHash ClientId,
    string SessionId,
    string FamilyId,
    ScopeSet Scopes,
    DateTimeOffset ExpiresAt
);
