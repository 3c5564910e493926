namespace Gatehouse.Settings;

/// <summary>
/// Keys nobody reads, which are mistakes. Most are looked for in the file only: a container platform puts GATEHOUSE_PORT and the like into the environment of
/// whoever is called gatehouse. Below the providers nothing but an operator writes, so there they are looked for everywhere (<see cref="ProviderKeys"/>).
/// </summary>
internal static class UnknownKeys
{
    /// <summary>Of the whole file, but what is inside a provider.</summary>
    public static IEnumerable<string> Of(IConfiguration file) =>
        Of(file, typeof(ServerSettings)).Where(problem => !problem.StartsWith("$schema:", StringComparison.Ordinal));

    /// <summary>Of one section, which is bound to that type.</summary>
    public static IEnumerable<string> Of(IConfiguration owner, Type settings)
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
