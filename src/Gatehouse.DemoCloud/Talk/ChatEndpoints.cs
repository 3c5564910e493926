using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Talk;

/// <summary>Messages: read, wait, write, change, delete, mark as read.</summary>
internal sealed class ChatEndpoints(TalkRooms rooms)
{
    private const string Path = "/ocs/{version}/apps/spreed/api/v1/chat/{token}";
    private const int MaxLength = 32_000;
    private const int MaxWait = 30;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet(Path, rooms.RoomDoor(ReadAsync));
        _ = routes.MapPost(Path, rooms.RoomDoor(WriteAsync));
        _ = routes.MapPost(Path + "/read", rooms.RoomDoor(MarkReadAsync));
        _ = routes.MapGet(Path + "/{id:long}/context", rooms.RoomDoor(ContextAsync));
        _ = routes.MapPut(Path + "/{id:long}", rooms.RoomDoor(EditAsync));
        _ = routes.MapDelete(Path + "/{id:long}", rooms.RoomDoor(DeleteAsync));
    }

    private async Task ReadAsync(HttpContext http, Person me, Room room)
    {
        var limit = (int)Math.Clamp(Number(http, "limit", 100), 1, 200);
        var known = Number(http, "lastKnownMessageId", 0);
        if (Number(http, "lookIntoFuture", 0) == 0)
        {
            var older = room.Messages.Where(message => known == 0 || message.Id < known).Reverse().Take(limit).ToList();
            await MessagesAsync(http, me, room, older);
            return;
        }

        var wait = Math.Clamp(Number(http, "timeout", MaxWait), 0, MaxWait);
        var end = rooms.Time.GetUtcNow().AddSeconds(wait);
        while (true)
        {
            var changed = rooms.Changed;
            var now = rooms.Current.Find(room.Token, me.Id) ?? room;
            var newer = now.Messages.Where(message => message.Id > known).Take(limit).ToList();
            var left = end - rooms.Time.GetUtcNow();
            if (newer.Count > 0 || left <= TimeSpan.Zero)
            {
                await MessagesAsync(http, me, now, newer);
                return;
            }

            try
            {
                await changed.Task.WaitAsync(left, rooms.Time, http.RequestAborted);
            }
            catch (TimeoutException)
            {
                await MessagesAsync(http, me, now, []);
                return;
            }
        }
    }

    private Task MessagesAsync(HttpContext http, Person me, Room room, IReadOnlyList<Message> messages)
    {
        if (messages.Count == 0)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        http.Response.Headers["X-Chat-Last-Given"] = messages[^1].Id.ToString(CultureInfo.InvariantCulture);
        TellCommonRead(http, room);
        return http.OcsAsync(new JsonArray([.. messages.Select(JsonNode (message) => rooms.Json(room, message, me))]));
    }

    private Task ContextAsync(HttpContext http, Person me, Room room) =>
        Asked(http, room) is null ? http.OcsAsync(404, 404, "") : MessagesAsync(http, me, room, room.Messages);

    private async Task WriteAsync(HttpContext http, Person me, Room room)
    {
        var body = await http.JsonBodyAsync();
        var text = body?["message"]?.ToString().Trim() ?? "";
        _ = long.TryParse(body?["replyTo"]?.ToString(), CultureInfo.InvariantCulture, out var replyTo);
        if (await RefusesAsync(http, room, text))
        {
            return;
        }

        var (now, message) = await rooms.ChangeAsync(
            state =>
            {
                var current = state.Find(room.Token, me.Id) ?? room;
                var (next, changed, written) = TalkChanges.Write(
                    state,
                    current,
                    me.Id,
                    text,
                    rooms.Now,
                    rooms.People,
                    current.Find(replyTo),
                    body?["referenceId"]?.ToString() ?? ""
                );
                return (next, (changed, written));
            },
            http.RequestAborted
        );
        if (body?["silent"]?.ToString() is not "true")
        {
            await rooms.NotifyAsync(now, message, me, http.RequestAborted);
        }

        TellCommonRead(http, now);
        await http.OcsAsync(201, 201, "OK", rooms.Json(now, message, me));
    }

    private async Task EditAsync(HttpContext http, Person me, Room room)
    {
        var text = (await http.JsonBodyAsync())?["message"]?.ToString().Trim() ?? "";
        if (await RefusesAsync(http, room, text))
        {
            return;
        }

        await ChangeAsync(
            http,
            me,
            room,
            "message_edited",
            (message, now) => message with { Text = text, Objects = message.Objects.Clear(), Edited = now }
        );
    }

    private Task DeleteAsync(HttpContext http, Person me, Room room) =>
        ChangeAsync(
            http,
            me,
            room,
            "message_deleted",
            (message, _) => message with { IsDeleted = true, Reactions = [], Objects = message.Objects.Clear() }
        );

    private async Task ChangeAsync(
        HttpContext http,
        Person me,
        Room room,
        string what,
        Func<Message, long, Message> change
    )
    {
        if (Asked(http, room) is not { IsComment: true, IsDeleted: false } asked)
        {
            await http.OcsAsync(404, 404, "");
            return;
        }

        if (asked.ActorId != me.Id && !room.AttendeeOf(me.Id)!.IsModerator)
        {
            await http.OcsAsync(403, 403, "");
            return;
        }

        var (now, told) = await rooms.ChangeAsync(
            state =>
            {
                var current = state.Find(room.Token, me.Id) ?? room;
                var message = change(current.Find(asked.Id) ?? asked, rooms.Now);
                var (next, changed, said) = TalkChanges.Tell(
                    state,
                    current.With(message),
                    me.Id,
                    what,
                    rooms.Now,
                    about: message
                );
                return (next, (changed, said));
            },
            http.RequestAborted
        );
        TellCommonRead(http, now);
        await http.OcsAsync(rooms.Json(now, told, me));
    }

    private async Task MarkReadAsync(HttpContext http, Person me, Room room)
    {
        var body = await http.JsonBodyAsync();
        var upTo = long.TryParse(body?["lastReadMessage"]?.ToString(), CultureInfo.InvariantCulture, out var id)
            ? id
            : room.Messages.LastOrDefault()?.Id ?? 0;
        var now = await rooms.ChangeAsync(
            state =>
            {
                var current = state.Find(room.Token, me.Id) ?? room;
                var next = current.With(current.AttendeeOf(me.Id)! with { LastRead = upTo });
                return (state.With(next), next);
            },
            http.RequestAborted
        );
        TellCommonRead(http, now);
        await http.OcsAsync(rooms.Json(now, me));
    }

    private static async Task<bool> RefusesAsync(HttpContext http, Room room, string text)
    {
        var status =
            room.ReadOnly ? 403
            : text.Length == 0 ? 400
            : text.Length > MaxLength ? 413
            : 0;
        if (status == 0)
        {
            return false;
        }

        await http.OcsAsync(status, status, "", status == 403 ? null : new JsonObject { ["error"] = "message" });
        return true;
    }

    private static void TellCommonRead(HttpContext http, Room room) =>
        http.Response.Headers["X-Chat-Last-Common-Read"] = RoomJson
            .CommonRead(room)
            .ToString(CultureInfo.InvariantCulture);

    private static Message? Asked(HttpContext http, Room room) =>
        long.TryParse(http.Request.RouteValues["id"]?.ToString(), CultureInfo.InvariantCulture, out var id)
            ? room.Find(id)
            : null;

    private static long Number(HttpContext http, string name, long otherwise) =>
        long.TryParse(http.Request.Query[name], CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
