using Gatehouse.IdentityProviders.Discovery;
using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Tokens;
using Gatehouse.IdentityProviders.Transport;

namespace Gatehouse.IdentityProviders.SignIn;

/// <summary>OpenID Connect Core 1.0 §5.3, or the account API of a provider without it: asked with the access token that was just given to us.</summary>
internal sealed class AccountApi(IdentityProvider provider)
{
    /// <summary>Asks.</summary>
    /// <param name="address">Of the endpoint.</param>
    /// <param name="accessToken">Whose account.</param>
    /// <param name="purpose">What for, to be read after "when it was asked for".</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ProviderResult<AccountAnswer>> AskAsync(
        string address,
        ProviderSecret accessToken,
        string purpose,
        CancellationToken cancellationToken
    )
    {
        var headers = new Dictionary<string, string>(
            provider.Configuration.Facts.Identity.AccountHeaders,
            StringComparer.OrdinalIgnoreCase
        )
        {
            ["Authorization"] = $"Bearer {accessToken.Reveal()}",
        };
        var answer = await provider.Http.GetAsync(address, headers, cancellationToken);
        return answer is { Trouble: null, IsSuccess: true } && Read(answer) is { } read
            ? read
            : provider.Errors.Of(answer, purpose);
    }

    // GitHub's list of e-mail addresses is no object.
    private static AccountAnswer? Read(ProviderAnswer answer) =>
        DocumentMembers.Read(answer.Body, orList: true) is { } read ? new AccountAnswer(read) : null;
}
