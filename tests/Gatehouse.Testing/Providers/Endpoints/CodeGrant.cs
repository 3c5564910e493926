using System.Security.Cryptography;
using System.Text;
using Gatehouse.Testing.Providers.Tokens;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.Testing.Providers.Endpoints;

/// <summary>RFC 6749 §4.1.3, RFC 7636 §4.6.</summary>
internal static class CodeGrant
{
    public static ProviderAnswer Answer(ProviderCall call, ProviderClient client)
    {
        var engine = call.Engine;
        var grant = engine.Grants.Redeem(call["code"]);
        if (grant is null || grant.ClientId != client.Id || !IsSameAddress(call, grant) || !IsProved(call, grant))
        {
            return call.Refuse(call.Quirks.Errors.BadCode);
        }

        var refreshToken = grant.IsOffline
            ? engine.Grants.NewRefreshToken(grant, call.Quirks.TokenAnswer.RefreshPrefix)
            : null;
        return TokenEndpoint.Success(call, grant, refreshToken, hasIdToken: true);
    }

    private static bool IsSameAddress(ProviderCall call, ProviderGrant grant) =>
        call.Quirks.IgnoresRedirectUri || grant.RedirectUri == call["redirect_uri"];

    private static bool IsProved(ProviderCall call, ProviderGrant grant)
    {
        if (grant.Challenge is not { } challenge)
        {
            return true;
        }

        return call["code_verifier"] is { } verifier
            && Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == challenge;
    }
}
