using System.Text.Json;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.IdentityProviders.Discovery;
using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Identity;
using Gatehouse.IdentityProviders.Identity.Allow;
using Gatehouse.IdentityProviders.Tokens;
using Microsoft.AspNetCore.WebUtilities;

namespace Gatehouse.IdentityProviders.SignIn;

/// <summary>
/// RFC 6749 §4.1 as a sign-in: the browser goes to the provider and comes back with a code, which is redeemed once. How the provider then says who
/// the person is, is the business of what derives from this.
/// </summary>
internal abstract class RedirectSignIn(IdentityProvider provider, TimeProvider time, ILogger log) : ISignIn
{
    /// <summary>Longer than any provider keeps its own page open.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(20);

    private readonly IdentityReader reader = new(provider.Configuration.Facts.Identity, provider.Configuration.Issuer);

    private readonly AllowRules allow = new(
        provider.Configuration.Allow,
        provider.Configuration.Facts.Identity,
        provider.Configuration.AdmitsEverybody
    );

    public string Name => Configuration.Name;

    public string Title => Configuration.Title;

    public string Place => $"{Configuration.Title}, {new Uri(Configuration.Issuer).Authority}";

    public IReadOnlyList<string> EmailDomains => Configuration.EmailDomains;

    /// <summary>The provider, and all that speaks to it.</summary>
    protected IdentityProvider Provider => provider;

    /// <summary>What is configured and known of it.</summary>
    protected ConfiguredProvider Configuration => provider.Configuration;

    /// <summary>The clock.</summary>
    protected TimeProvider Time => time;

    public async Task<SignInStep> StartAsync(SignInRequest request, CancellationToken cancellationToken)
    {
        var found = await provider.Metadata.FindAsync(cancellationToken);
        return found.Succeeded(out var metadata, out var failure)
            ? Waiting(AuthorizationUrl.Begin(Configuration, metadata, request, time.GetUtcNow()))
            : Failed(request, failure);
    }

    public async Task<SignInStep> ContinueAsync(
        SignInRequest request,
        string state,
        SignInAnswer? answer,
        CancellationToken cancellationToken
    )
    {
        var attempt = JsonSerializer.Deserialize(state, ProvidersJson.Default.SignInAttempt)!;
        if (attempt.StartedAt + Lifetime <= time.GetUtcNow())
        {
            return new SignInStep.Failed(SignInProblems.Expired(Configuration.Title));
        }

        if (answer is null)
        {
            return Waiting(attempt);
        }

        // A code is good once: from here on nothing is broken off.
        var found = await provider.Metadata.FindAsync(CancellationToken.None);
        if (!found.Succeeded(out var metadata, out var failure))
        {
            return Failed(request, failure);
        }

        switch (AuthorizationResponse.Read(answer, attempt, metadata))
        {
            case AuthorizationResponse.Granted granted:
                return await RedeemAsync(request, new Redemption(request.Id, metadata, attempt, granted.Code));
            case AuthorizationResponse.Error error:
                return Failed(request, provider.Errors.OfCallback(error.Code, error.Description));
            case AuthorizationResponse.Foreign foreign:
                return Foreign(request, foreign.Reason);
            default:
                throw new InvalidOperationException("An answer is granted, an error or foreign.");
        }
    }

    public async Task<bool> DeleteCredentialAsync(ReadOnlyMemory<byte> credential, CancellationToken cancellationToken)
    {
        if (ProviderCredential.Parse(credential.Span) is not { } known)
        {
            return true;
        }

        var failure = await provider.Revocation.RevokeAsync(
            known.RefreshToken is { } refreshToken ? ProviderSecret.From(refreshToken) : null,
            ProviderSecret.From(known.AccessToken),
            cancellationToken
        );

        // What is refused for good because it is dead already is gone; everything else may be mended, here or there.
        return failure is null or { Remedy: ProviderRemedy.SignInAgain };
    }

    /// <summary>OpenID Connect RP-Initiated Logout 1.0 §2: the provider asks the person, and its own page is the end of the way.</summary>
    public async Task<string?> FindSignOutAsync(Person person, CancellationToken cancellationToken) =>
        person.Issuer == Configuration.Issuer
        && (await provider.Metadata.FindAsync(cancellationToken)).Succeeded(out var metadata, out _)
        && metadata.EndSessionEndpoint is { } endpoint
            ? QueryHelpers.AddQueryString(endpoint, "client_id", Configuration.ClientId)
            : null;

