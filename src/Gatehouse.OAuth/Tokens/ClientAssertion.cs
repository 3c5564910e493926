using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.OAuth.Tokens;

/// <summary>
/// RFC 7523 §3 and OpenID Connect Core §9 (<c>private_key_jwt</c>): a client signs who it is, for this server alone, for a short while.
/// </summary>
internal sealed class ClientAssertion(Issuer issuer, TimeProvider time)
{
    /// <summary>The one <c>client_assertion_type</c>.</summary>
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private const int MaximumLength = 8 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    private readonly HashSet<string> audiences = [issuer.Value, issuer.At(Discovery.EndpointPaths.Token)];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <summary>The algorithms that are verified.</summary>
    public static IReadOnlyList<string> Algorithms { get; } =
    [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256];

    /// <summary>Whom an assertion claims to be from, and by which key; null when it is no JWT. Nothing is verified.</summary>
    public static (string Subject, string? KeyId)? Peek(string assertion)
    {
        if (assertion.Length > MaximumLength)
        {
            return null;
        }

        try
        {
            var token = new JsonWebToken(assertion);
            return (token.Subject, token.Kid);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Verifies signature, algorithm, issuer, subject, audience and time.</summary>
    /// <param name="assertion">The JWT.</param>
    /// <param name="client">Whom it must be from.</param>
    /// <param name="algorithm">The only algorithm the client uses; null for any of ours.</param>
    /// <param name="keys">The client's keys.</param>
    public async Task<Result<UsedAssertion>> ReadAsync(
        string assertion,
        ClientId client,
        string? algorithm,
        IEnumerable<SecurityKey> keys
    )
    {
        var verdict = await handler.ValidateTokenAsync(
            assertion,
            new TokenValidationParameters
            {
                ValidIssuer = client.Value,
                ValidAlgorithms = algorithm is null ? Algorithms : [algorithm],
                IssuerSigningKeys = keys,
                RequireSignedTokens = true,
                RequireExpirationTime = true,

                // Every audience: one that also names another server could be used there, or come from there.
                AudienceValidator = (named, _, _) => named.Any() && named.All(audiences.Contains),
                LifetimeValidator = (notBefore, expires, _, _) => IsAlive(notBefore, expires),
            }
        );
        if (!verdict.IsValid || verdict.SecurityToken is not JsonWebToken token || token.Subject != client.Value)
        {
            return Fail(
                "it must be signed with a published key of the client, iss and sub the client_id, aud this server alone, exp within an hour"
            );
        }

        return token.Id is { Length: > 0 } id
            ? new UsedAssertion(
                TokenHash.Of($"{client.Value} {id}"),
                new DateTimeOffset(token.ValidTo, TimeSpan.Zero) + Skew
            )
            : Fail("it must have a jti");
    }

    /// <summary>The refusal of an assertion.</summary>
    public static OAuthError Fail(string reason) =>
        new(OAuthErrorCodes.InvalidClient, $"The client assertion is refused: {reason}.");

    private bool IsAlive(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires > now - Skew
            && expires <= now + LongestLife + Skew
            && (notBefore is null || notBefore <= now + Skew);
    }
}
