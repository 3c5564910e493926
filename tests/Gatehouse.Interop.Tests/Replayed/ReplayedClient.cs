using System.Text.Json;
using System.Text.Json.Serialization;
using Gatehouse.Interop.Tests.Clients;
using Gatehouse.Interop.Tests.Compatibility;

namespace Gatehouse.Interop.Tests.Replayed;

/// <summary>
/// A client that cannot run here, as the requests it is known to send: one file of <c>Replayed/Clients</c>. What is expected of the answers
/// stands there too, so that a new client is a new file and no code.
/// </summary>
internal sealed record ReplayedClient
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Its page in <c>docs/clients</c>, without the ending.</summary>
    public required string Client { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The version the requests are known of, and how it registers where that matters.</summary>
    public required string Version { get; init; }

    /// <summary>Where its requests are known from; a step that is known from elsewhere says so itself.</summary>
    public required string Source { get; init; }

    /// <summary>What no source says and was filled in.</summary>
    public required string FilledIn { get; init; }

    /// <summary>The protocol revision it speaks at the MCP endpoint.</summary>
    public required string Protocol { get; init; }

    /// <summary>It is to be known by its metadata document, so the server says that it reads such; its own copy must do, for nothing is fetched.</summary>
    public bool Documents { get; init; }

    /// <summary>Headers of its MCP requests.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Steps it does more than once, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ReplayedStep>> Blocks { get; init; } =
        new Dictionary<string, IReadOnlyList<ReplayedStep>>();

    /// <summary>What it does, in order.</summary>
    public required IReadOnlyList<ReplayedStep> Steps { get; init; }

    /// <summary>Its line of the compatibility page.</summary>
    public MatrixClient Line => new(Name, Version, ClientKind.Replayed, $"Known from: {Source}. Filled in: {FilledIn}");

    /// <summary>The names of the files, without the ending.</summary>
    public static IEnumerable<string> Files =>
        Directory
            .EnumerateFiles(Path.Combine(Folder, "Clients"), "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal);

    /// <summary>Its page for people.</summary>
    public string PagePath => Path.Combine(ClientFolder.Root(), "docs", "clients", Client + ".md");

    private static string Folder => Path.Combine(ClientFolder.Root(), "tests", "Gatehouse.Interop.Tests", "Replayed");

    /// <summary>Reads one file.</summary>
    public static ReplayedClient Read(string file) =>
        Read<ReplayedClient>(Path.Combine(Folder, "Clients", file + ".json"));

    /// <summary>The steps, with those they use in their place: blocks of its own, or the ones every client of the SDKs does alike.</summary>
    public IEnumerable<ReplayedStep> AllSteps()
    {
        var shared = Read<Dictionary<string, IReadOnlyList<ReplayedStep>>>(Path.Combine(Folder, "shared.json"));
        return Expand(Steps);

        IEnumerable<ReplayedStep> Expand(IReadOnlyList<ReplayedStep> steps) =>
            steps.SelectMany(step =>
                step.Use is not { } name ? [step]
                : Blocks.TryGetValue(name, out var own) ? Expand(own).Select(used => used.For(step))
                : shared.TryGetValue(name, out var everyones) ? Expand(everyones).Select(used => used.For(step))
                : throw new InvalidDataException($"{Name} uses the steps '{name}', which are nowhere.")
            );
    }

    private static T Read<T>(string path)
    {
        using var file = File.OpenRead(path);
        return JsonSerializer.Deserialize<T>(file, Format) ?? throw new InvalidDataException($"{path} is empty.");
    }
}