    /// <summary>Finds out who the person is, from what the code was redeemed for.</summary>
    protected abstract Task<Identification> IdentifyAsync(
        Redemption redemption,
        TokenAnswer answer,
        CancellationToken cancellationToken
    );

    private async Task<SignInStep> RedeemAsync(SignInRequest request, Redemption redemption)
    {
        var redeemed = await provider.Tokens.RedeemAsync(
            redemption.Code,
            request.CallbackUrl,
            redemption.Attempt.Verifier,
            CancellationToken.None
        );
        if (!redeemed.Succeeded(out var answer, out var failure))
        {
            return Failed(request, failure);
        }

        var credential = request.WantsCredential ? Credential(redemption, answer) : null;
        var step = await IdentifyAsync(redemption, answer, CancellationToken.None) switch
        {
            Identification.Known known => Admit(request, known, credential),
            Identification.Failed failed => Failed(request, failed.Failure),
            Identification.Foreign foreign => Foreign(request, foreign.Reason),
            _ => throw new InvalidOperationException("Somebody is known, or there is a reason why not."),
        };
        if (step is not SignInStep.SignedIn { Credential: not null })
        {
            await DropAsync(request, step, answer);
        }

        return step;
    }

    /// <summary>
    /// Gives back what nobody keeps and what would live on by itself. Not what a look at our own pages brought while connections hold tokens of the same
    /// person: several providers end those along with it.
    /// </summary>
    private async Task DropAsync(SignInRequest request, SignInStep step, TokenAnswer answer)
    {
        var livesOn = answer.RefreshToken is not null || answer.ExpiresIn is null;
        var hasSiblings = step is SignInStep.SignedIn && Configuration.Upstream != UpstreamTokenKind.None;
        if (!livesOn || hasSiblings)
        {
            return;
        }

        if (
            await provider.Revocation.RevokeAsync(answer.RefreshToken, answer.AccessToken, CancellationToken.None) is
            { } failure
        )
        {
            log.ProviderFailed(Configuration.Name, request.Id.Value, failure);
        }
    }

    private SignInStep Admit(SignInRequest request, Identification.Known known, byte[]? credential)
    {
        if (!reader.TryRead(known.Claims, out var person, out var missing))
        {
            return Failed(
                request,
                ProviderFailure.Misconfigured(
                    $"{Configuration.Title} does not say who you are: “{missing}” is missing.",
                    $"Let the provider give this client the claim {missing}; its page says how: {Configuration.Facts.Page}."
                )
            );
        }

        if (allow.Check(new Visitor(person, known.Claims, known.Organizations)) is { } refusal)
        {
            log.NotAdmitted(request.Id, Configuration.Name, person.Subject, refusal.Rule, refusal.Reason);
            return new SignInStep.Failed(SignInProblems.NotAdmitted(person, Configuration.Title, refusal));
        }

        return new SignInStep.SignedIn(person, credential)
        {
            AccountName = AccountName.Of(known.Claims, Configuration.AccountClaims, Configuration.Facts.Identity),
        };
    }

    private byte[]? Credential(Redemption redemption, TokenAnswer answer) =>
        Configuration.Upstream == UpstreamTokenKind.None
            ? null
            : new ProviderCredential(
                answer.AccessToken.Reveal(),
                time.GetUtcNow() + answer.ExpiresIn,
                answer.RefreshToken?.Reveal(),
                answer.Scopes ?? Asked(redemption.Metadata)
            ).ToBytes();

    private string[] Asked(ProviderMetadata metadata) =>
        AuthorizationUrl
            .Scopes(Configuration, metadata, isOffline: true)
            .Split(Configuration.Facts.Scopes.Separator, StringSplitOptions.RemoveEmptyEntries);

    private SignInStep.Failed Failed(SignInRequest request, ProviderFailure failure)
    {
        log.ProviderFailed(Configuration.Name, request.Id.Value, failure);
        return new SignInStep.Failed(ProviderProblems.Of(failure, Configuration.Title));
    }

    private SignInStep.Failed Foreign(SignInRequest request, string reason)
    {
        log.AnswerRefused(request.Id, Configuration.Name, reason);
        return new SignInStep.Failed(SignInProblems.AnswerForeign(Configuration.Title));
    }

    private SignInStep.Waiting Waiting(SignInAttempt attempt) =>
        new(
            new SignInProgress(
                JsonSerializer.Serialize(attempt, ProvidersJson.Default.SignInAttempt),
                attempt.Link,
                $"Go on to {Configuration.Title}",
                "Sign in there. You come back here by yourself."
            )
            {
                IsRedirect = true,
            }
        );
}
