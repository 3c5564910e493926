using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Gatehouse.IdentityProviders.Discovery;
using Gatehouse.IdentityProviders.Errors;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.Transport;

namespace Gatehouse.IdentityProviders.Tokens;

/// <summary>RFC 7009, and what GitHub has in its place: gives tokens back.</summary>
internal sealed class TokenRevocation(
    ConfiguredProvider provider,
    MetadataSource metadata,
    ProviderHttp http,
    ErrorTranslation errors,
    ClientAuthentication authentication
)
{
    private const string Purpose = "to revoke a token";

    /// <summary>Gives back what a sign-in brought; where there is no way to do that, there is nothing to do.</summary>
    /// <returns>Why it may still be good; null when it is not, or nothing can be done.</returns>
    public async Task<ProviderFailure?> RevokeAsync(
        ProviderSecret? refreshToken,
        ProviderSecret? accessToken,
        CancellationToken cancellationToken
    )
    {
        if (provider.Facts.Revocation == RevocationForm.None)
        {
            return null;
        }

        if (!(await metadata.FindAsync(cancellationToken)).Succeeded(out var found, out var failure))
        {
            return failure;
        }

        return provider.Facts.Revocation switch
        {
            RevocationForm.GitHub => await RevokeAtGitHubAsync(found, accessToken, cancellationToken),
            // The refresh token first: with it the access tokens end, where they can be ended at all.
            RevocationForm.RefreshTokensOnly => await RevokeAsync(
                found,
                refreshToken,
                "refresh_token",
                cancellationToken
            ),
            _ => await RevokeAsync(found, refreshToken, "refresh_token", cancellationToken)
                ?? await RevokeAsync(found, accessToken, "access_token", cancellationToken),
        };
    }

    private async Task<ProviderFailure?> RevokeAsync(
        ProviderMetadata found,
        ProviderSecret? token,
        string kind,
        CancellationToken cancellationToken
    )
    {
        if (found.RevocationEndpoint is not { } address || token is not { } secret)
        {
            return null;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        Dictionary<string, string> form = new() { ["token"] = secret.Reveal(), ["token_type_hint"] = kind };
        if (authentication.Add(request.Headers, form, found) is { } failure)
        {
            return failure;
        }

        request.Content = new FormUrlEncodedContent(form);
        return Judge(await http.SendAsync(request, cancellationToken));
    }

    private async Task<ProviderFailure?> RevokeAtGitHubAsync(
        ProviderMetadata found,
        ProviderSecret? token,
        CancellationToken cancellationToken
    )
    {
        if (
            found.UserInfoEndpoint is not { } account
            || token is not { } secret
            || provider.Credential is not ClientCredential.Secret { Value: var clientSecret }
        )
        {
            return null;
        }

        // The API of the account is {api}/user.
        var api = account[..account.LastIndexOf('/')];
        using var request = new HttpRequestMessage(
            HttpMethod.Delete,
            $"{api}/applications/{Uri.EscapeDataString(provider.ClientId)}/token"
        );
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.ASCII.GetBytes($"{provider.ClientId}:{clientSecret.Reveal()}"))
        );
        request.Content = new StringContent(
            $$"""{"access_token":"{{JsonEncodedText.Encode(secret.Reveal())}}"}""",
            Encoding.UTF8,
            "application/json"
        );
        return Judge(await http.SendAsync(request, cancellationToken));
    }

    // RFC 7009 §2.2: a token nobody knows is as good as revoked; GitHub says 404 or 422 to that.
    private ProviderFailure? Judge(ProviderAnswer answer)
    {
        if (answer.IsSuccess || answer.Status is 404 or 422)
        {
            return null;
        }

        return TokenAnswerReader.Read(answer).Error is { } error
            ? error.Code is "unsupported_token_type" or "invalid_token" or "invalid_grant"
                ? null
                : errors.Of(error, answer, Purpose)
            : errors.Of(answer, Purpose);
    }
}
