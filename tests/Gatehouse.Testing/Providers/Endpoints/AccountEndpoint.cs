using Gatehouse.Testing.Providers.Tokens;

namespace Gatehouse.Testing.Providers.Endpoints;

/// <summary>OpenID Connect Core 1.0 §5.3, or a provider's own account API.</summary>
internal static class AccountEndpoint
{
    private const string Bearer = "Bearer ";

    public static ProviderAnswer Answer(ProviderCall call)
    {
        var engine = call.Engine;
        if (call.Quirks.AccountRule?.Invoke(call) is { } refused)
        {
            return refused;
        }

        if (Find(call) is not { } grant)
        {
            return call.Refuse(call.Quirks.Errors.BadToken) with
            {
                Headers = new Dictionary<string, string> { ["WWW-Authenticate"] = "Bearer error=\"invalid_token\"" },
            };
        }

        var words = TokenWords.Of(engine, grant);
        var claims = WordTemplate.FillJson(call.Quirks.AccountClaims, words)!.AsObject();
        engine.Mint.AddPerson(claims, grant);
        if (engine.Faults.AccountSubject is { } foreign)
        {
            claims["sub"] = foreign;
        }

        return ProviderAnswer.Json(claims) with
        {
            Headers = new Dictionary<string, string> { ["X-OAuth-Scopes"] = string.Join(", ", grant.Scopes) },
        };
    }

    /// <summary>The grant of the token in the header; null when there is none that is good.</summary>
    public static ProviderGrant? Find(ProviderCall call)
    {
        var header = call.Request.Header("Authorization");
        return
            header?.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) == true
            && call.Engine.Grants.TryFindAccessToken(header[Bearer.Length..], out var issued)
            ? issued.Grant
            : null;
    }
}
