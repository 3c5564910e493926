using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Hosting;

/// <summary>RFC 6749 §3.3, and what the provider takes.</summary>
internal static class ScopeRules
{
    public static IEnumerable<string> Problems(IdentityProviderOptions options, IdentityProviderFacts facts)
    {
        foreach (var scope in options.Scopes.Where(scope => !IsScope(scope)))
        {
            yield return $"Scopes: '{scope}' is no scope: one word each, of visible ASCII characters.";
        }

        if (facts.Scopes.HasNone && options.Scopes.Count > 0)
        {
            yield return $"Scopes: {facts.Name} has none; what was registered there decides.";
        }

        if (facts.Scopes.Only.Count > 0)
        {
            foreach (var scope in options.Scopes.Except(facts.Scopes.Only))
            {
                yield return $"Scopes: {facts.Name} knows no '{scope}'. Known ones: {string.Join(", ", facts.Scopes.Only)}.";
            }
        }

        if (
            facts.Scopes.Prefix is { } prefix
            && options.Scopes.Any(scope => ConfiguredProvider.NeedsPrefix(scope, facts))
        )
        {
            foreach (var name in Template.Names(prefix).Where(name => !options.Settings.ContainsKey(name)))
            {
                var meaning = facts.Settings.FirstOrDefault(setting => setting.Name == name)?.Meaning;
                yield return $"Settings:{name} is missing: the Scopes are short names, and it belongs before them. {meaning}";
            }
        }
    }

    private static bool IsScope(string scope) =>
        scope.Length > 0
        && !scope.AsSpan().ContainsAnyExceptInRange('!', '~')
        && !scope.AsSpan().ContainsAny('"', '\\');
}
