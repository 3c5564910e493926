using System.Security.Claims;
using Gatehouse.AspNetCore.Protection;
using Gatehouse.IdentityProviders.Upstream;
using ModelContextProtocol;

namespace Gatehouse.Tests.Embedding;

/// <summary>A token to act as the person elsewhere.</summary>
internal static class UpstreamSample
{
    public static async Task<UpstreamToken> FindAsync(
        UpstreamTokens upstreamTokens,
        ClaimsPrincipal user,
        CancellationToken cancellationToken
    )
    {
        var answer = await upstreamTokens.FindAsync(Access.Of(user)!, cancellationToken);
        var token = answer switch
        {
            UpstreamAnswer.Found found => found.Token,
            UpstreamAnswer.Failed failed => throw new McpException(failed.Explanation),
            _ => throw new McpException("There is no token to act as you with."),
        };
        return token;
    }
}
