using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Notifications;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Storage;

namespace Gatehouse.DemoCloud.Talk;

/// <summary>What the routes of Talk share: the door, the conversation of a request, changes, and who waits for one.</summary>
internal sealed class TalkRooms(DemoAppContext context, AppStore<TalkState> store, NotificationsApp notifications)
{
    private volatile TaskCompletionSource changed = New();

    public PersonDirectory People => context.People;

    public TimeProvider Time => context.Time;

    public TalkState Current => store.Current;

    public long Now => context.Time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Ends at the next change; take it before looking.</summary>
    public TaskCompletionSource Changed => changed;

    public RequestDelegate Door(Func<HttpContext, Person, Task> route) =>
        OcsGuard.ForApp(context.Faults, "spreed", route);

    /// <summary>A route of one conversation the caller is in; otherwise 404.</summary>
    public RequestDelegate RoomDoor(Func<HttpContext, Person, Room, Task> route) =>
        Door(
            (http, me) =>
                Current.Find((string)http.Request.RouteValues["token"]!, me.Id) is { } room
                    ? route(http, me, room)
                    : http.OcsAsync(404, 404, "")
        );

    public async Task<T> ChangeAsync<T>(
        Func<TalkState, (TalkState? State, T Result)> change,
        CancellationToken cancellationToken
    )
    {
        var result = await store.ChangeAsync(change, cancellationToken);
        Interlocked.Exchange(ref changed, New()).SetResult();
        return result;
    }

    /// <summary>Tells whoever is mentioned, and the other one of two.</summary>
    public async Task NotifyAsync(Room room, Message message, Person me, CancellationToken cancellationToken)
    {
        foreach (var attendee in room.Attendees.Where(one => one.User != me.Id))
        {
            var isMentioned = message.Objects.Values.Any(one => one.Type == "user" && one.Id == attendee.User);
            if (!isMentioned && room.Type != Room.OneToOne)
            {
                continue;
            }

            var subject = isMentioned ? $"{{user}} mentioned you in {room.Name}" : "{user} sent you a private message";
            var link = $"{context.Announcement.Url}/call/{room.Token}";
            await notifications.AddAsync(
                attendee.User,
                new("spreed", subject, "", link, "chat", room.Token, me.Id),
                cancellationToken
            );
        }
    }

    public JsonObject Json(Room room, Person me) => RoomJson.Of(room, me, People);

    public JsonObject Json(Room room, Message message, Person me) => MessageJson.Of(message, room, me, People);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
