using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Identity;
using Gatehouse.IdentityProviders.Identity.IdTokens;
using Gatehouse.IdentityProviders.Tokens;

namespace Gatehouse.IdentityProviders.SignIn;

/// <summary>OpenID Connect Core 1.0 §3.1: an ID token says who the person is, and the userinfo endpoint what else is wanted.</summary>
internal sealed class OpenIdConnectSignIn(
    IdentityProvider provider,
    TimeProvider time,
    ILogger<OpenIdConnectSignIn> log
) : RedirectSignIn(provider, time, log)
{
    private readonly IdTokenValidator validator = new();
    private readonly WantedClaims wanted = new(provider.Configuration);
    private readonly AccountApi account = new(provider);

    protected override async Task<Identification> IdentifyAsync(
        Redemption redemption,
        TokenAnswer answer,
        CancellationToken cancellationToken
    )
    {
        if (answer.IdToken is not { } text)
        {
            return Misconfigured(
                $"{Configuration.Title} sent no ID token.",
                "Is it an OpenID Connect provider, and may this client ask for the scope openid there?"
            );
        }

        if (SignedJwt.Read(text.Reveal()) is not { } token)
        {
            return Misconfigured(
                $"{Configuration.Title} sent an ID token that cannot be read.",
                "Let the provider sign ID tokens for this client, and not encrypt them."
            );
        }

        var expected = Expected(redemption, answer);
        if (IdTokenValidator.Check(token, expected) is { } broken)
        {
            return Refused(broken);
        }

        var found = await Provider.Keys.FindAsync(token.KeyId, cancellationToken);
        if (!found.Succeeded(out var keys, out var failure))
        {
            return new Identification.Failed(failure);
        }

        return await validator.ValidateAsync(token, expected, keys.All) switch
        {
            IdTokenOutcome.Accepted accepted => await AskMoreAsync(redemption, answer, accepted, cancellationToken),
            IdTokenOutcome.Refused refused => Refused(refused.Refusal),
            _ => throw new InvalidOperationException("An ID token is accepted or refused."),
        };
    }

    private static Identification Refused(IdTokenRefusal refusal) =>
        refusal.Fix is { } fix ? Misconfigured(refusal.Reason, fix) : new Identification.Foreign(refusal.Reason);

    private IdTokenExpectation Expected(Redemption redemption, TokenAnswer answer) =>
        new()
        {
            ClientId = Configuration.ClientId,
            Facts = Configuration.Facts,
            ConfiguredIssuer = Configuration.Issuer,
            MetadataIssuer = redemption.Metadata.Issuer,
            Nonce = redemption.Attempt.Nonce,
            AccessToken = answer.AccessToken.Reveal(),
            Now = Time.GetUtcNow(),
        };

    private async Task<Identification> AskMoreAsync(
        Redemption redemption,
        TokenAnswer answer,
        IdTokenOutcome.Accepted accepted,
        CancellationToken cancellationToken
    )
    {
        var claims = Claims.Of(accepted.Claims);
        var (needed, welcome) = (wanted.AreNeeded(claims), wanted.AreWelcome(claims));
        if (!needed && !welcome)
        {
            return new Identification.Known(claims, []);
        }

        if (redemption.Metadata.UserInfoEndpoint is not { } endpoint)
        {
            // What a rule misses it says itself.
            return new Identification.Known(claims, []);
        }

        var asked = await account.AskAsync(endpoint, answer.AccessToken, "the account", cancellationToken);
        if (!asked.Succeeded(out var said, out var failure))
        {
            log.AccountSilent(redemption.SupportId, Configuration.Name, failure.Code, failure.Detail);

            // What passes is waited for. Otherwise whoever misses a claim says which.
            return needed && failure.Remedy == ProviderRemedy.TryLater
                ? new Identification.Failed(failure)
                : new Identification.Known(claims, []);
        }

        // OpenID Connect Core 1.0 §5.3.2: otherwise an access token of somebody else could have been put in.
        return Claims.Of(said.Root).Text("sub") == accepted.Subject
            ? new Identification.Known(claims.With(said.Root), [])
            : new Identification.Foreign("the userinfo endpoint speaks of another person than the ID token (sub)");
    }

    private static Identification.Failed Misconfigured(string meaning, string fix) =>
        new(ProviderFailure.Misconfigured(meaning, fix));
}
