using Gatehouse.IdentityProviders.Facts;
using Gatehouse.OAuth;
using Microsoft.Extensions.Options;

namespace Gatehouse.IdentityProviders.Hosting;

/// <summary>Every rule of the options; all problems are reported, each with its key.</summary>
internal sealed class ResourceServerOptionsRules(IOptions<GatehouseOptions> gatehouse)
    : IValidateOptions<ResourceServerOptions>
{
    // Every token of a Keycloak realm is for its account console, and every token of an AD FS without a resource for its userinfo.
    private static readonly string[] Everybodys = ["account", "urn:microsoft:userinfo"];

    public ValidateOptionsResult Validate(string? name, ResourceServerOptions options)
    {
        var problems = Problems(options, gatehouse.Value).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(ResourceServerOptions options, GatehouseOptions gatehouse)
    {
        var facts = PresetChoice.Of(options.Provider);
        if (facts is not null && Unprovable(options, facts) is { } unprovable)
        {
            yield return unprovable;
            yield break;
        }

        foreach (var problem in ProviderProblems(options, facts))
        {
            yield return $"Provider:{problem}";
        }

        foreach (var audience in options.Audiences.Where(audience => Everybodys.Contains(audience)))
        {
            yield return $"Audiences: '{audience}' is in the tokens of every application of the provider, so it does not prove that a token is for this server.";
        }

        foreach (var audience in options.Audiences.Where(string.IsNullOrWhiteSpace))
        {
            yield return $"Audiences: '{audience}' is no audience.";
        }

        var known = gatehouse.Scopes.Select(scope => scope.Scope).ToHashSet();
        foreach (var (theirs, ours) in options.ScopeMap)
        {
            foreach (var scope in ours.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!Scope.TryParse(scope, out var parsed) || !known.Contains(parsed))
                {
                    yield return $"ScopeMap:{theirs}: '{scope}' is none of the scopes of this server.";
                }
            }
        }

        if (gatehouse.PasswordSignIn)
        {
            yield return "PasswordSignIn: there are no passwords where a provider gives the tokens. Switch it off.";
        }

        if (gatehouse.PublicUrl is null)
        {
            yield break;
        }

        if (!Issuer.Parse(gatehouse.PublicUrl).Succeeded(out var own, out var error))
        {
            yield return $"PublicUrl: {error.Description}.";
        }
        else if (options.Provider.Issuer == own.Value)
        {
            yield return "Provider:Issuer: this is PublicUrl, the address of this server itself.";
        }
    }

    // A server that only verifies signatures is no client of the provider.
    private static IEnumerable<string> ProviderProblems(ResourceServerOptions options, IdentityProviderFacts? facts)
    {
        var needsClient =
            options.Introspection
            || facts?.AccessTokens.Form == AccessTokenForm.Introspection
            || (options.Clients.Count == 0 && facts?.AccessTokens.Required.Values.Contains("{clientId}") == true);
        foreach (var problem in new IdentityProviderOptionsRules(options.Provider).Problems())
        {
            if (needsClient || !problem.StartsWith("Client", StringComparison.Ordinal))
            {
                yield return problem;
            }
        }

        if (options.Provider.Upstream != "none")
        {
            yield return "Upstream: must be none. The client's token is never sent on; to act as the person elsewhere, let Gatehouse give the tokens (AddIdentityProvider).";
        }
    }

    private static string? Unprovable(ResourceServerOptions options, IdentityProviderFacts facts)
    {
        const string Instead =
            "Let Gatehouse give the tokens in its place (AddIdentityProvider): people still sign in there.";
        if (facts.AccessTokens.Unprovable is { } reason)
        {
            return $"Access tokens of {facts.Name} cannot be taken as they are. {reason} {Instead}";
        }

        return facts.AccessTokens.Form == AccessTokenForm.Opaque && !options.Introspection
            ? $"Access tokens of {facts.Name} cannot be taken as they are: only {facts.Name} itself can read them. {Instead}"
            : null;
    }
}
