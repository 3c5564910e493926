using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.IdentityProviders.Identity.IdTokens;

/// <summary>
/// OpenID Connect Core 1.0 §3.1.3.7: whether an ID token is genuine and the answer to this sign-in. The rules are in the order in which they are
/// asked; the signature comes last because a reason is worth more to the operator than "not valid", and it is asked always.
/// </summary>
internal sealed class IdTokenValidator
{
    private static readonly Func<SignedJwt, IdTokenExpectation, IdTokenRefusal?>[] Rules =
    [
        AlgorithmRule.Check,
        TypeRule.Check,
        IssuerRule.Check,
        AudienceRule.Check,
        NonceRule.Check,
        LifetimeRule.Check,
        SubjectRule.Check,
        AccessTokenHashRule.Check,
    ];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <summary>
    /// The first rule a token breaks; null when only its signature is left to look at. Of use before there are keys: a provider that signs with a secret
    /// publishes none.
    /// </summary>
    public static IdTokenRefusal? Check(SignedJwt token, IdTokenExpectation expected) =>
        Rules.Select(rule => rule(token, expected)).FirstOrDefault(refusal => refusal is not null);

    /// <summary>Looks at a token, by all rules and by its signature.</summary>
    /// <param name="token">As it was received.</param>
    /// <param name="expected">What it must say.</param>
    /// <param name="keys">The provider's keys; those of no use for a signature that only it can make are left out.</param>
    public async Task<IdTokenOutcome> ValidateAsync(
        SignedJwt token,
        IdTokenExpectation expected,
        IEnumerable<SecurityKey> keys
    )
    {
        if (Check(token, expected) is { } broken)
        {
            return new IdTokenOutcome.Refused(broken);
        }

        var verdict = await handler.ValidateTokenAsync(
            token.Text,
            new TokenValidationParameters
            {
                ValidIssuer = token.Claim("iss"),
                ValidAudience = expected.ClientId,
                IgnoreTrailingSlashWhenValidatingAudience = false,
                ValidAlgorithms = AlgorithmRule.Algorithms,
                IssuerSigningKeys = keys.Where(key => SigningKeyRule.MaySign(key, token, expected.MetadataIssuer)),
                RequireSignedTokens = true,
                RequireExpirationTime = true,
                LifetimeValidator = (_, _, _, _) => LifetimeRule.Check(token, expected) is null,
            }
        );
        return verdict.IsValid
            ? new IdTokenOutcome.Accepted(token.Payload)
            : new IdTokenOutcome.Refused(
                new IdTokenRefusal("The signature of the ID token is not by any of the provider's keys.")
            );
    }
}
