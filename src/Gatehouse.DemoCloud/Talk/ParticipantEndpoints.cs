using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Talk;

/// <summary>Who is in a conversation, and who can be mentioned there.</summary>
internal sealed class ParticipantEndpoints(TalkRooms rooms)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        const string participants = "/ocs/{version}/apps/spreed/api/v4/room/{token}/participants";
        _ = routes.MapGet(participants, rooms.RoomDoor(ListAsync));
        _ = routes.MapPost(participants, rooms.RoomDoor(AddAsync));
        _ = routes.MapGet("/ocs/{version}/apps/spreed/api/v1/chat/{token}/mentions", rooms.RoomDoor(MentionsAsync));
    }

    private Task ListAsync(HttpContext http, Person me, Room room) =>
        http.OcsAsync(
            new JsonArray([.. room.Attendees.Select(JsonNode (one) => RoomJson.Participant(room, one, rooms.People))])
        );

    private async Task AddAsync(HttpContext http, Person me, Room room)
    {
        var body = await http.JsonBodyAsync();
        var id = body?["newParticipant"]?.ToString() ?? "";
        var added = Invited(body?["source"]?.ToString() ?? "users", id);
        if (room.Type == Room.OneToOne || !room.AttendeeOf(me.Id)!.IsModerator)
        {
            await http.OcsAsync(403, 403, "");
        }
        else if (added.Count == 0)
        {
            await http.OcsAsync(404, 404, "", new JsonObject { ["error"] = "new-participant" });
        }
        else
        {
            _ = await rooms.ChangeAsync(state => (Add(state, room, me, added), true), http.RequestAborted);
            await http.OcsAsync(new JsonArray());
        }
    }

    private List<Person> Invited(string source, string id) =>
        [
            .. rooms.People.All.Where(person =>
                source == "users" ? person.Id == id : source == "groups" && person.Account.Groups.Contains(id)
            ),
        ];

    private TalkState Add(TalkState state, Room room, Person me, List<Person> added)
    {
        var now = state.Find(room.Token, me.Id) ?? room;
        foreach (var person in added.Where(one => now.AttendeeOf(one.Id) is null))
        {
            now = now.With(new Attendee(state.NextAttendee, person.Id, Attendee.Ordinary, LastRead: 0));
            state = state with { NextAttendee = state.NextAttendee + 1 };
            var other = new MessageObject("user", person.Id, person.Account.DisplayName);
            (state, now, _) = TalkChanges.Tell(state, now, me.Id, "user_added", rooms.Now, other: other);
        }

        return state;
    }

    private Task MentionsAsync(HttpContext http, Person me, Room room)
    {
        var search = http.Request.Query["search"].ToString();
        var fitting = room
            .Attendees.Select(attendee => rooms.People.Find(attendee.User))
            .OfType<Person>()
            .Where(person => person != me)
            .Where(person =>
                person.Id.Contains(search, StringComparison.OrdinalIgnoreCase)
                || person.Account.DisplayName.Contains(search, StringComparison.OrdinalIgnoreCase)
            )
            .Select(
                JsonNode (person) =>
                    new JsonObject
                    {
                        ["id"] = person.Id,
                        ["label"] = person.Account.DisplayName,
                        ["source"] = "users",
                        ["mentionId"] = person.Id,
                    }
            );
        return http.OcsAsync(new JsonArray([.. fitting]));
    }
}
