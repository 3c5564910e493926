namespace Gatehouse.OAuth.Registration.Documents;

/// <summary>Whose documents are taken: a domain stands for itself and everything below it.</summary>
/// <param name="allowed">When there are any, no others.</param>
/// <param name="denied">Never these.</param>
public sealed class ClientDomains(IEnumerable<string> allowed, IEnumerable<string> denied)
{
    private readonly List<string> allowedDomains = [.. allowed.Select(domain => domain.ToLowerInvariant())];
    private readonly List<string> deniedDomains = [.. denied.Select(domain => domain.ToLowerInvariant())];

    /// <summary>True when the operator named the domain of a host: then its documents may also name pages of that host.</summary>
    public bool Names(string host) => !IsDenied(host) && allowedDomains.Exists(domain => IsWithin(host, domain));

    /// <summary>Null when documents of this host are taken.</summary>
    public OAuthError? Refuses(string host) =>
        IsDenied(host) || (allowedDomains.Count > 0 && !Names(host))
            ? new OAuthError(
                OAuthErrorCodes.InvalidClient,
                $"The operator does not take clients that {host} describes (AllowedClientDomains, DeniedClientDomains)."
            )
            : null;

    private bool IsDenied(string host) => deniedDomains.Exists(domain => IsWithin(host, domain));

    private static bool IsWithin(string host, string domain) =>
        host == domain || host.EndsWith("." + domain, StringComparison.Ordinal);
}
