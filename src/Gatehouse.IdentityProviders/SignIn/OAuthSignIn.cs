using System.Text.Json;
using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Identity;
using Gatehouse.IdentityProviders.Tokens;

namespace Gatehouse.IdentityProviders.SignIn;

/// <summary>
/// OAuth 2.0 without OpenID Connect (GitHub, Nextcloud's own): the provider's API says whose the access token is. That proves a sign-in here only because the
/// token came for our code, our secret and our PKCE verifier; a token that anybody brings along is never taken.
/// </summary>
internal sealed class OAuthSignIn(IdentityProvider provider, TimeProvider time, ILogger<OAuthSignIn> log)
    : RedirectSignIn(provider, time, log)
{
    private readonly AccountApi account = new(provider);

    protected override async Task<Identification> IdentifyAsync(
        Redemption redemption,
        TokenAnswer answer,
        CancellationToken cancellationToken
    )
    {
        if (redemption.Metadata.UserInfoEndpoint is not { } endpoint)
        {
            return new Identification.Failed(
                ProviderFailure.Misconfigured(
                    $"Nothing says where {Configuration.Title} tells who signed in.",
                    $"Set what its page asks for: {Configuration.Facts.Page}."
                )
            );
        }

        var asked = await account.AskAsync(endpoint, answer.AccessToken, "the account", cancellationToken);
        if (!asked.Succeeded(out var said, out var failure))
        {
            return new Identification.Failed(failure);
        }

        var listed = await OrganizationsAsync(answer, cancellationToken);
        return listed.Succeeded(out var organizations, out failure)
            ? new Identification.Known(Claims.Of(said.Root), organizations)
            : new Identification.Failed(failure);
    }

    private async Task<ProviderResult<string[]>> OrganizationsAsync(
        TokenAnswer answer,
        CancellationToken cancellationToken
    )
    {
        if (
            Configuration.Allow.Organizations.Count == 0
            || Configuration.Facts.Identity.Organizations is not { } api
            || Configuration.Resolve(api.Address) is not { } address
        )
        {
            return Array.Empty<string>();
        }

        var asked = await account.AskAsync(address, answer.AccessToken, "the organisations", cancellationToken);
        if (!asked.Succeeded(out var said, out var failure))
        {
            return failure;
        }

        return said.Root.ValueKind == JsonValueKind.Array
            ? said
                .Root.EnumerateArray()
                .Select(entry => Claims.TextOf(Claims.Find(entry, api.Member)))
                .OfType<string>()
                .ToArray()
            : Array.Empty<string>();
    }
}
