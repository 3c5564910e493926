namespace Gatehouse.Testing.Recordings;

/// <summary>What may be sent to a Nextcloud: what was recorded, and the exceptions that stand with their reasons in one file.</summary>
public static class RecordedTemplates
{
    private static readonly Lazy<HashSet<RequestTemplate>> recorded = new(() =>
        [.. Recording.Everything().Select(r => RequestTemplate.Of(r.Request.Method, r.Request.Path))]
    );

    private static readonly Lazy<IReadOnlyDictionary<RequestTemplate, string>> exceptions = new(ReadExceptions);

    /// <summary>The exceptions and their reasons, from <c>tests/Gatehouse.Nextcloud.Tests/unrecorded-requests.txt</c>.</summary>
    public static IReadOnlyDictionary<RequestTemplate, string> Exceptions => exceptions.Value;

    /// <summary>Was such a request recorded?</summary>
    public static bool IsRecorded(RequestTemplate template) => recorded.Value.Contains(template);

    /// <summary>Was it recorded, or is it an exception?</summary>
    public static bool IsKnown(RequestTemplate template) => IsRecorded(template) || Exceptions.ContainsKey(template);

    private static Dictionary<RequestTemplate, string> ReadExceptions()
    {
        var lines = File.ReadAllLines(RecordingFolder.InTests("Gatehouse.Nextcloud.Tests/unrecorded-requests.txt"));
        return lines
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(parts => new RequestTemplate(parts[0], parts[1]), parts => parts.Length > 2 ? parts[2] : "");
    }
}
