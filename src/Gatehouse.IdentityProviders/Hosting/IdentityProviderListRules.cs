using Microsoft.Extensions.Options;

namespace Gatehouse.IdentityProviders.Hosting;

/// <summary>Every rule of all providers; all problems are reported, each with its key.</summary>
internal sealed class IdentityProviderListRules : IValidateOptions<IdentityProviderList>
{
    // The sign-in at Nextcloud itself, which is configured elsewhere.
    private const string Taken = "nextcloud";

    public ValidateOptionsResult Validate(string? name, IdentityProviderList options)
    {
        var problems = Problems([.. options.Items]).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    public static IEnumerable<string> Problems(IReadOnlyList<IdentityProviderOptions> providers) =>
        providers
            .SelectMany(
                (provider, index) =>
                    new IdentityProviderOptionsRules(provider)
                        .Problems()
                        .Select(problem => $"IdentityProviders:{index}:{problem}")
            )
            .Concat(NameProblems(providers));

    public static IEnumerable<string> LinkProblems(IReadOnlyList<IdentityProviderOptions> providers) =>
        providers.SelectMany(
            (provider, index) =>
                AccountClaimRules.LinkProblems(provider).Select(problem => $"IdentityProviders:{index}:{problem}")
        );

    private static IEnumerable<string> NameProblems(IReadOnlyList<IdentityProviderOptions> providers)
    {
        var names = providers
            .Select((provider, index) => (Name: provider.Name ?? PresetChoice.Of(provider)?.Slug, Index: index))
            .Where(named => named.Name is not null)
            .GroupBy(named => named.Name!, StringComparer.Ordinal);
        foreach (var same in names)
        {
            foreach (var (name, index) in same.Where(named => named.Name == Taken))
            {
                yield return $"IdentityProviders:{index}:Name: '{name}' is the sign-in at Nextcloud itself; choose another name.";
            }

            foreach (var (name, index) in same.Skip(1))
            {
                yield return $"IdentityProviders:{index}:Name: '{name}' is there more than once; give each provider a Name of its own.";
            }
        }
    }
}
