using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.Testing.Providers.Tokens;

/// <summary>Makes the tokens of a provider, right ones and, by <see cref="Faults.ProviderFaults"/>, wrong ones.</summary>
internal sealed class TokenMint(ProviderEngine engine, ProviderKeys keys, ProviderGrants grants)
{
    private const int IdTokenLifetime = 3600;

    private ProviderQuirks Quirks => engine.Quirks;

    /// <summary>An access token for a grant, known to the provider from now on.</summary>
    public string AccessToken(ProviderGrant grant, int? lifetime = null)
    {
        var look = Quirks.AccessToken;
        var token =
            look.IsJwtFor?.Invoke(grant) ?? look.IsJwt
                ? keys.Sign(AccessClaims(grant, lifetime ?? look.Lifetime), look.Type)
                : look.Prefix + ProviderGrants.Random(look.Length);
        grants.Add(token, grant, lifetime ?? look.Lifetime);
        return token;
    }

    /// <summary>An ID token for a grant.</summary>
    public string IdToken(ProviderGrant grant, string accessToken)
    {
        var faults = engine.Faults;
        var claims = IdClaims(grant, accessToken);
        if (faults.UnsignedIdToken)
        {
            return ProviderKeys.Unsigned(claims);
        }

        if (faults.IdTokenByPublicKey)
        {
            return keys.SignedWithPublicKey(claims);
        }

        return faults.IdTokenByForeignKey ? keys.SignedWithForeignKey(claims) : keys.Sign(claims, "JWT");
    }

    /// <summary>What scopes say about the person.</summary>
    public void AddPerson(JsonObject claims, ProviderGrant grant)
    {
        var words = TokenWords.Of(engine, grant);
        foreach (var (scope, template) in Quirks.ScopeClaims)
        {
            if (grant.Scopes.Contains(scope))
            {
                Put(claims, WordTemplate.FillJson(template, words)!.AsObject());
            }
        }

        if (grant.Person.HasTooManyGroups)
        {
            claims["_claim_names"] = new JsonObject { ["groups"] = "src1" };
            claims["_claim_sources"] = new JsonObject
            {
                ["src1"] = new JsonObject
                {
                    ["endpoint"] = $"{engine.Host}/users/{grant.Person.Subject}/getMemberObjects",
                },
            };
        }

        Put(claims, WordTemplate.FillJson(grant.Person.More, words)!.AsObject());
    }

    /// <summary>Puts members over others; null takes one away.</summary>
    public static void Put(JsonObject claims, JsonObject over)
    {
        foreach (var (name, value) in over)
        {
            if (value is null)
            {
                claims.Remove(name);
            }
            else
            {
                claims[name] = value.DeepClone();
            }
        }
    }

    private JsonObject AccessClaims(ProviderGrant grant, int lifetime)
    {
        var words = TokenWords.Of(engine, grant);
        words["audience"] = grant.Audience is { } bound
            ? JsonValue.Create(bound)
            : WordTemplate.FillJson(Quirks.AccessToken.Audience, words);
        var claims = new JsonObject
        {
            ["iss"] = words["issuer"]!.DeepClone(),
            ["iat"] = engine.Now,
            ["exp"] = engine.Now + lifetime,
            ["jti"] = words["jti"]!.DeepClone(),
        };
        Put(claims, WordTemplate.FillJson(Quirks.AccessToken.Claims, words)!.AsObject());
        return claims;
    }

    private JsonObject IdClaims(ProviderGrant grant, string accessToken)
    {
        var faults = engine.Faults;
        var words = TokenWords.Of(engine, grant);
        var claims = new JsonObject
        {
            ["iss"] = WordTemplate.Fill(Quirks.IdTokenIssuer ?? "{issuer}", words),
            ["aud"] = grant.ClientId,
            ["iat"] = engine.Now,
            ["exp"] = engine.Now + IdTokenLifetime,
            ["auth_time"] = grant.AuthenticatedAt,
            ["at_hash"] = HalfHash(faults.WrongAccessTokenHash ? accessToken + "x" : accessToken),
        };
        if (grant.Nonce is { } nonce && !faults.ForgetsNonce)
        {
            claims["nonce"] = faults.WrongNonce ? nonce + "x" : nonce;
        }

        Put(claims, WordTemplate.FillJson(Quirks.IdClaims, words)!.AsObject());
        if (!Quirks.IdTokenIsLean)
        {
            AddPerson(claims, grant);
        }

        Put(claims, JsonNode.Parse(grant.Person.More)!.AsObject());
        if (faults.ExpiredIdToken)
        {
            claims["exp"] = engine.Now - IdTokenLifetime;
        }

        Put(claims, JsonNode.Parse(faults.IdTokenClaims)!.AsObject());
        return claims;
    }

    // OpenID Connect Core 1.0 §3.1.3.6; all algorithms here hash with SHA-256.
    private static string HalfHash(string token) =>
        Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(token))[..(SHA256.HashSizeInBytes / 2)]);
}
