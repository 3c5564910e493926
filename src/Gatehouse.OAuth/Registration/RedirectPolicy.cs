namespace Gatehouse.OAuth.Registration;

/// <summary>
/// Which redirect addresses a client that nobody configured may use. Everything not named is refused: of a known web client the exact addresses,
/// so that an open redirector elsewhere on its host is no target; a private scheme must be known or reverse-domain (RFC 8252 §7.1),
/// since a scheme may start any program (<c>ms-msdt:</c>, <c>search-ms:</c>).
/// </summary>
public sealed class RedirectPolicy
{
    private readonly List<RedirectPattern> webAddresses;
    private readonly HashSet<string> webHosts;
    private readonly HashSet<string> privateSchemes;

    /// <summary>Makes a policy.</summary>
    /// <param name="webAddresses">Exact addresses.</param>
    /// <param name="webHosts">Hosts, each with every path.</param>
    /// <param name="privateSchemes">Schemes that are not reverse-domain.</param>
    public RedirectPolicy(
        IEnumerable<RedirectPattern> webAddresses,
        IEnumerable<string> webHosts,
        IEnumerable<string> privateSchemes
    )
    {
        this.webAddresses = [.. webAddresses];
        this.webHosts = [.. webHosts.Select(host => host.ToLowerInvariant())];
        this.privateSchemes = [.. privateSchemes.Select(scheme => scheme.ToLowerInvariant())];
    }

    /// <summary>Null when the address may be used; otherwise why not and which key allows it.</summary>
    public OAuthError? Refuses(RedirectUri redirect) =>
        redirect.Kind switch
        {
            RedirectUriKind.Web when !IsAllowedPage(redirect) => Refusal(
                $"The address at {redirect.Host} is not one of a known web client. The operator can add the host to WebHosts."
            ),
            RedirectUriKind.PrivateScheme when !IsAllowedScheme(redirect.Host) => Refusal(
                $"The scheme {redirect.Host} is not on the list of apps. The operator can add it to PrivateSchemes."
            ),
            _ => null,
        };

    private bool IsAllowedPage(RedirectUri redirect) =>
        webHosts.Contains(redirect.Host) || webAddresses.Exists(pattern => pattern.Matches(redirect));

    // A dot makes it reverse-domain. The few such schemes that an operating system ships open an app (camera, photos), never a command.
    private bool IsAllowedScheme(string scheme) =>
        scheme.Contains('.', StringComparison.Ordinal) || privateSchemes.Contains(scheme);

    private static OAuthError Refusal(string description) => new(OAuthErrorCodes.InvalidRedirectUri, description);
}
