using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>
/// RFC 7009: a client signs out. Its token family ends; when it was the last one, the connection ends too and the upstream credential is deleted.
/// Other installations of the same client keep theirs.
/// </summary>
internal sealed class RevocationEndpoint(
    ClientAuthenticator authenticator,
    ITokenStore store,
    TokenVerifier verifier,
    FamilyRevoker revoker,
    ConnectionRegistry connections
) : IEndpoint
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!(await ParameterReader.FormAsync(context.Request)).Succeeded(out var form, out var error))
        {
            return OAuthResults.Error(error);
        }

        if (form.Repeated is { } repeated)
        {
            return OAuthResults.Error(repeated);
        }

        if (!(await authenticator.AuthenticateAsync(context.Request, form)).Succeeded(out var client, out error))
        {
            return OAuthResults.Error(error);
        }

        if (form["token"] is not { } token)
        {
            return OAuthResults.Error(new OAuthError(OAuthErrorCodes.InvalidRequest, "token is missing."));
        }

        // RFC 7009 §2.2: an unknown token is answered like a revoked one.
        if (await FindAsync(token, context.RequestAborted) is not var (family, connection, clientHash))
        {
            return Results.Ok();
        }

        if (clientHash != client.Id.Hash)
        {
            return OAuthResults.Error(
                new OAuthError(OAuthErrorCodes.InvalidGrant, "The token was issued to another client.")
            );
        }

        await revoker.RevokeAsync(family, connection, $"client {client.DisplayName} signed out");
        await connections.RevokeAbandonedAsync(connection, "its last client installation signed out");
        return Results.Ok();
    }

    private async Task<(FamilyId Family, ConnectionId Connection, TokenHash Client)?> FindAsync(
        string token,
        CancellationToken cancellationToken
    )
    {
        if (
            await store.FindRefreshTokenAsync(RefreshToken.From(token).Hash, cancellationToken) is
            { Family: var family }
        )
        {
            return (family.Id, family.Connection, family.ClientHash);
        }

        return await verifier.VerifyAsync(token, cancellationToken) is { } claims
            ? (FamilyId.Of(claims.FamilyId), ConnectionId.Of(claims.SessionId), claims.ClientId)
            : null;
    }
}
