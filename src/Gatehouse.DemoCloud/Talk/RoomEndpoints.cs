using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Talk;

/// <summary>Conversations: list, read, make, rename, delete.</summary>
internal sealed class RoomEndpoints(TalkRooms rooms)
{
    private const string Path = "/ocs/{version}/apps/spreed/api/v4/room";

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet(Path, rooms.Door(ListAsync));
        _ = routes.MapPost(Path, rooms.Door(CreateAsync));
        _ = routes.MapGet(Path + "/note-to-self", rooms.Door(NoteToSelfAsync));
        _ = routes.MapGet(Path + "/{token}", rooms.RoomDoor((http, me, room) => AnswerAsync(http, me, room)));
        _ = routes.MapPut(Path + "/{token}", rooms.RoomDoor(RenameAsync));
        _ = routes.MapDelete(Path + "/{token}", rooms.RoomDoor(DeleteAsync));
        _ = routes.MapGet(
            "/ocs/{version}/apps/spreed/api/v4/listed-room",
            rooms.Door((http, _) => http.OcsAsync(new JsonArray()))
        );
    }

    private Task ListAsync(HttpContext http, Person me) =>
        http.OcsAsync(
            new JsonArray([
                .. rooms
                    .Current.Rooms.Where(room => room.AttendeeOf(me.Id) is not null)
                    .Select(JsonNode (room) => rooms.Json(room, me)),
            ])
        );

    private Task NoteToSelfAsync(HttpContext http, Person me) =>
        AnswerAsync(
            http,
            me,
            rooms.Current.Rooms.First(room => room.Type == Room.NoteToSelf && room.AttendeeOf(me.Id) is not null)
        );

    private Task AnswerAsync(HttpContext http, Person me, Room room, int status = 200) =>
        http.OcsAsync(status, status, "OK", rooms.Json(room, me));

    private async Task CreateAsync(HttpContext http, Person me)
    {
        var body = await http.JsonBodyAsync();
        _ = int.TryParse(body?["roomType"]?.ToString(), CultureInfo.InvariantCulture, out var type);
        var invite = body?["invite"]?.ToString() ?? "";
        var other = invite.Length > 0 ? rooms.People.Find(invite) : null;
        if (type is not (Room.OneToOne or Room.Group or Room.Public))
        {
            await http.OcsAsync(400, 400, "", new JsonObject { ["error"] = "type" });
        }
        else if (type == Room.OneToOne && (other is null || other == me))
        {
            await http.OcsAsync(404, 404, "", new JsonObject { ["error"] = "invite" });
        }
        else
        {
            var name = body?["roomName"]?.ToString() is { Length: > 0 } given ? given : "---";
            var (room, isNew) = await rooms.ChangeAsync(
                state =>
                    Create(state, me, type, type == Room.OneToOne ? "" : name, type == Room.OneToOne ? other : null),
                http.RequestAborted
            );
            await AnswerAsync(http, me, room, isNew ? 201 : 200);
        }
    }

    private (TalkState? State, (Room Room, bool IsNew) Result) Create(
        TalkState state,
        Person me,
        int type,
        string name,
        Person? other
    )
    {
        var existing = other is null
            ? null
            : state.Rooms.Find(one =>
                one.Type == Room.OneToOne && one.AttendeeOf(me.Id) is not null && one.AttendeeOf(other.Id) is not null
            );
        if (existing is not null)
        {
            return (null, (existing, false));
        }

        string[] users = other is null ? [me.Id] : [me.Id, other.Id];
        (state, var room) = TalkChanges.Create(state, TalkSample.NewToken(), type, name, rooms.Now, users);
        (state, room, _) = TalkChanges.Tell(state, room, me.Id, "conversation_created", rooms.Now);
        return (state, (room, true));
    }

    private async Task RenameAsync(HttpContext http, Person me, Room room)
    {
        var name = (await http.JsonBodyAsync())?["roomName"]?.ToString() ?? "";
        if (!room.AttendeeOf(me.Id)!.IsModerator)
        {
            await http.OcsAsync(403, 403, "");
        }
        else if (name.Length is 0 or > 255)
        {
            await http.OcsAsync(400, 400, "", new JsonObject { ["error"] = "name" });
        }
        else
        {
            var renamed = await rooms.ChangeAsync(
                state =>
                {
                    var now = state.Find(room.Token, me.Id) ?? room;
                    var text = $"from \"{now.Name}\" to \"{name}\"";
                    var (next, changed, _) = TalkChanges.Tell(
                        state,
                        now with
                        {
                            Name = name,
                        },
                        me.Id,
                        "conversation_renamed",
                        rooms.Now,
                        text
                    );
                    return (next, changed);
                },
                http.RequestAborted
            );
            await AnswerAsync(http, me, renamed);
        }
    }

    private async Task DeleteAsync(HttpContext http, Person me, Room room)
    {
        if (room.Type == Room.OneToOne || !room.AttendeeOf(me.Id)!.IsModerator)
        {
            await http.OcsAsync(room.Type == Room.OneToOne ? 400 : 403, room.Type == Room.OneToOne ? 400 : 403, "");
            return;
        }

        _ = await rooms.ChangeAsync(
            state => (state with { Rooms = state.Rooms.RemoveAll(one => one.Token == room.Token) }, true),
            http.RequestAborted
        );
        await http.OcsNullAsync(200, "OK");
    }
}
