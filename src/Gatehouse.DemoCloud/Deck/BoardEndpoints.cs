using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Deck;

/// <summary>Boards and with whom they are shared.</summary>
internal sealed class BoardEndpoints(PersonDirectory people)
{
    public const string Root = "/apps/deck/api/{version}/boards";
    private const string One = Root + "/{board:long}";
    private const int LongestTitle = 100;
    private const int LongestColor = 6;

    private static readonly (string Title, string Color)[] FirstLabels =
    [
        ("Finished", "31CC7C"),
        ("To review", "317CCC"),
        ("Action needed", "FF7A66"),
        ("Later", "F1DB50"),
    ];

    public void Map(IEndpointRouteBuilder routes, DeckDoor door)
    {
        _ = routes.MapGet(Root, door.Read(List));
        _ = routes.MapPost(Root, door.Write(Create));
        _ = routes.MapGet(One, door.Read(Get));
        _ = routes.MapPut(One, door.Write(Update));
        _ = routes.MapDelete(One, door.Write(Delete));
        _ = routes.MapPost(One + "/undo_delete", door.Write(_ => (null, DeckAnswer.Denied)));
        _ = routes.MapPost(One + "/acl", door.Write(Share));
        _ = routes.MapPut(One + "/acl/{member:long}", door.Write(ChangeShare));
        _ = routes.MapDelete(One + "/acl/{member:long}", door.Write(Unshare));
    }

    private DeckAnswer List(DeckCall call)
    {
        var detail = call.Context.Request.Query["details"] == "true" ? BoardDetail.Listed : BoardDetail.Short;
        var boards = call.State.BoardsOf(call.Me).ToList();
        var writer = new DeckWriter(call.State, people);
        return DeckAnswer.Ok(
            new JsonArray([.. boards.Select(JsonNode (board) => writer.Board(call.Me, board, detail))]),
            boards.Count == 0 ? 0 : boards.Max(board => board.LastModified)
        );
    }

    private (DeckState?, DeckAnswer) Create(DeckCall call)
    {
        if ((call.Wrong("title", LongestTitle) ?? call.Wrong("color", LongestColor)) is { } wrong)
        {
            return (null, DeckAnswer.Bad(wrong));
        }

        var (state, board) = Add(call.State, call.Me.Id, call.Text("title")!, call.Text("color")!, call.Now);
        return (state, DeckAnswer.Ok(new DeckWriter(state, people).Board(call.Me, board, BoardDetail.New)));
    }

    /// <summary>A new board with the labels every new one has.</summary>
    public static (DeckState State, DeckBoard Board) Add(
        DeckState state,
        string owner,
        string title,
        string color,
        long now
    )
    {
        var board = new DeckBoard(state.LastBoard + 1, owner, title, color) { LastModified = now };
        var labels = FirstLabels.Select(
            (label, i) => new DeckLabel(state.LastLabel + 1 + i, board.Id, label.Title, label.Color)
        );
        return (
            state with
            {
                Boards = state.Boards.Add(board),
                Labels = state.Labels.AddRange(labels),
                LastBoard = board.Id,
                LastLabel = state.LastLabel + FirstLabels.Length,
            },
            board
        );
    }

    private DeckAnswer Get(DeckCall call) =>
        call.Board(_ => true) is { } board
            ? DeckAnswer.Ok(new DeckWriter(call.State, people).Board(call.Me, board), board.LastModified)
            : DeckAnswer.Denied;

    private (DeckState?, DeckAnswer) Update(DeckCall call)
    {
        if (call.Board(member => member.Manage) is not { } board)
        {
            return (null, DeckAnswer.Denied);
        }

        if ((call.Wrong("title", LongestTitle) ?? call.Wrong("color", LongestColor)) is { } wrong)
        {
            return (null, DeckAnswer.Bad(wrong));
        }

        var changed = board with
        {
            Title = call.Text("title")!,
            Color = call.Text("color")!,
            Archived = call.Flag("archived") ?? board.Archived,
            LastModified = call.Now,
        };
        return Written(call, changed);
    }

    private (DeckState?, DeckAnswer) Delete(DeckCall call) =>
        call.Board(member => member.Manage) is { } board
            ? Written(call, board with { DeletedAt = call.Now, LastModified = call.Now })
            : (null, DeckAnswer.Denied);

    private (DeckState?, DeckAnswer) Written(DeckCall call, DeckBoard board)
    {
        var state = call.State with { Boards = call.State.Boards.ConvertAll(one => one.Id == board.Id ? board : one) };
        return (state, DeckAnswer.Ok(new DeckWriter(state, people).Board(call.Me, board)));
    }

    private (DeckState?, DeckAnswer) Share(DeckCall call)
    {
        if (call.Board(member => member.Share) is not { } board)
        {
            return (null, DeckAnswer.Denied);
        }

        if (call.Text("participant") is not { Length: > 0 } participant)
        {
            return (null, DeckAnswer.Bad("participant must be provided"));
        }

        var member = Rights(
            call,
            new DeckMember(call.State.LastMember + 1, board.Id, call.Number("type") ?? 0, participant)
        );
        var state = call.State with { Members = call.State.Members.Add(member), LastMember = member.Id };
        return (state.Touched(board.Id, call.Now), DeckAnswer.Ok(new DeckWriter(state, people).Member(member)));
    }

    private (DeckState?, DeckAnswer) ChangeShare(DeckCall call)
    {
        if (Member(call) is not { } member)
        {
            return (null, DeckAnswer.Denied);
        }

        var changed = Rights(call, member);
        var state = call.State with
        {
            Members = call.State.Members.ConvertAll(one => one.Id == changed.Id ? changed : one),
        };
        return (state.Touched(member.BoardId, call.Now), DeckAnswer.Ok(new DeckWriter(state, people).Member(changed)));
    }

    private (DeckState?, DeckAnswer) Unshare(DeckCall call) =>
        Member(call) is { } member
            ? (
                (call.State with { Members = call.State.Members.Remove(member) }).Touched(member.BoardId, call.Now),
                DeckAnswer.Ok(new DeckWriter(call.State, people).Member(member))
            )
            : (null, DeckAnswer.Denied);

    private static DeckMember? Member(DeckCall call) =>
        call.Board(member => member.Share) is { } board
            ? call.State.Members.Find(member => member.BoardId == board.Id && member.Id == call.Id("member"))
            : null;

    private static DeckMember Rights(DeckCall call, DeckMember member) =>
        member with
        {
            Edit = call.Flag("permissionEdit") ?? false,
            Share = call.Flag("permissionShare") ?? false,
            Manage = call.Flag("permissionManage") ?? false,
        };
}
