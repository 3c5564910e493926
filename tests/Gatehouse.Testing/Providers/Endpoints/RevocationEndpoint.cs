using Microsoft.AspNetCore.Http;

namespace Gatehouse.Testing.Providers.Endpoints;

/// <summary>RFC 7009.</summary>
internal static class RevocationEndpoint
{
    public static ProviderAnswer Answer(ProviderCall call)
    {
        if (ClientAuthentication.Find(call, out var problem) is null)
        {
            return call.Refuse(problem!);
        }

        // §2.2: an unknown token is no error.
        call.Engine.Grants.Revoke(call["token"]);
        return ProviderAnswer.Empty(StatusCodes.Status200OK);
    }
}
