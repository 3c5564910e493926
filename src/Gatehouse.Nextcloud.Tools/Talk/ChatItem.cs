using System.ComponentModel;
using Gatehouse.Nextcloud.Talk;
using Gatehouse.Nextcloud.Texts;
using Gatehouse.Nextcloud.Tools.Times;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>A message.</summary>
internal sealed record ChatItem(
    long Id,
    string Time,
    [property: Description("The author's name.")] string Author,
    [property: Description("Their user id.")] string AuthorId,
    [property: Description("Markdown; mentions as @name.")] string Text,
    [property: Description("Talk tells what happened; nobody wrote it.")] bool? System = null,
    [property: Description("The message it answers.")] long? ReplyTo = null,
    [property: Description("How that one begins.")] string? ReplyToText = null,
    [property: Description("Emojis and how many people gave them.")] IReadOnlyDictionary<string, int>? Reactions = null,
    [property: Description("Files shared with it.")] IReadOnlyList<ChatFileItem>? Files = null,
    string? Edited = null,
    bool? Deleted = null
)
{
    private const int MaxReply = 120;

    public static ChatItem Of(PersonZone zone, ChatMessage message) =>
        new(
            message.Id,
            zone.Write(message.Time),
            message.Author.Name,
            message.Author.Id,
            message.Text,
            message.IsSystem ? true : null,
            message.ReplyTo?.Id,
            message.ReplyTo?.Text is { } text ? Beginning.Of(text, MaxReply) : null,
            message.Reactions.Count > 0 ? message.Reactions : null,
            message.Files.Length > 0 ? [.. message.Files.Select(ChatFileItem.Of)] : null,
            zone.Write(message.Edited),
            message.IsDeleted ? true : null
        );
}
