using System.Text.Json.Nodes;

namespace Gatehouse.Interop.Tests.Clients;

/// <summary>What every client does once it is in: a note and a file, written and read back.</summary>
internal static class NotesAndFiles
{
    public static async Task WorkAsync(DrivenClient client, string name, CancellationToken cancellationToken)
    {
        var text = $"Written through {name}, with an umlaut: ü.";
        var note = await client.CallAsync(
            "create_note",
            new JsonObject { ["title"] = $"Note of {name}", ["content"] = text },
            cancellationToken
        );
        var read = await client.CallAsync(
            "read_note",
            new JsonObject { ["id"] = note["id"]!.DeepClone() },
            cancellationToken
        );
        Assert.Equal(text, (string?)read["content"]);

        var path = $"/{name.Trim()}.md";
        await client.CallAsync("write_file", new JsonObject { ["path"] = path, ["text"] = text }, cancellationToken);
        var file = await client.CallAsync("read_file", new JsonObject { ["path"] = path }, cancellationToken);
        Assert.Equal(text, (string?)file["text"]);
    }
}
