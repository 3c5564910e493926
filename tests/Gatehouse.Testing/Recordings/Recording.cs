using System.Collections.Immutable;
using System.Text.Json;

namespace Gatehouse.Testing.Recordings;

/// <summary>
/// One exchange with a real Nextcloud, from <c>tests/recordings/FOLDER/NAME.json</c> (what they are: <c>tests/recordings/README.md</c>).
/// Secrets stand in it as <c>{{placeholders}}</c>; <see cref="With"/> puts values in their places.
/// </summary>
public sealed record Recording(string Folder, string Name, RecordedRequest Request, RecordedResponse Response)
{
    /// <summary>Loads one recording, e.g. <c>Load("notes", "12-get")</c>.</summary>
    public static Recording Load(string folder, string name) => Read(RecordingFolder.File(folder, name));

    /// <summary>All exchanges of a folder in the order in which they were recorded.</summary>
    public static ImmutableArray<Recording> All(string folder) =>
        [.. RecordingFolder.Files(folder).Where(IsExchange).Select(Read)];

    /// <summary>All exchanges of all folders.</summary>
    public static ImmutableArray<Recording> Everything() => [.. RecordingFolder.Names().SelectMany(n => All(n))];

    /// <summary>The names of the placeholders that occur anywhere in the exchange, without braces.</summary>
    public ImmutableSortedSet<string> Placeholders =>
        [.. Placeholder.NamesIn(Request), .. Placeholder.NamesIn(Response)];

    /// <summary>
    /// The exchange with values in the places of its placeholders (those without a value stay), and with
    /// <c>Basic base64(user:password)</c> encoded as it goes over the wire.
    /// </summary>
    public Recording With(IReadOnlyDictionary<string, string> values) =>
        this with
        {
            Request = Placeholder.Fill(Request, values),
            Response = Placeholder.Fill(Response, values),
        };

    /// <summary>Folder and name: what a failing test should say.</summary>
    public override string ToString() => $"{Folder}/{Name}";

    private static bool IsExchange(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.ValueKind == JsonValueKind.Object;
    }

    private static Recording Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return new(
            Path.GetFileName(Path.GetDirectoryName(file)!),
            Path.GetFileNameWithoutExtension(file),
            RecordedRequest.Read(json.RootElement.GetProperty("request")),
            RecordedResponse.Read(json.RootElement.GetProperty("response"))
        );
    }
}
