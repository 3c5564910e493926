using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Deck;

/// <summary>Comments, the search and the overview.</summary>
internal sealed partial class DeckOcsEndpoints(PersonDirectory people)
{
    private const string Root = "/ocs/{ocs}/apps/deck/api/{version}/";
    private const string Comments = Root + "cards/{card:long}/comments";
    private const int LongestComment = 1000;

    public void Map(IEndpointRouteBuilder routes, DeckDoor door)
    {
        _ = routes.MapGet(Comments, door.Ocs(List));
        _ = routes.MapPost(Comments, door.Ocs(Create));
        _ = routes.MapPut(Comments + "/{comment:long}", door.Ocs(Update));
        _ = routes.MapDelete(Comments + "/{comment:long}", door.Ocs(Delete));
        _ = routes.MapGet(Root + "search", door.Ocs(Search));
        _ = routes.MapGet(Root + "overview/upcoming", door.Ocs(Upcoming));
        _ = routes.MapGet(Root + "config", door.Ocs(_ => (null, DeckAnswer.Ok(Config()))));
    }

    private static JsonObject Config() =>
        new()
        {
            ["calendar"] = true,
            ["cardDetailsInModal"] = true,
            ["cardIdBadge"] = false,
        };

    private (DeckState?, DeckAnswer) List(DeckCall call)
    {
        if (call.Card(_ => true) is not { } card)
        {
            return (null, DeckAnswer.Denied);
        }

        var found = call
            .State.Comments.Where(comment => comment.CardId == card.Id)
            .OrderByDescending(comment => comment.Id)
            .Skip(Query(call, "offset", 0))
            .Take(Query(call, "limit", 20));
        return (null, DeckAnswer.Ok(new JsonArray([.. found.Select(JsonNode (one) => Comment(call.State, one))])));
    }

    private (DeckState?, DeckAnswer) Create(DeckCall call)
    {
        if (call.Card(_ => true) is not { } card)
        {
            return (null, DeckAnswer.Denied);
        }

        if (call.Text("message") is not { Length: > 0 and <= LongestComment } message)
        {
            return (null, DeckAnswer.Bad("Message exceeds allowed character limit of 1000"));
        }

        var comment = new DeckComment(
            call.State.LastComment + 1,
            card.Id,
            call.Me.Id,
            message,
            call.Time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
        )
        {
            ReplyTo = call.Number("parentId"),
        };
        var state = call.State with { Comments = call.State.Comments.Add(comment), LastComment = comment.Id };
        return (state, DeckAnswer.Ok(Comment(state, comment)));
    }

    private (DeckState?, DeckAnswer) Update(DeckCall call)
    {
        if (Own(call) is not { } comment)
        {
            return (null, new(StatusCodes.Status404NotFound, new JsonObject { ["message"] = "No comment found." }));
        }

        var changed = comment with { Message = call.Text("message") ?? "" };
        var state = call.State with
        {
            Comments = call.State.Comments.ConvertAll(one => one.Id == comment.Id ? changed : one),
        };
        return (state, DeckAnswer.Ok(Comment(state, changed)));
    }

    private static (DeckState?, DeckAnswer) Delete(DeckCall call) =>
        Own(call) is { } comment
            ? (call.State with { Comments = call.State.Comments.Remove(comment) }, DeckAnswer.Ok(new JsonArray()))
            : (null, new(StatusCodes.Status404NotFound, new JsonObject { ["message"] = "No comment found." }));

    private (DeckState?, DeckAnswer) Search(DeckCall call)
    {
        var term = call.Context.Request.Query["term"].ToString();
        var found = DeckSearch.Cards(call.State, call.Me, term).Take(Query(call, "limit", 100));
        return (null, DeckAnswer.Ok(new JsonArray([.. found.Select(JsonNode (card) => Found(call, card))])));
    }

