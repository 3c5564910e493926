using Gatehouse.IdentityProviders.Discovery;
using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Transport;

namespace Gatehouse.IdentityProviders.Tokens;

/// <summary>
/// RFC 6749 §4.1.3 and §6, RFC 8693, Microsoft's on-behalf-of: one provider's token endpoint. Codes and refresh tokens may be good for one use, so that nothing is
/// sent twice that may have been received; only where no connection came about it is tried once more.
/// </summary>
internal sealed class TokenEndpointClient(
    ConfiguredProvider provider,
    MetadataSource metadata,
    ProviderHttp http,
    ErrorTranslation errors,
    ClientAuthentication authentication
)
{
    private const string CodeGrant = "authorization_code";
    private const string AccessTokenType = "urn:ietf:params:oauth:token-type:access_token";

    /// <summary>Redeems the code of a sign-in.</summary>
    public Task<ProviderResult<TokenAnswer>> RedeemAsync(
        string code,
        string redirectUri,
        string verifier,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            "a token for the code",
            new Dictionary<string, string>
            {
                ["grant_type"] = CodeGrant,
                ["code"] = code,
                ["redirect_uri"] = redirectUri,
                ["code_verifier"] = verifier,
            },
            cancellationToken
        );

    /// <summary>Renews an access token. An answer without a refresh token means that the old one stays.</summary>
    public Task<ProviderResult<TokenAnswer>> RefreshAsync(
        ProviderSecret refreshToken,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            "a new token",
            new Dictionary<string, string>
            {
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = refreshToken.Reveal(),
            },
            cancellationToken
        );

    /// <summary>Exchanges a person's access token for one of another resource, in the way the provider does that.</summary>
    /// <param name="subjectToken">The person's access token.</param>
    /// <param name="audience">The other resource; on behalf of, also a scope of it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ProviderResult<TokenAnswer>> ExchangeAsync(
        ProviderSecret subjectToken,
        string audience,
        CancellationToken cancellationToken
    ) =>
        provider.Facts.Exchange switch
        {
            ExchangeForm.OnBehalfOf => SendAsync(
                "a token on the person's behalf",
                new Dictionary<string, string>
                {
                    ["grant_type"] = "urn:ietf:params:oauth:grant-type:jwt-bearer",
                    ["assertion"] = subjectToken.Reveal(),
                    ["scope"] = ScopeOf(audience),
                    ["requested_token_use"] = "on_behalf_of",
                },
                cancellationToken
            ),
            ExchangeForm.TokenExchange => SendAsync(
                "a token in exchange",
                new Dictionary<string, string>
                {
                    ["grant_type"] = "urn:ietf:params:oauth:grant-type:token-exchange",
                    ["subject_token"] = subjectToken.Reveal(),
                    ["subject_token_type"] = AccessTokenType,
                    ["requested_token_type"] = AccessTokenType,
                    ["audience"] = audience,
                },
                cancellationToken
            ),
            _ => Task.FromResult<ProviderResult<TokenAnswer>>(
                ProviderFailure.Misconfigured(
                    $"{provider.Title} exchanges no tokens.",
                    $"Set Upstream of the provider {provider.Name} to token or none."
                )
            ),
        };

    private async Task<ProviderResult<TokenAnswer>> SendAsync(
        string purpose,
        Dictionary<string, string> form,
        CancellationToken cancellationToken
    )
    {
        if (!(await metadata.FindAsync(cancellationToken)).Succeeded(out var found, out var failure))
        {
            return failure;
        }

        if (!(await PostAsync(found, form, cancellationToken)).Succeeded(out var answer, out failure))
        {
            return failure;
        }

        return TokenAnswerReader.Read(answer) switch
        {
            ({ } tokens, _) => tokens,
            (_, { } error) => errors.Of(Without(error, form), answer, purpose),
            // A code is spent by now, whatever it meant; a connection must not end on so little.
            _ when TokenAnswerReader.IsSilentRefusal(answer) => form["grant_type"] == CodeGrant
                ? errors.Of(new ErrorAnswer("invalid_grant", "status 400, no body"), answer, purpose)
                : errors.OfSilence(answer, purpose),
            _ => errors.Of(answer, purpose),
        };
    }

    private async Task<ProviderResult<ProviderAnswer>> PostAsync(
        ProviderMetadata found,
        Dictionary<string, string> form,
        CancellationToken cancellationToken
    )
    {
        var sent = await PostOnceAsync(found, form, cancellationToken);
        return sent.Succeeded(out var answer, out _) && answer.Trouble is { IsUnsent: true }
            ? await PostOnceAsync(found, form, cancellationToken)
            : sent;
    }

    private async Task<ProviderResult<ProviderAnswer>> PostOnceAsync(
        ProviderMetadata found,
        Dictionary<string, string> form,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, found.TokenEndpoint);
        Dictionary<string, string> complete = new(form, StringComparer.Ordinal);
        if (authentication.Add(request.Headers, complete, found) is { } failure)
        {
            return failure;
        }

        request.Content = new FormUrlEncodedContent(complete);
        return await http.SendAsync(request, cancellationToken);
    }

    // Some repeat what they refuse.
    private static ErrorAnswer Without(ErrorAnswer error, Dictionary<string, string> form)
    {
        var description = error.Description;
        foreach (
            var name in (ReadOnlySpan<string>)["code", "code_verifier", "refresh_token", "assertion", "subject_token"]
        )
        {
            if (form.TryGetValue(name, out var secret) && secret.Length > 0)
            {
                description = description.Replace(secret, "***", StringComparison.Ordinal);
            }
        }

        return error with
        {
            Description = description,
        };
    }

    // Microsoft names no audience there but scopes of it; .default is all that were consented to.
    private static string ScopeOf(string audience)
    {
        var scheme = audience.IndexOf("://", StringComparison.Ordinal);
        var isScope =
            audience.Contains(' ', StringComparison.Ordinal) || audience.IndexOf('/', scheme < 0 ? 0 : scheme + 3) >= 0;
        return isScope ? audience : $"{audience}/.default";
    }
}
