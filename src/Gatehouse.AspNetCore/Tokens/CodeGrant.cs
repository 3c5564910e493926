using Gatehouse.AspNetCore.Connections;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>RFC 6749 §4.1.3: a code becomes a token family, once. A second use revokes what the first one gave (§4.1.2).</summary>
internal sealed class CodeGrant(
    ITokenStore store,
    IConnectionStore connections,
    FamilyRevoker revoker,
    TokenIssuer issuer,
    TimeProvider time
)
{
    public async Task<Result<TokenResponse>> RedeemAsync(
        RequestParameters form,
        Client client,
        CancellationToken cancellationToken
    )
    {
        if (!CodeGrantRequest.Read(form).Succeeded(out var request, out var malformed))
        {
            return malformed;
        }

        if (await store.FindCodeAsync(request.Code.Hash, cancellationToken) is not { } code)
        {
            return Fail("The code is unknown or expired. Sign in again.");
        }

        if (code.Family is { } used)
        {
            await revoker.RevokeAsync(used, code.Connection, $"code used twice, client {client.DisplayName}");
            return Fail("The code was used before; what it gave is revoked. Sign in again.");
        }

        if (Mismatch(code, request, client) is { } mismatch)
        {
            return mismatch;
        }

        if (await connections.FindAsync(code.Connection, cancellationToken) is not { RevokedAt: null } connection)
        {
            return Fail("The connection was revoked. Sign in again.");
        }

        return await IssueAsync(code, connection, cancellationToken);
    }

    private async Task<Result<TokenResponse>> IssueAsync(
        CodeRecord code,
        Connection connection,
        CancellationToken cancellationToken
    )
    {
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

    private OAuthError? Mismatch(CodeRecord code, CodeGrantRequest request, Client client) =>
        code switch
        {
            _ when code.ClientHash != client.Id.Hash => Fail("The code was issued to another client."),
            _ when code.ExpiresAt <= time.GetUtcNow() => Fail("The code is unknown or expired. Sign in again."),
            _ when request.RedirectUri is { } uri && uri != code.RedirectUri => Fail(
                "redirect_uri is not the one of the authorization request."
            ),
            _ when !CodeChallenge.Parse(code.Challenge, "S256").Value.IsAnsweredBy(request.Verifier) => Fail(
                "code_verifier does not fit the code_challenge (RFC 7636)."
            ),
            _ => null,
        };

    private static OAuthError Fail(string description) => new(OAuthErrorCodes.InvalidGrant, description);
}
