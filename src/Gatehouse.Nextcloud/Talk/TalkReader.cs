using System.Collections.Immutable;
using System.Text.Json;
using Gatehouse.Nextcloud.Ocs;

namespace Gatehouse.Nextcloud.Talk;

/// <summary>Makes what callers see of what the API writes.</summary>
internal static class TalkReader
{
    /// <summary>Null when there is no token, without which nothing can be done with it.</summary>
    public static Conversation? Read(ConversationData data) =>
        ConversationToken.TryParse(data.Token, out var token)
            ? new(
                token,
                Enum.IsDefined((ConversationKind)data.Type) ? (ConversationKind)data.Type : ConversationKind.Unknown,
                data.DisplayName ?? "",
                data.Description ?? "",
                data.UnreadMessages,
                data.UnreadMention,
                data.IsFavorite,
                data.IsArchived,
                data.ReadOnly != 0,
                DateTimeOffset.FromUnixTimeSeconds(data.LastActivity),
                data.LastReadMessage,
                data.LastMessage is { } last ? Read(last) : null
            )
            : null;

    public static ChatMessage Read(MessageData data) =>
        new(
            data.Id,
            AuthorOf(data),
            DateTimeOffset.FromUnixTimeSeconds(data.Timestamp),
            TextOf(data),
            data.SystemMessage ?? "",
            data.MessageType == "comment_deleted",
            data.LastEditTimestamp is { } edited ? DateTimeOffset.FromUnixTimeSeconds(edited) : null,
            data.ThreadId ?? data.Id,
            data.Parent is { } parent ? new(parent.Id, AuthorOf(parent), TextOf(parent)) : null,
            (data.Reactions ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
            [.. data.ReactionsSelf ?? []],
            FilesOf(data.MessageParameters)
        );

    public static ConversationParticipant Read(ParticipantData data) =>
        new(
            new(data.ActorType ?? "", data.ActorId ?? "", data.DisplayName ?? ""),
            Enum.IsDefined((ParticipantRole)data.ParticipantType)
                ? (ParticipantRole)data.ParticipantType
                : ParticipantRole.Unknown,
            data.SessionIds is { Length: > 0 },
            data.InCall != 0
        );

    /// <summary>None is an empty array.</summary>
    public static ImmutableArray<Reaction> Reactions(JsonElement? data) =>
        data is { ValueKind: JsonValueKind.Object } map
        && map.Deserialize(TalkJson.Default.DictionaryStringReactionDataArray) is { } reactions
            ?
            [
                .. reactions.Select(r => new Reaction(
                    r.Key,
                    [
                        .. r.Value.Select(a => new ChatActor(
                            a.ActorType ?? "",
                            a.ActorId ?? "",
                            a.ActorDisplayName ?? ""
                        )),
                    ]
                )),
            ]
            : [];

    private static ChatActor AuthorOf(MessageData data) =>
        new(data.ActorType ?? "", data.ActorId ?? "", data.ActorDisplayName ?? "");

    private static string TextOf(MessageData data) => RichText.Of(data.Message ?? "", data.MessageParameters);

    private static ImmutableArray<ChatFile> FilesOf(JsonElement? parameters) =>
        parameters is { ValueKind: JsonValueKind.Object } map
            ?
            [
                .. map.EnumerateObject()
                    .Where(p => RichText.Member(p.Value, "type") == "file")
                    .Select(p => new ChatFile(
                        RichText.Member(p.Value, "id") ?? "",
                        RichText.Member(p.Value, "name") ?? "",
                        RichText.Member(p.Value, "path"),
                        RichText.Member(p.Value, "mimetype")
                    )),
            ]
            : [];
}
