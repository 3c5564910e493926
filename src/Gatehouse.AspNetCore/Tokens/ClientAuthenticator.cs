using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.Registration;
using Gatehouse.Clients;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>RFC 6749 §3.2.1: who is at the token or revocation endpoint.</summary>
internal sealed class ClientAuthenticator(ClientDirectory clients, AssertionAuthenticator assertions)
{
    /// <summary>Authenticates the client of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="form">Its form.</param>
    /// <param name="mayBeNew">It begins here, so nobody need have approved it yet: its document may have to be read.</param>
    public async Task<Result<Client>> AuthenticateAsync(
        HttpRequest request,
        RequestParameters form,
        bool mayBeNew = false
    )
    {
        var header = request.Headers.Authorization.ToString();
        var answer = await AuthenticateAsync(header, request, form, mayBeNew);
        if (header.Length > 0 && answer.Error is { Code: OAuthErrorCodes.InvalidClient })
        {
            // RFC 6749 §5.2: the scheme the client used.
            request.HttpContext.Response.Headers.WWWAuthenticate = "Basic realm=\"token\", charset=\"UTF-8\"";
        }

        return answer;
    }

    private async Task<Result<Client>> AuthenticateAsync(
        string header,
        HttpRequest request,
        RequestParameters form,
        bool mayBeNew
    )
    {
        if (
            !ClientCredentials
                .Read(header.Length == 0 ? null : header, form)
                .Succeeded(out var shown, out var unreadable)
        )
        {
            return unreadable;
        }

        // RFC 6749 §5.2: invalid_client makes a client forget its registration and register anew.
        var found = mayBeNew
            ? (await clients.FindToAuthorizeAsync(shown.Id, request.HttpContext.RequestAborted)).Client
            : await clients.FindAsync(shown.Id, request.HttpContext.RequestAborted);
        if (found is not { } client)
        {
            var hint = ResetHint.For(
                new ClientTraits(
                    shown.Id.Value,
                    DynamicClientId.ClaimedName(shown.Id),
                    UserAgent: request.Headers.UserAgent.ToString()
                )
            );
            return new OAuthError(
                OAuthErrorCodes.InvalidClient,
                $"This client is not known here. Register the client anew. {hint}".TrimEnd()
            );
        }

        var refused = client.Metadata.Keys is null
            ? ClientAuthenticationRule.Refuses(client, shown)
            : await assertions.RefusesAsync(client, shown, request.HttpContext.RequestAborted);
        return refused is null ? client : refused;
    }
}
