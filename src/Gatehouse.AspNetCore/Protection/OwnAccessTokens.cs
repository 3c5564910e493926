using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Hosting;

namespace Gatehouse.AspNetCore.Protection;

/// <summary>The tokens this server signs itself.</summary>
internal sealed class OwnAccessTokens(Deployment deployment, TokenVerifier verifier, LastUse lastUse) : IAccessTokens
{
    public string AuthorizationServer => deployment.Issuer.Value;

    public async ValueTask<TokenVerdict> VerifyAsync(string token, CancellationToken cancellationToken)
    {
        if (await verifier.VerifyAsync(token, cancellationToken) is not { } claims)
        {
            return TokenVerdict.Refused.Instance;
        }

        lastUse.Note(ConnectionId.Of(claims.SessionId));
        return new TokenVerdict.Accepted(Access.From(claims));
    }
}
