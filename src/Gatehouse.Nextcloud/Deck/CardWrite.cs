using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>
/// A card as PUT takes it: all of what was read, changed. Deck erases what the body leaves out (text, due date, done mark, and in newer
/// versions start date and color), so members nobody here knows are sent back as they came.
/// </summary>
internal static class CardWrite
{
    /// <summary>Members of an answer that a write does not take; the list is named by the address, the archive mark has a route of its own.</summary>
    private static readonly ImmutableHashSet<string> answerOnly =
    [
        "id",
        "stackId",
        "boardId",
        "board",
        "archived",
        "labels",
        "assignedUsers",
        "attachments",
        "attachmentCount",
        "commentsUnread",
        "commentsCount",
        "createdAt",
        "lastModified",
        "lastEditor",
        "deletedAt",
        "descriptionPrev",
        "notified",
        "overdue",
        "referenceData",
        "relatedStack",
        "relatedBoard",
        "ETag",
    ];

    public static JsonObject Of(JsonObject read, Card card, CardChange change)
    {
        var write = new JsonObject();
        foreach (var (name, value) in read.Where(m => !answerOnly.Contains(m.Key)))
            write[name] = value?.DeepClone();

        write["owner"] = card.OwnerId;
        write["description"] = change.Description ?? card.Description;
        if (change.Title is { } title)
            write["title"] = title;
        if (change.Due is { } due)
            write["duedate"] = Text(due);
        if (change.NoDue)
            write["duedate"] = null;
        if (change.Done is { } done)
            write["done"] = Text(done);
        if (change.NotDone)
            write["done"] = null;
        return write;
    }

    private static string Text(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
