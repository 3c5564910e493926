namespace Gatehouse.DemoCloud.Tests.Replay;

/// <summary>The recordings that are not replayed, each with its reason (<c>not-replayed.txt</c>).</summary>
internal static class NotReplayed
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = Read();

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(NotReplayed).Assembly.GetManifestResourceStream("not-replayed.txt")!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(parts => parts[0], parts => parts.Length > 1 ? parts[1] : "", StringComparer.Ordinal);
    }
}
