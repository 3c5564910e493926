using System.Globalization;
using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Notes;

/// <summary>
/// One answer to a list: notes in full, then (in the last chunk only) the bare ids of those the client has already: changed before
/// <c>pruneBefore</c>, or sent in an earlier chunk. The cursor is <c>start-changed-id</c> of the last note sent.
/// </summary>
internal sealed record NotePage(IReadOnlyList<Note> Full, IReadOnlyList<Note> Pruned, string? Cursor, int Pending)
{
    public static NotePage Of(IReadOnlyList<Note> notes, IQueryCollection query, long now)
    {
        var pruneBefore = Number(query["pruneBefore"]);
        var size = (int)Math.Clamp(Number(query["chunkSize"]), 0, int.MaxValue);
        var cursor = query["chunkCursor"].ToString().Split('-').Select(Number).ToArray();
        var start = cursor is [var started, _, _] ? started : now;
        var due = notes
            .OrderBy(note => note.File.Changed)
            .ThenBy(note => note.Id)
            .Where(note => pruneBefore == 0 || note.File.Changed > pruneBefore)
            .Where(note =>
                cursor is not [_, var changed, var id]
                || note.File.Changed > changed
                || (note.File.Changed == changed && note.Id > id)
            )
            .ToList();
        var full = size > 0 ? due.Take(size).ToList() : due;
        var pending = due.Count - full.Count;
        return pending == 0
            ? new NotePage(full, [.. notes.Except(full)], null, 0)
            : new NotePage(
                full,
                [],
                string.Create(CultureInfo.InvariantCulture, $"{start}-{full[^1].File.Changed}-{full[^1].Id}"),
                pending
            );
    }

    public JsonArray ToJson(IReadOnlyCollection<string> exclude) =>
        new([
            .. Full.Select(JsonNode (note) => note.ToJson(exclude)),
            .. Pruned.Select(JsonNode (note) => new JsonObject { ["id"] = note.Id }),
        ]);

    private static long Number(string? text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