    private JsonObject Found(DeckCall call, DeckCard card)
    {
        var writer = new DeckWriter(call.State, people);
        var board = call.State.BoardOf(card)!;
        var related = writer.Board(call.Me, board, BoardDetail.Listed);
        related["users"] = new JsonArray();
        related["stacks"] = new JsonArray();
        related["settings"] = new JsonArray();
        var json = OnBoard(writer.Card(card), board);
        json["relatedBoard"] = related;
        json["relatedStack"] = writer.Stack(call.State.Stack(card.StackId)!, cards: []);
        return json;
    }

    private (DeckState?, DeckAnswer) Upcoming(DeckCall call)
    {
        var today = call.Time.Date;
        var writer = new DeckWriter(call.State, people);
        var groups = call
            .State.BoardsOf(call.Me)
            .Where(board => !board.Archived)
            .SelectMany(board =>
                call.State.Cards.Where(card =>
                        card is { DeletedAt: 0, Archived: false, Done: null }
                        && call.State.BoardOf(card)?.Id == board.Id
                    )
                    .Where(card => IsFor(call, board, card))
                    .Select(card => (card, board))
            )
            .GroupBy(one => Group(one.card.Duedate, today))
            .Select(group =>
                KeyValuePair.Create(
                    group.Key,
                    (JsonNode?)
                        new JsonArray([.. group.Select(JsonNode (one) => OnBoard(writer.Card(one.card), one.board))])
                )
            )
            .ToList();
        return (null, DeckAnswer.Ok(groups.Count == 0 ? new JsonArray() : new JsonObject(groups)));
    }

    /// <summary>Assigned to this person, or on a board nobody else is on.</summary>
    private static bool IsFor(DeckCall call, DeckBoard board, DeckCard card) =>
        card.Users.Any(user => user.User == call.Me.Id)
        || !call.State.Members.Exists(member => member.BoardId == board.Id);

    private static string Group(string? due, DateTime today)
    {
        if (due is null)
        {
            return "nodue";
        }

        var days = (DateTimeOffset.Parse(due, CultureInfo.InvariantCulture).UtcDateTime.Date - today).Days;
        return days switch
        {
            < 0 => "overdue",
            0 => "today",
            1 => "tomorrow",
            <= 7 => "nextSevenDays",
            _ => "later",
        };
    }

    private static JsonObject OnBoard(JsonObject card, DeckBoard board)
    {
        card["boardId"] = board.Id;
        card["board"] = new JsonObject { ["id"] = board.Id, ["title"] = board.Title };
        return card;
    }

    private static DeckComment? Own(DeckCall call) =>
        call.Card(_ => true) is { } card
            ? call.State.Comments.Find(one =>
                one.Id == call.Id("comment") && one.CardId == card.Id && one.Actor == call.Me.Id
            )
            : null;

    private JsonObject Comment(DeckState state, DeckComment comment)
    {
        var json = new JsonObject
        {
            ["id"] = comment.Id,
            ["objectId"] = comment.CardId,
            ["message"] = comment.Message,
            ["actorId"] = comment.Actor,
            ["actorType"] = "users",
            ["actorDisplayName"] = people.Find(comment.Actor)?.Account.DisplayName ?? comment.Actor,
            ["creationDateTime"] = comment.Created,
            ["mentions"] = new JsonArray([.. Mentions(comment.Message)]),
        };
        if (comment.ReplyTo is { } id && state.Comments.Find(one => one.Id == id) is { } parent)
        {
            json["replyTo"] = Comment(state, parent);
        }

        return json;
    }

    private IEnumerable<JsonNode> Mentions(string message) =>
        Mention()
            .Matches(message)
            .Select(match => people.Find(match.Groups["user"].Value))
            .OfType<Person>()
            .Select(
                JsonNode (person) =>
                    new JsonObject
                    {
                        ["mentionId"] = person.Id,
                        ["mentionType"] = "user",
                        ["mentionDisplayName"] = person.Account.DisplayName,
                    }
            );

    private static int Query(DeckCall call, string name, int otherwise) =>
        int.TryParse(call.Context.Request.Query[name], CultureInfo.InvariantCulture, out var number)
            ? Math.Max(number, 0)
            : otherwise;

    [GeneratedRegex("@\"?(?<user>[\\w.-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mention();
}
