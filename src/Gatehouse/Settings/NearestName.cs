namespace Gatehouse.Settings;

/// <summary>Which name somebody probably meant.</summary>
internal static class NearestName
{
    /// <summary>The name that differs least, by a third of its letters at most; case and underscores count for nothing. Null when all are further away.</summary>
    public static string? To(string written, IEnumerable<string> names) =>
        names
            .Select(name => (Name: name, Distance: Distance(Plain(written), Plain(name))))
            .Where(near => near.Distance <= near.Name.Length / 3)
            .OrderBy(near => near.Distance)
            .FirstOrDefault()
            .Name;

    private static string Plain(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    // Levenshtein: how many letters have to be put in, taken out or replaced.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
