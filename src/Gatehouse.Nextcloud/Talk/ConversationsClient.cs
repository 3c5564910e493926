using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Talk;

/// <summary>
/// Talk's conversations and who is in them, API v4. Reading says nothing about the person's presence to others. All methods throw
/// <see cref="NextcloudException"/> when the cloud does not do what was asked.
/// </summary>
public sealed class ConversationsClient(NextcloudTransport transport)
{
    private const string Rooms = "/ocs/v2.php/apps/spreed/api/v4/room";

    /// <summary>All conversations of the person; Talk gives them in one answer.</summary>
    public async Task<IReadOnlyList<Conversation>> ListAsync(
        NextcloudAccount account,
        CancellationToken cancellationToken
    )
    {
        var request = OcsCall.Get(Rooms + "?noStatusUpdate=1", "Listing the conversations");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var rooms = OcsCall.DataOf(request, answer, TalkJson.Default.OcsEnvelopeConversationDataArray);
        return [.. rooms.Select(TalkReader.Read).OfType<Conversation>()];
    }

    /// <summary>One conversation.</summary>
    public Task<Conversation> GetAsync(
        NextcloudAccount account,
        ConversationToken token,
        CancellationToken cancellationToken
    ) => CallAsync(account, OcsCall.Get(PathOf(token), $"Reading the conversation {token}"), cancellationToken);

    /// <summary>Makes a conversation. Between two people there is only one: it comes back when it exists.</summary>
    public Task<Conversation> CreateAsync(
        NextcloudAccount account,
        ConversationDraft draft,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            account,
            OcsCall.Send(
                HttpMethod.Post,
                Rooms,
                "Creating the conversation",
                new((int)draft.Kind, draft.Name, draft.Invite),
                TalkJson.Default.RoomWrite
            ),
            cancellationToken
        );

    /// <summary>Gives a conversation another name.</summary>
    public Task<Conversation> RenameAsync(
        NextcloudAccount account,
        ConversationToken token,
        string name,
        CancellationToken cancellationToken
    ) =>
        CallAsync(
            account,
            OcsCall.Send(
                HttpMethod.Put,
                PathOf(token),
                $"Renaming the conversation {token}",
                new(RoomName: name),
                TalkJson.Default.RoomWrite
            ),
            cancellationToken
        );

    /// <summary>Deletes a conversation with all its messages, for everybody and for good.</summary>
    public Task DeleteAsync(NextcloudAccount account, ConversationToken token, CancellationToken cancellationToken) =>
        transport.CallAsync(
            account.Login,
            OcsCall.Get(PathOf(token), $"Deleting the conversation {token}") with
            {
                Method = HttpMethod.Delete,
            },
            cancellationToken
        );

    /// <summary>Who is in a conversation.</summary>
    public async Task<IReadOnlyList<ConversationParticipant>> ParticipantsAsync(
        NextcloudAccount account,
        ConversationToken token,
        CancellationToken cancellationToken
    )
    {
        var request = OcsCall.Get(PathOf(token) + "/participants", $"Listing who is in the conversation {token}");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var participants = OcsCall.DataOf(request, answer, TalkJson.Default.OcsEnvelopeParticipantDataArray);
        return [.. participants.Select(TalkReader.Read)];
    }

    /// <summary>Adds somebody. Whoever is in it already stays.</summary>
    public Task AddAsync(
        NextcloudAccount account,
        ConversationToken token,
        ParticipantSource source,
        string id,
        CancellationToken cancellationToken
    ) =>
        transport.CallAsync(
            account.Login,
            OcsCall.Send(
                HttpMethod.Post,
                PathOf(token) + "/participants",
                $"Adding '{id}' to the conversation {token}",
                new(id, SourceOf(source)),
                TalkJson.Default.ParticipantWrite
            ),
            cancellationToken
        );

    /// <summary>Marks messages as read up to <paramref name="message"/>; null for all.</summary>
    public async Task MarkReadAsync(
        NextcloudAccount account,
        ConversationToken token,
        long? message,
        CancellationToken cancellationToken
    ) =>
        await transport.CallAsync(
            account.Login,
            OcsCall.Send(
                HttpMethod.Post,
                $"/ocs/v2.php/apps/spreed/api/v1/chat/{token}/read",
                $"Marking the conversation {token} as read",
                new(message),
                TalkJson.Default.ReadWrite
            ),
            cancellationToken
        );

    private static string PathOf(ConversationToken token) => $"{Rooms}/{token}";

    private static string SourceOf(ParticipantSource source) =>
        source switch
        {
            ParticipantSource.Groups => "groups",
            ParticipantSource.Circles => "circles",
            ParticipantSource.Emails => "emails",
            ParticipantSource.FederatedUsers => "federated_users",
            _ => "users",
        };

    private async Task<Conversation> CallAsync(
        NextcloudAccount account,
        CloudRequest request,
        CancellationToken cancellationToken
    )
    {
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return TalkReader.Read(OcsCall.DataOf(request, answer, TalkJson.Default.OcsEnvelopeConversationData))
            ?? throw new NextcloudException(
                ErrorReader.Unexpected(request, "The answer holds a conversation without a token.")
            );
    }
}
