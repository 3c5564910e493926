namespace Gatehouse.IdentityProviders.ResourceServer;

/// <summary>What a token is called by what carries it.</summary>
internal enum TokenType
{
    /// <summary>Nothing, or only that it is a JWT: what it holds has to prove that it is an access token.</summary>
    Unnamed,

    /// <summary>RFC 9068 §2.1 <c>at+jwt</c>, or RFC 7662 §2.2 <c>token_type</c> of a bearer token.</summary>
    AccessToken,

    /// <summary>Something else.</summary>
    Other,
}
