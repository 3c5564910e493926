using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Ocs;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Talk;

/// <summary>Reactions to messages, and polls.</summary>
internal sealed class ReactionEndpoints(TalkRooms rooms)
{
    private const string Path = "/ocs/{version}/apps/spreed/api/v1/reaction/{token}/{id:long}";

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet(Path, rooms.RoomDoor(ListAsync));
        _ = routes.MapPost(Path, rooms.RoomDoor((http, me, room) => ReactAsync(http, me, room, isGiven: true)));
        _ = routes.MapDelete(Path, rooms.RoomDoor((http, me, room) => ReactAsync(http, me, room, isGiven: false)));
        _ = routes.MapPost("/ocs/{version}/apps/spreed/api/v1/poll/{token}", rooms.RoomDoor(PollAsync));
    }

    private Task ListAsync(HttpContext http, Person me, Room room) =>
        Asked(http, room) is { } message
            ? http.OcsAsync(MessageJson.ReactionsOf(message, rooms.People))
            : http.OcsAsync(404, 404, "");

    private async Task ReactAsync(HttpContext http, Person me, Room room, bool isGiven)
    {
        var emoji = http.Request.Query["reaction"].ToString() is { Length: > 0 } inQuery
            ? inQuery
            : (await http.JsonBodyAsync())?["reaction"]?.ToString() ?? "";
        if (Asked(http, room) is not { IsComment: true, IsDeleted: false } asked)
        {
            await http.OcsAsync(404, 404, "");
            return;
        }

        if (new StringInfo(emoji).LengthInTextElements != 1)
        {
            await http.OcsAsync(400, 400, "");
            return;
        }

        var (message, isChanged) = await rooms.ChangeAsync(
            state => React(state, state.Find(room.Token, me.Id) ?? room, asked, me, emoji, isGiven),
            http.RequestAborted
        );
        var status = isGiven && isChanged ? 201 : 200;
        await (
            !isGiven && !isChanged
                ? http.OcsAsync(404, 404, "")
                : http.OcsAsync(status, status, "OK", MessageJson.ReactionsOf(message, rooms.People))
        );
    }

    private (TalkState? State, (Message Message, bool IsChanged) Result) React(
        TalkState state,
        Room room,
        Message asked,
        Person me,
        string emoji,
        bool isGiven
    )
    {
        var message = room.Find(asked.Id) ?? asked;
        var given = message.Reactions.Find(one => one.User == me.Id && one.Emoji == emoji);
        if (given is null != isGiven)
        {
            return (null, (message, false));
        }

        message = message with
        {
            Reactions = given is null
                ? message.Reactions.Add(new(emoji, me.Id, rooms.Now))
                : message.Reactions.Remove(given),
        };
        room = room.With(message);
        if (!isGiven)
        {
            return (state.With(room), (message, true));
        }

        (state, _, _) = TalkChanges.Tell(state, room, me.Id, "reaction", rooms.Now, emoji, message);
        return (state, (message, true));
    }

    private async Task PollAsync(HttpContext http, Person me, Room room)
    {
        var body = await http.JsonBodyAsync();
        var question = body?["question"]?.ToString() ?? "";
        string[] options = [.. (body?["options"] as JsonArray ?? []).Select(option => option?.ToString() ?? "")];
        if (question.Length == 0 || options.Length < 2 || Array.Exists(options, option => option.Length == 0))
        {
            await http.OcsAsync(
                400,
                400,
                "",
                new JsonObject { ["error"] = question.Length == 0 ? "question" : "options" }
            );
            return;
        }

        var id = await rooms.ChangeAsync(
            state =>
            {
                var current = state.Find(room.Token, me.Id) ?? room;
                var objects = ImmutableSortedDictionary<string, MessageObject>.Empty.Add(
                    "object",
                    new("talk-poll", $"{state.NextPoll}", question)
                );
                var message = new Message(
                    state.NextMessage,
                    "users",
                    me.Id,
                    rooms.Now,
                    "{object}",
                    System: "",
                    Reference: "",
                    state.NextMessage,
                    Parent: null,
                    objects,
                    []
                );
                var (next, _, _) = TalkChanges.Post(state with { NextPoll = state.NextPoll + 1 }, current, message);
                return (next, state.NextPoll);
            },
            http.RequestAborted
        );
        await http.OcsAsync(
            201,
            201,
            "OK",
            new JsonObject
            {
                ["id"] = id,
                ["question"] = question,
                ["options"] = new JsonArray([.. options.Select(option => JsonValue.Create(option))]),
                ["actorType"] = "users",
                ["actorId"] = me.Id,
                ["actorDisplayName"] = me.Account.DisplayName,
                ["status"] = 0,
                ["resultMode"] = Number(body, "resultMode"),
                ["maxVotes"] = Number(body, "maxVotes"),
                ["votes"] = new JsonArray(),
                ["numVoters"] = 0,
                ["votedSelf"] = new JsonArray(),
            }
        );
    }

    private static int Number(JsonObject? body, string name) =>
        int.TryParse(body?[name]?.ToString(), CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static Message? Asked(HttpContext http, Room room) =>
        long.TryParse(http.Request.RouteValues["id"]?.ToString(), CultureInfo.InvariantCulture, out var id)
            ? room.Find(id)
            : null;
}
