using Gatehouse.OAuth.Registration;

namespace Gatehouse.OAuth.Tokens;

/// <summary>
/// RFC 6749 §3.2.1: a confidential client must show its secret, by header or body whichever it registered for;
/// a public one need not, and what it shows is not looked at (PKCE binds the code to it).
/// </summary>
internal static class ClientAuthenticationRule
{
    public static OAuthError? Refuses(Client client, ClientCredentials shown)
    {
        if (client.SecretHash is not { } expected)
        {
            return null;
        }

        return shown.Secret is { } given && given.Matches(expected)
            ? null
            : new OAuthError(
                OAuthErrorCodes.InvalidClient,
                "The client secret is missing or wrong. Register the client anew."
            );
    }
}
