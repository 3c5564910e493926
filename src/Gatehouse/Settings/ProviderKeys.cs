using System.Globalization;

namespace Gatehouse.Settings;

/// <summary>
/// What is written below <c>IdentityProviders</c>, in file, environment and flags together, and would be dropped without a word when it is bound: a rule about who
/// may sign in that is not read lets everybody in.
/// </summary>
internal static class ProviderKeys
{
    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        var providers = configuration.GetSection(nameof(ServerSettings.IdentityProviders));
        return string.IsNullOrEmpty(providers.Value)
            ? providers.GetChildren().SelectMany(OfProvider)
            : [$"{providers.Path}: it must be a list of providers, not a text."];
    }

    private static IEnumerable<string> OfProvider(IConfigurationSection provider)
    {
        if (!int.TryParse(provider.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return
            [
                $"{provider.Path}: it must stand inside a provider of the list, such as {nameof(ServerSettings.IdentityProviders)}:0:{provider.Key}.",
            ];
        }

        return Of(provider, typeof(IdentityProviderOptions));
    }

    private static IEnumerable<string> Of(IConfigurationSection owner, Type settings)
    {
        if (!string.IsNullOrEmpty(owner.Value))
        {
            return [$"{owner.Path}: it must have keys of its own, not a text."];
        }

        var forms =
            from section in owner.GetChildren()
            let property = settings
                .GetProperties()
                .FirstOrDefault(known => known.Name.Equals(section.Key, StringComparison.OrdinalIgnoreCase))
            where property is not null
            from problem in OfProperty(section, property.PropertyType)
            select problem;
        return UnknownKeys.Of(owner, settings).Concat(forms);
    }

    private static IEnumerable<string> OfProperty(IConfigurationSection section, Type type) =>
        type == typeof(AllowOptions) ? OfAllow(section)
        : type == typeof(IList<string>) ? OfTexts(section, "a list, such as [\"one\", \"two\"]")
        : type == typeof(IDictionary<string, string>) ? OfTexts(section, "names with a text each")
        : section.GetChildren().Any() ? [$"{section.Path}: it must be one value."]
        : [];

    private static IEnumerable<string> OfTexts(IConfigurationSection section, string form)
    {
        if (!string.IsNullOrEmpty(section.Value))
        {
            return [$"{section.Path}: it must be {form}, not one text."];
        }

        return section
            .GetChildren()
            .Where(entry => entry.GetChildren().Any())
            .Select(entry => $"{entry.Path}: it must be a text.");
    }

    private static List<string> OfAllow(IConfigurationSection allow)
    {
        var problems = Of(allow, typeof(AllowOptions)).ToList();
        if (problems.Count > 0)
        {
            return problems;
        }

        // A list that names nobody is no list to whoever reads the rule, and everybody to who wrote it.
        var empty = allow
            .GetChildren()
            .Where(list =>
                !list.Key.Equals(nameof(AllowOptions.Everyone), StringComparison.OrdinalIgnoreCase)
                && !list.GetChildren().Any()
            )
            .Select(list => $"{list.Path}: it names nobody. Name somebody, or take the key away.")
            .ToList();
        return empty.Count > 0 ? empty
            : bool.TryParse(allow[nameof(AllowOptions.Everyone)], out var everyone) && everyone ? []
            : allow.GetChildren().Any(list => list.GetChildren().Any()) ? []
            :
            [
                $"{allow.Path}: it names nobody. Say who may sign in, or set {allow.Path}:Everyone to true if you mean everybody.",
            ];
    }
}
