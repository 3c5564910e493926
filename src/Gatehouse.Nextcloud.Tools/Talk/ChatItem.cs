using System.ComponentModel;
using Gatehouse.Nextcloud.Talk;
using Gatehouse.Nextcloud.Texts;
using Gatehouse.Nextcloud.Tools.Files.Rules;
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
    private const string Hidden = "(a hidden file)";

    /// <summary>A message without what the operator hides: of such a file neither the name nor the place is told.</summary>
    public static ChatItem Of(PersonZone zone, VisibleFiles? visible, ChatMessage message)
    {
        var hidden = message.Files.Where(file => ChatFileItem.IsHidden(visible, file)).ToList();
        return new(
            message.Id,
            zone.Write(message.Time),
            message.Author.Name,
            message.Author.Id,
            hidden
                .Where(file => file.Name.Length > 0)
                .Aggregate(message.Text, (text, file) => text.Replace(file.Name, Hidden, StringComparison.Ordinal)),
            message.IsSystem ? true : null,
            message.ReplyTo?.Id,
            message.ReplyTo?.Text is { } text ? Beginning.Of(text, MaxReply) : null,
            message.Reactions.Count > 0 ? message.Reactions : null,
            message.Files.Length > hidden.Count ? [.. message.Files.Except(hidden).Select(ChatFileItem.Of)] : null,
            zone.Write(message.Edited),
            message.IsDeleted ? true : null
        );
    }
}
