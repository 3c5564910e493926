using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Nextcloud.Tables;

/// <summary>A column as it is written. The app erases what a change leaves out (defaults, limits), so all of what was read is sent back.</summary>
internal static class ColumnWrite
{
    private static readonly ImmutableHashSet<string> answerOnly =
    [
        "id",
        "tableId",
        "type",
        "createdBy",
        "createdByDisplayName",
        "createdAt",
        "lastEditBy",
        "lastEditByDisplayName",
        "lastEditAt",
        "viewColumnInformation",
    ];

    public static JsonObject Of(ColumnDraft draft)
    {
        var (type, subtype) = ColumnKinds.Of(draft.Kind);
        var write = new JsonObject
        {
            ["title"] = draft.Title,
            ["type"] = type,
            ["subtype"] = subtype,
            ["mandatory"] = draft.IsMandatory,
        };
        if (draft.Description is { } description)
            write["description"] = description;
        if (draft.Suffix is { } suffix)
            write["numberSuffix"] = suffix;
        if (draft.Options is { } options)
            write["selectionOptions"] = Text([.. options.Select((label, id) => new ColumnOption(id, label))]);
        if (draft.Kind == ColumnKind.People)
        {
            write["usergroupSelectUsers"] = true;
            write["usergroupSelectGroups"] = true;
            write["usergroupMultipleItems"] = true;
        }

        return write;
    }

    public static JsonObject Of(TableColumn column, ColumnChange change)
    {
        var write = new JsonObject();
        foreach (var (name, value) in column.Read.Where(m => !answerOnly.Contains(m.Key)))
        {
            if (Kept(value) is { } kept)
                write[name] = kept;
        }

        write["title"] = change.Title ?? column.Title;
        write["mandatory"] = change.IsMandatory ?? column.IsMandatory;
        write["description"] = change.Description ?? column.Description;
        if (change.Suffix is { } suffix)
            write["numberSuffix"] = suffix;
        if (change.Options is { } options)
            write["selectionOptions"] = Text(Merged(column.Options, options));
        return write;
    }

    /// <summary>Lists are written as JSON within a text; empty ones, and what is not set, stay away.</summary>
    private static JsonNode? Kept(JsonNode? value)
    {
        if (value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 })
            return null;

        return value is JsonArray list ? JsonValue.Create(list.ToJsonString()) : value.DeepClone();
    }

    private static IReadOnlyList<ColumnOption> Merged(IReadOnlyList<ColumnOption> now, IReadOnlyList<string> labels)
    {
        var next = now.Count == 0 ? 0 : now.Max(o => o.Id) + 1;
        return [.. labels.Select(l => now.FirstOrDefault(o => o.Label == l) ?? new ColumnOption(next++, l))];
    }

    private static string Text(IReadOnlyList<ColumnOption> options) =>
        JsonSerializer.Serialize(options, TablesJson.Default.IReadOnlyListColumnOption);
}
