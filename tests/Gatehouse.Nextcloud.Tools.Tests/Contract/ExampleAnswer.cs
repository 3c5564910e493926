using System.Collections.Immutable;
using System.Text.Json;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

/// <summary>
/// What the cloud answers in an example: a recording, <c>FOLDER/NAME</c> or <c>FOLDER/NAME /other/path</c>, or what no recording has, written out.
/// </summary>
/// <param name="Method">The method it answers.</param>
/// <param name="Path">The path it answers, with query; a <c>*</c> in it stands for anything.</param>
/// <param name="Plan">Plans it at a cloud.</param>
internal sealed record ExampleAnswer(string Method, string Path, Action<RecordedCloud> Plan)
{
    public static ExampleAnswer Read(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? Recorded(json.GetString()!) : Written(json);

    /// <summary>Does it answer what goes to a declared request's route?</summary>
    public bool IsOf(string declared) =>
        RequestTemplate.Fits(declared, Method, Path)
        // A folder whose name is made on the way.
        || (Path.EndsWith('*') && RequestTemplate.Fits(declared, Method, Path + "/"));

    /// <summary>Does it answer what was sent?</summary>
    public bool Answers(SentRequest sent) => sent.GoesTo(Method, Path);

    private static ExampleAnswer Recorded(string text)
    {
        var parts = text.Split(' ', 2);
        var names = parts[0].Split('/');
        var request = Recording.Load(names[0], names[1]).Request;
        var path = parts.ElementAtOrDefault(1);
        return new(request.Method, path ?? request.Path, cloud => cloud.Play(names[0], names[1], path));
    }

    private static ExampleAnswer Written(JsonElement json)
    {
        var request = json.GetProperty("request").GetString()!.Split(' ', 2);
        var status = json.GetProperty("status").GetInt32();
        var type = json.GetProperty("type").GetString()!;
        var body = json.TryGetProperty("body", out var text) ? text.GetString()! : "";
        ImmutableArray<RecordedHeader> headers = json.TryGetProperty("headers", out var all)
            ? [.. all.EnumerateObject().Select(header => new RecordedHeader(header.Name, header.Value.GetString()!))]
            : [];
        return new(
            request[0],
            request[1],
            cloud => cloud.Answer(request[0], request[1], status, type, body, [.. headers])
        );
    }
}
