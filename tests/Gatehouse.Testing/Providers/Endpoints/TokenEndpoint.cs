using System.Text.Json.Nodes;
using Gatehouse.Testing.Providers.Tokens;

namespace Gatehouse.Testing.Providers.Endpoints;

/// <summary>RFC 6749 §3.2 and the grants that end there.</summary>
internal static class TokenEndpoint
{
    /// <summary>RFC 8693 §2.1.</summary>
    public const string Exchange = "urn:ietf:params:oauth:grant-type:token-exchange";

    /// <summary>RFC 7523 §2.1.</summary>
    public const string Assertion = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    public static ProviderAnswer Answer(ProviderCall call)
    {
        var errors = call.Quirks.Errors;
        if (call.Engine.Faults.TokenError is { } planned)
        {
            return call.Refuse(planned);
        }

        if (call.Quirks.TokenRule?.Invoke(call) is { } refused)
        {
            return refused;
        }

        var client = ClientAuthentication.Find(call, out var problem);
        if (client is null)
        {
            return call.Refuse(problem!);
        }

        return (call["grant_type"], call.Quirks.Exchange) switch
        {
            ("authorization_code", _) => CodeGrant.Answer(call, client),
            ("refresh_token", _) => RefreshGrant.Answer(call, client),
            (Exchange, ExchangeRule.TokenExchange) => ExchangeGrant.Answer(call, client),
            (Assertion, ExchangeRule.OnBehalfOf) => OnBehalfOfGrant.Answer(call, client),
            _ => call.Refuse(errors.BadGrantType),
        };
    }

    /// <summary>What a request binds its tokens to; null for the provider's usual.</summary>
    public static string? Bound(ProviderCall call) =>
        call.Quirks.Resource switch
        {
            ResourceRule.Binds or ResourceRule.BindsKnown => call["resource"],
            ResourceRule.AudienceBindsKnown => call["audience"],
            _ => null,
        };

    /// <summary>Whether a request brings a refresh token.</summary>
    public static bool IsOffline(ProviderCall call)
    {
        var scopes = call.Quirks.Scopes;
        return scopes.IsOffline?.Invoke(call) ?? (scopes.Offline is null || call.Scopes.Contains(scopes.Offline));
    }

    /// <summary>The answer of RFC 6749 §5.1, as this provider writes it.</summary>
    public static ProviderAnswer Success(
        ProviderCall call,
        ProviderGrant grant,
        string? refreshToken,
        bool hasIdToken,
        JsonObject? more = null
    )
    {
        var (engine, look) = (call.Engine, call.Quirks.TokenAnswer);
        var accessToken = engine.Mint.AccessToken(grant);
        var answer = new JsonObject { ["access_token"] = accessToken, ["token_type"] = look.TokenType };
        if (look.HasExpiresIn)
        {
            answer["expires_in"] = call.Quirks.AccessToken.Lifetime;
        }

        if (refreshToken is not null)
        {
            answer["refresh_token"] = refreshToken;
        }

        if (look.HasScope)
        {
            answer["scope"] = Echo(call.Quirks.Scopes, grant.Scopes);
        }

        if (hasIdToken && call.Quirks.HasIdToken && grant.Scopes.Contains("openid"))
        {
            answer["id_token"] = engine.Mint.IdToken(grant, accessToken);
        }

        TokenMint.Put(answer, WordTemplate.FillJson(look.More, TokenWords.Of(engine, grant))!.AsObject());
        TokenMint.Put(answer, more ?? []);
        var wantsJson = call.Request.Header("Accept")?.Contains("json", StringComparison.Ordinal) == true;
        return look.IsFormByDefault && !wantsJson ? ProviderAnswer.Form(answer) : ProviderAnswer.Json(answer);
    }

    private static string Echo(ScopeQuirks quirks, IReadOnlyList<string> scopes) =>
        string.Join(
            quirks.Separator,
            scopes.Where(scope => !quirks.NotEchoed.Contains(scope)) is var some && some.Any()
                ? some
                : scopes.Where(scope => scope != quirks.Offline)
        );
}
