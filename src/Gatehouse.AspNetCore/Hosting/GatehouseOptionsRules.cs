using Gatehouse.AspNetCore.Keys;
using Gatehouse.OAuth;
using Microsoft.Extensions.Options;

namespace Gatehouse.AspNetCore.Hosting;

/// <summary>Every rule of the options; all problems are reported, each with its key.</summary>
internal sealed class GatehouseOptionsRules : IValidateOptions<GatehouseOptions>
{
    // What is outside was not meant: a unit was mistaken, and the tokens are dead at once or hardly ever end.
    private static readonly TimeSpan ShortestAccessToken = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestAccessToken = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestRefreshToken = TimeSpan.FromDays(3650);

    public ValidateOptionsResult Validate(string? name, GatehouseOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(GatehouseOptions options)
    {
        if (options.PublicUrl is null)
        {
            yield return "PublicUrl is missing: the address people and clients use, such as https://mcp.example.com.";
        }
        else if (Issuer.Parse(options.PublicUrl).Error is { } error)
        {
            yield return $"PublicUrl: {error.Description}.";
        }

        if (
            options.ResourcePath is not ['/', _, ..]
            || options.ResourcePath[^1] == '/'
            || options.ResourcePath.AsSpan().ContainsAny("?#% ")
        )
        {
            yield return $"ResourcePath: '{options.ResourcePath}' must look like /mcp.";
        }

        if (options.Scopes.Count == 0)
        {
            yield return "Scopes: there must be at least one; without it nothing could be granted.";
        }

        foreach (var scope in Repeated(options.Scopes.Select(scope => scope.Scope.Value)))
        {
            yield return $"Scopes: {scope} is there more than once.";
        }

        foreach (var problem in options.Clients.SelectMany(ProblemsOf))
        {
            yield return problem;
        }

        foreach (var id in Repeated(options.Clients.Select(client => client.Id)))
        {
            yield return $"Clients: the Id '{id}' is there more than once.";
        }

        foreach (var origin in options.AllowedOrigins.Where(origin => Issuer.Parse(origin).Error is not null))
        {
            yield return $"AllowedOrigins: '{origin}' is not an origin such as https://inspector.example.com.";
        }

        if (!Enum.IsDefined(options.ClientMetadataDocuments))
        {
            yield return "ClientMetadataDocuments must be auto, on or off.";
        }

        foreach (var domain in options.AllowedClientDomains.Where(domain => !IsDomain(domain)))
        {
            yield return $"AllowedClientDomains: '{domain}' is not a domain such as example.com.";
        }

        foreach (var domain in options.DeniedClientDomains.Where(domain => !IsDomain(domain)))
        {
            yield return $"DeniedClientDomains: '{domain}' is not a domain such as example.com.";
        }

        foreach (var scope in options.PasswordScopes.Except(options.Scopes.Select(known => known.Scope.Value)))
        {
            yield return $"PasswordScopes: '{scope}' is none of the scopes of this server.";
        }

        if (options.AccessTokenLifetime < ShortestAccessToken || options.AccessTokenLifetime > LongestAccessToken)
        {
            yield return $"AccessTokenLifetime: {options.AccessTokenLifetime} must be from {ShortestAccessToken} to {LongestAccessToken}; an hour is 01:00:00.";
        }

        if (
            options.RefreshTokenLifetime < options.AccessTokenLifetime
            || options.RefreshTokenLifetime > LongestRefreshToken
        )
        {
            yield return $"RefreshTokenLifetime: {options.RefreshTokenLifetime} must be from AccessTokenLifetime, {options.AccessTokenLifetime}, to {LongestRefreshToken}; ninety days are 90.00:00:00.";
        }

        if (options.RefreshGraceWindow < TimeSpan.Zero)
        {
            yield return "RefreshGraceWindow must not be negative; zero switches it off.";
        }

        if (options.MaximumOpenSignIns < 1)
        {
            yield return "MaximumOpenSignIns must be at least 1.";
        }

        if (options.MaximumConcurrentStarts < 1)
        {
            yield return "MaximumConcurrentStarts must be at least 1.";
        }

        if (MasterKey.Problem(options) is { } problemOfKey)
        {
            yield return problemOfKey;
        }
    }

    private static bool IsDomain(string text) =>
        Uri.CheckHostName(text) == UriHostNameType.Dns
        && text.Contains('.', StringComparison.Ordinal)
        && text[^1] != '.';

    private static IEnumerable<string> Repeated(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key);

    private static IEnumerable<string> ProblemsOf(Registration.ConfiguredClient client, int index)
    {
        if (ClientId.Parse(client.Id).Error is { } error)
        {
            yield return $"Clients:{index}:Id: {error.Description}";
        }

        if (client.RedirectUris.Count == 0)
        {
            yield return $"Clients:{index}:RedirectUris: there must be at least one.";
        }

        foreach (var uri in client.RedirectUris)
        {
            if (RedirectUri.Parse(uri).Error is { } problem)
            {
                yield return $"Clients:{index}:RedirectUris: {problem.Description}";
            }
        }
    }
}
