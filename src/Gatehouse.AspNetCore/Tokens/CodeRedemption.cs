using Gatehouse.AspNetCore.Connections;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>A code becomes a token family, once. A second use revokes what the first one gave (RFC 6749 §4.1.2).</summary>
internal sealed class CodeRedemption(
    ITokenStore store,
    IConnectionStore connections,
    FamilyRevoker revoker,
    TokenIssuer issuer,
    TimeProvider time
)
{
    /// <summary>What is asked first: was it used before?</summary>
    public async Task<OAuthError?> RefusesUsedAsync(CodeRecord code, Client client)
    {
        if (code.Family is not { } used)
        {
            return null;
        }

        await revoker.RevokeAsync(used, code.Connection, $"code used twice, client {client.DisplayName}");
        return Fail("The code was used before; what it gave is revoked. Sign in again.");
    }

    /// <summary>Everything about the code was found right.</summary>
    public async Task<Result<TokenResponse>> RedeemAsync(CodeRecord code, CancellationToken cancellationToken)
    {
        if (await connections.FindAsync(code.Connection, cancellationToken) is not { RevokedAt: null } connection)
        {
            return Fail("The connection was revoked. Sign in again.");
        }

        var now = time.GetUtcNow();
        var family = new TokenFamily(
            FamilyId.New(),
            connection.Id,
            connection.Person.Key,
            code.ClientHash,
            code.Scopes,
            now,
            RevokedAt: null
        );
        var refreshToken = RefreshToken.New();
        var first = await store.TryRedeemAsync(
            code.Hash,
            family,
            refreshToken.Hash,
            issuer.RefreshTokenExpiry,
            cancellationToken
        );
        return first
            ? issuer.Issue(family, family.Scopes, refreshToken)
            : Fail("The code was used by another request at the same moment. Sign in again.");
    }

    private static OAuthError Fail(string description) => new(OAuthErrorCodes.InvalidGrant, description);
}
