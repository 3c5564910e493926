using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.Notifications;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Talk;

/// <summary>Talk: conversations, messages, reactions; its messages can be searched.</summary>
internal sealed class TalkApp : IDemoApp, IDemoSearch
{
    private const string Says = """
        {"features":["audio","video","chat-v2","conversation-v4","favorites","system-messages","delete-messages","mention-flag",
         "chat-read-marker","chat-unread","chat-replies","rich-object-sharing","unified-search","silent-send","talk-polls",
         "chat-get-context","chat-keep-notifications","markdown-messages","note-to-self","chat-read-last","chat-reference-id","edit-messages",
         "reactions"],
         "config":{"attachments":{"allowed":true,"folder":"/Talk"},"chat":{"max-length":32000,"read-privacy":0},
         "conversations":{"can-create":true}},"version":"22.0.10"}
        """;

    private readonly DemoAppContext context;
    private readonly AppStore<TalkState> store;
    private readonly TalkRooms rooms;

    private TalkApp(DemoAppContext context, AppStore<TalkState> store, NotificationsApp notifications)
    {
        this.context = context;
        this.store = store;
        rooms = new TalkRooms(context, store, notifications);
    }

    public string Id => "spreed";

    string IDemoSearch.Id => "talk-message";

    public string AppId => "spreed";

    public string Name => "Talk";

    string IDemoSearch.Name => "Messages";

    public int Order => 15;

    public static async Task<TalkApp> LoadAsync(
        DemoAppContext context,
        NotificationsApp notifications,
        CancellationToken cancellationToken
    )
    {
        var now = context.Time.GetUtcNow().ToUnixTimeSeconds();
        var store = await context.Stores.OpenAsync(
            "spreed",
            TalkStoreJson.Default.TalkState,
            () => TalkSample.Begin(context.People, now, context.SampleData),
            cancellationToken
        );
        return new TalkApp(context, store, notifications);
    }

    public void AddCapabilities(JsonObject capabilities, Person? person)
    {
        if (person is not null)
        {
            capabilities["spreed"] = JsonNode.Parse(Says);
        }
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        new RoomEndpoints(rooms).Map(routes);
        new ParticipantEndpoints(rooms).Map(routes);
        new ChatEndpoints(rooms).Map(routes);
        new ReactionEndpoints(rooms).Map(routes);
    }

    public IReadOnlyList<string> PeopleOf(string token) =>
        [.. store.Current.Rooms.Find(room => room.Token == token)?.Attendees.Select(one => one.User) ?? []];

    public string NameOf(string token) => store.Current.Rooms.Find(room => room.Token == token)?.Name ?? token;

    /// <summary>Somebody shows a file in a conversation they are in.</summary>
    public async Task PostAsync(Person me, string token, FileNode file, CancellationToken cancellationToken)
    {
        var id = file.Id.ToString(CultureInfo.InvariantCulture);
        var shown = new MessageObject("file", id, file.Path.Name, file.Path.Value, file.ContentType);
        var posted = await rooms.ChangeAsync<(Room Room, Message Message)?>(
            state =>
            {
                if (state.Find(token, me.Id) is not { } room)
                {
                    return (null, null);
                }

                var message = new Message(
                    state.NextMessage,
                    "users",
                    me.Id,
                    rooms.Now,
                    "{file}",
                    System: "",
                    Reference: "",
                    Thread: state.NextMessage,
                    Parent: null,
                    ImmutableSortedDictionary.Create<string, MessageObject>(StringComparer.Ordinal).Add("file", shown),
                    []
                );
                var (next, with, _) = TalkChanges.Post(state, room, message);
                return (next, (with, message));
            },
            cancellationToken
        );
        if (posted is { } told)
        {
            await rooms.NotifyAsync(told.Room, told.Message, me, cancellationToken);
        }
    }

    /// <summary>Only conversations that somebody made are searched: before the first one there are no pages.</summary>
    public Task<DemoSearchAnswer> SearchAsync(Person me, DemoSearchQuery query, CancellationToken cancellationToken)
    {
        var mine = store
            .Current.Rooms.Where(room => room.AttendeeOf(me.Id) is not null && room.Type <= Room.Public)
            .Where(room => room.ObjectType.Length == 0)
            .ToList();
        var found = mine.SelectMany(room => room.Messages.Select(message => (room, message)))
            .Where(one => one.message is { IsComment: true, IsDeleted: false })
            .Where(one => one.message.Text.Contains(query.Term, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(one => one.message.Id)
            .Skip(query.Cursor)
            .Take(query.Limit)
            .Select(one => Hit(one.room, one.message, me, query.Url));
        return Task.FromResult(
            new DemoSearchAnswer("Messages", found, mine.Count > 0 ? query.Cursor + query.Limit : null)
        );
    }

    private DemoSearchHit Hit(Room room, Message message, Person me, string url)
    {
        var name = (string)RoomJson.Of(room, me, context.People)["displayName"]!;
        var author = MessageJson.NameOf(context.People, message.ActorType, message.ActorId);
        var text = message.Objects.Aggregate(
            message.Text,
            (text, one) => text.Replace("{" + one.Key + "}", "@" + one.Value.Name, StringComparison.Ordinal)
        );
        return new DemoSearchHit(
            room.Type == Room.OneToOne ? author : $"{author} in {name}",
            text,
            $"{url}/call/{room.Token}#message_{message.Id}"
        )
        {
            Icon = "icon-talk",
            IsRounded = true,
            Attributes = new JsonObject
            {
                ["conversation"] = room.Token,
                ["messageId"] = $"{message.Id}",
                ["actorType"] = message.ActorType,
                ["actorId"] = message.ActorId,
                ["timestamp"] = $"{message.Time}",
            },
        };
    }
}
