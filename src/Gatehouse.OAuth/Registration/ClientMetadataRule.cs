namespace Gatehouse.OAuth.Registration;

/// <summary>
/// RFC 7591 §2: turns what a client sent into canonical metadata. Lenient where clients differ harmlessly (empty lists, unknown
/// members, a missing method), strict where an address could lead a person astray.
/// </summary>
internal sealed class ClientMetadataRule(RedirectPolicy policy)
{
    private const int MaximumRedirects = 10;

    public Result<ClientMetadata> Apply(ClientRegistrationRequest request)
    {
        var texts = request.RedirectUris ?? [];
        if (texts.Count > MaximumRedirects)
        {
            return new OAuthError(
                OAuthErrorCodes.InvalidRedirectUri,
                $"At most {MaximumRedirects} redirect URIs can be registered."
            );
        }

        var redirects = new List<RedirectUri>();
        foreach (var text in texts)
        {
            if (!RedirectUri.Parse(text).Succeeded(out var redirect, out var error))
            {
                return error;
            }

            redirects.Add(redirect);
        }

        // Some clients register several addresses at once and use one (Cursor: an app, a web page and loopback):
        // refused only when not one of them could ever be used. Authorization looks at the one that is.
        if (redirects.Count > 0 && redirects.TrueForAll(redirect => policy.Refuses(redirect) is not null))
        {
            return policy.Refuses(redirects[0])!;
        }

        return Method(request.TokenEndpointAuthMethod).Succeeded(out var method, out var problem)
            ? new ClientMetadata(
                ClientName.Visible(request.ClientName),
                Canonical(redirects),
                method,
                request.ApplicationType == "web" ? "web" : "native"
            )
            : problem;
    }

    // RFC 7591 §3.2.1 lets the server replace what was asked: a client that names no method becomes a public one and reads it in the answer.
    private static Result<string> Method(string? asked) =>
        asked is null or "" ? ClientAuthenticationMethod.None
        : ClientAuthenticationMethod.Supported.FirstOrDefault(method => method == asked) is { } supported ? supported
        : new OAuthError(
            OAuthErrorCodes.InvalidClientMetadata,
            $"token_endpoint_auth_method must be one of: {string.Join(", ", ClientAuthenticationMethod.Supported)}."
        );

    private static List<RedirectUri> Canonical(IEnumerable<RedirectUri> redirects) =>
        [
            .. redirects
                .Select(redirect => redirect.Registered)
                .Distinct()
                .OrderBy(redirect => redirect.Value, StringComparer.Ordinal),
        ];
}
