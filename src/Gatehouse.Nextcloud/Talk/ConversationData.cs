using System.Text.Json.Serialization;
using Gatehouse.Nextcloud.Php;

namespace Gatehouse.Nextcloud.Talk;

/// <summary>A conversation as the API writes it, as far as it is used.</summary>
internal sealed record ConversationData(
    string? Token,
    int Type,
    string? DisplayName,
    string? Description,
    int UnreadMessages,
    bool UnreadMention,
    bool IsFavorite,
    bool IsArchived,
    int ReadOnly,
    long LastActivity,
    long LastReadMessage,
    [property: JsonConverter(typeof(MapOrNothing<MessageData>))] MessageData? LastMessage
);
