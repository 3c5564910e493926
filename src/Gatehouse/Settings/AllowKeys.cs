namespace Gatehouse.Settings;

/// <summary>Rules about who may sign in that name nobody, in file, environment and flags together: once they are bound they cannot be told from no rule.</summary>
internal static class AllowKeys
{
    public static IEnumerable<string> Problems(IConfiguration configuration) =>
        from provider in configuration.GetSection(nameof(ServerSettings.IdentityProviders)).GetChildren()
        from key in provider.GetChildren()
        where key.Key.Equals(nameof(IdentityProviderOptions.Allow), StringComparison.OrdinalIgnoreCase)
        from problem in OfAllow(key)
        select problem;

    private static List<string> OfAllow(IConfigurationSection allow)
    {
        var lists = allow
            .GetChildren()
            .Where(list => !list.Key.Equals(nameof(AllowOptions.Everyone), StringComparison.OrdinalIgnoreCase))
            .ToList();

        // A list that names nobody is no list to whoever reads the rule, and everybody to who wrote it.
        var empty = lists
            .Where(list => !SaysSomething(list))
            .Select(list => $"{list.Path}: it names nobody. Name somebody, or take the key away.")
            .ToList();
        return lists.Count > 0 || !string.IsNullOrEmpty(allow.Value) || IsForEveryone(allow)
            ? empty
            :
            [
                $"{allow.Path}: it names nobody. Say who may sign in, or set {allow.Path}:Everyone to true if you mean everybody.",
            ];
    }

    private static bool IsForEveryone(IConfigurationSection allow) =>
        bool.TryParse(allow[nameof(AllowOptions.Everyone)], out var everyone) && everyone;

    private static bool SaysSomething(IConfigurationSection section) =>
        !string.IsNullOrEmpty(section.Value) || section.GetChildren().Any();
}
