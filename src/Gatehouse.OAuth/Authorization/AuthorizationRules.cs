using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Registration.Documents;

namespace Gatehouse.OAuth.Authorization;

/// <summary>
/// RFC 6749 §4.1.1, rule by rule in the order in which they are asked. The first two decide where an error may be shown:
/// until the redirect address is known to be the client's, errors go to a page and nowhere else (§4.1.2.1).
/// </summary>
internal sealed class AuthorizationRules(
    ScopeCatalog scopes,
    ResourceRule resource,
    RedirectPolicy redirects,
    ClientDomains domains
)
{
    private const int MaximumStateLength = 4096;

    /// <summary>Who asks. An error goes to a page.</summary>
    public static Result<ClientId> ReadClientId(RequestParameters parameters) =>
        parameters.Repeated is { } repeated ? repeated : ClientId.Parse(parameters["client_id"]);

    /// <summary>Where the answer goes: RFC 9700 §4.1.3. An error goes to a page.</summary>
    public Result<RedirectUri> ReadRedirectUri(RequestParameters parameters, Client client)
    {
        if (!RedirectUri.Parse(parameters["redirect_uri"]).Succeeded(out var asked, out var malformed))
        {
            return malformed;
        }

        if (client.Find(asked) is null)
        {
            return new OAuthError(
                OAuthErrorCodes.InvalidRedirectUri,
                $"The client is not registered for {asked.Value}. Let it register again, or correct its configured redirect URIs."
            );
        }

        // What an operator wrote into the configuration needs no list.
        return
            client.Origin != ClientOrigin.Configured
            && !IsOfItsOwnDomain(client, asked)
            && redirects.Refuses(asked) is { } refused
            ? refused
            : asked;
    }

    // A document alone opens no web page: anybody can publish one. Where the operator named its domain, pages of the same host are open.
    private bool IsOfItsOwnDomain(Client client, RedirectUri asked) =>
        client.Origin == ClientOrigin.Document
        && asked.Kind == RedirectUriKind.Web
        && DocumentUrl.Parse(client.Id).Succeeded(out var url, out _)
        && asked.Host == url.Host
        && domains.Names(url.Host);

    /// <summary>The rest of the request. An error goes to the client, by the redirect.</summary>
    public Result<AuthorizationRequest> Read(RequestParameters parameters, Client client, RedirectUri redirect)
    {
        if (RefuseUnsupported(parameters) is { } unsupported)
        {
            return unsupported;
        }

        if (resource.Refuses(parameters) is { } foreign)
        {
            return foreign;
        }

        return CodeChallenge
            .Parse(parameters["code_challenge"], parameters["code_challenge_method"])
            .Succeeded(out var challenge, out var error)
            ? new AuthorizationRequest(
                client,
                redirect,
                challenge,
                scopes.Offer(ScopeSet.Parse(parameters["scope"])),
                parameters["state"],
                ReadPrompt(parameters)
            )
            : error;
    }

    private static Prompt ReadPrompt(RequestParameters parameters) =>
        (parameters["prompt"] ?? "").Split(' ') switch
        {
            ["none"] => Prompt.Never,
            var words when words.Any(word => word is "consent" or "select_account" or "login") => Prompt.Always,
            _ => Prompt.AsNeeded,
        };

    private static OAuthError? RefuseUnsupported(RequestParameters parameters) =>
        parameters switch
        {
            _ when parameters["response_type"] is not "code" => new OAuthError(
                OAuthErrorCodes.UnsupportedResponseType,
                "response_type must be code (OAuth 2.1 section 4.1)."
            ),
            _ when parameters["response_mode"] is not (null or "query") => new OAuthError(
                OAuthErrorCodes.InvalidRequest,
                "response_mode must be query."
            ),
            _ when parameters["request"] is not null || parameters["request_uri"] is not null => new OAuthError(
                OAuthErrorCodes.RequestNotSupported,
                "Request objects (RFC 9101) are not supported; send plain parameters."
            ),
            _ when parameters["state"] is { Length: > MaximumStateLength } => new OAuthError(
                OAuthErrorCodes.InvalidRequest,
                $"state is longer than {MaximumStateLength} characters."
            ),

            // OpenID Connect Core §3.1.2.1.
            _ when parameters["prompt"]?.Split(' ') is [_, _, ..] words && words.Contains("none") => new OAuthError(
                OAuthErrorCodes.InvalidRequest,
                "prompt=none cannot stand beside another value."
            ),
            _ => null,
        };
}
