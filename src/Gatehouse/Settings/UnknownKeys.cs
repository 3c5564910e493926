namespace Gatehouse.Settings;

/// <summary>
/// Keys nobody reads, which are mistakes. Of the file only: a container platform puts GATEHOUSE_PORT and the like into the environment of whoever is called
/// gatehouse.
/// </summary>
internal static class UnknownKeys
{
    public static IEnumerable<string> Of(IConfiguration file) =>
        Of(file, typeof(ServerSettings))
            .Where(problem => !problem.StartsWith("$schema:", StringComparison.Ordinal))
            .Concat(file.GetSection(nameof(ServerSettings.IdentityProviders)).GetChildren().SelectMany(OfProvider));

    private static IEnumerable<string> OfProvider(IConfigurationSection provider) =>
        Of(provider, typeof(IdentityProviderOptions))
            .Concat(Of(provider.GetSection(nameof(IdentityProviderOptions.Allow)), typeof(AllowOptions)));

    private static IEnumerable<string> Of(IConfiguration owner, Type settings)
    {
        var known = settings
            .GetProperties()
            .Select(property => property.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return owner
            .GetChildren()
            .Where(section => !known.Contains(section.Key))
            .Select(section =>
                $"{section.Path}: there is no such key. Known keys: {string.Join(", ", known.Order(StringComparer.Ordinal))}."
            );
    }
}
