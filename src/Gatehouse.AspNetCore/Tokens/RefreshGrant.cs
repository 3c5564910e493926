using Gatehouse.AspNetCore.Hosting;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>
/// RFC 6749 §6 with rotation. Clients race themselves and each other over one stored token, so a used token still gives its successor
/// for a while: the same one to everybody who holds the old. After that it is taken for theft and the family ends (RFC 9700 §4.14.2).
/// </summary>
internal sealed class RefreshGrant(
    ITokenStore store,
    FamilyRevoker revoker,
    TokenIssuer issuer,
    Deployment deployment,
    TimeProvider time
)
{
    // A token used again and again inside the window leads through as many rotations as happened meanwhile; far fewer than this.
    private const int LongestChain = 100;

    private readonly TimeSpan grace = deployment.Options.RefreshGraceWindow;

    public async Task<Result<TokenResponse>> RotateAsync(
        RequestParameters form,
        Client client,
        CancellationToken cancellationToken
    )
    {
        if (!RefreshGrantRequest.Read(form).Succeeded(out var request, out var malformed))
        {
            return malformed;
        }

        if (await store.FindRefreshTokenAsync(request.RefreshToken.Hash, cancellationToken) is not { } record)
        {
            return Fail("The refresh token is unknown or expired. Sign in again.");
        }

        if (Refuses(record, client) is { } refused)
        {
            return refused;
        }

        return (await NewestAsync(request.RefreshToken, record, cancellationToken)).Succeeded(
            out var newest,
            out var repeated
        )
            ? issuer.Issue(record.Family, Scopes(request, record.Family), newest)
            : repeated;
    }

    private async Task<Result<RefreshToken>> NewestAsync(
        RefreshToken token,
        RefreshTokenRecord record,
        CancellationToken cancellationToken
    )
    {
        if (record.RotatedAt is null)
        {
            var successor = RefreshToken.New();
            var now = time.GetUtcNow();
            if (
                await store.TryRotateAsync(
                    token.Hash,
                    successor.Hash,
                    SuccessorSeal.Seal(token, successor),
                    now,
                    issuer.RefreshTokenExpiry,
                    cancellationToken
                )
            )
            {
                return successor;
            }

            // Another request was faster, here or on another node: read what it wrote.
            record = await store.FindRefreshTokenAsync(token.Hash, cancellationToken) ?? record;
        }

        for (var step = 0; step < LongestChain; step++)
        {
            if (record.Family.RevokedAt is not null)
            {
                return Fail("The connection or its tokens were revoked. Sign in again.");
            }

            if (record.RotatedAt is null)
            {
                return token;
            }

            if (record.SealedSuccessor is not { } box || record.RotatedAt + grace < time.GetUtcNow())
            {
                await revoker.RevokeAsync(
                    record.Family.Id,
                    record.Family.Connection,
                    "refresh token used again after the grace window"
                );
                break;
            }

            token = SuccessorSeal.Open(token, box);
            if (await store.FindRefreshTokenAsync(token.Hash, cancellationToken) is not { } next)
            {
                break;
            }

            record = next;
        }

        return Fail(
            "The refresh token was used before and its time of grace is over; its family is revoked. Sign in again."
        );
    }

    private ScopeSet Scopes(RefreshGrantRequest request, TokenFamily family) =>
        deployment.Scopes.WithImplied(request.Narrow(family.Scopes)).Intersect(family.Scopes);

    private OAuthError? Refuses(RefreshTokenRecord record, Client client) =>
        record switch
        {
            // Somebody else's token: refused, and nothing happens to its owner.
            _ when record.Family.ClientHash != client.Id.Hash => Fail(
                "The refresh token was issued to another client. Sign in again."
            ),
            _ when record.Family.RevokedAt is not null => Fail(
                "The connection or its tokens were revoked. Sign in again."
            ),
            _ when record.ExpiresAt <= time.GetUtcNow() => Fail(
                "The refresh token is unknown or expired. Sign in again."
            ),
            _ => null,
        };

    private static OAuthError Fail(string description) => new(OAuthErrorCodes.InvalidGrant, description);
}
