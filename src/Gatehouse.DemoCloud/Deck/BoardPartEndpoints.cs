using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Deck;

/// <summary>Lists and labels.</summary>
internal sealed class BoardPartEndpoints(PersonDirectory people)
{
    private const string Stacks = BoardEndpoints.Root + "/{board:long}/stacks";
    private const string Labels = BoardEndpoints.Root + "/{board:long}/labels";
    private const int LongestTitle = 100;

    public void Map(IEndpointRouteBuilder routes, DeckDoor door)
    {
        _ = routes.MapGet(Stacks, door.Read(call => List(call, archived: false)));
        _ = routes.MapGet(Stacks + "/archived", door.Read(call => List(call, archived: true)));
        _ = routes.MapPost(Stacks, door.Write(CreateStack));
        _ = routes.MapGet(Stacks + "/{stack:long}", door.Read(GetStack));
        _ = routes.MapPut(Stacks + "/{stack:long}", door.Write(UpdateStack));
        _ = routes.MapDelete(Stacks + "/{stack:long}", door.Write(DeleteStack));
        _ = routes.MapPost(Labels, door.Write(CreateLabel));
        _ = routes.MapGet(Labels + "/{label:long}", door.Read(GetLabel));
        _ = routes.MapPut(Labels + "/{label:long}", door.Write(UpdateLabel));
        _ = routes.MapDelete(Labels + "/{label:long}", door.Write(DeleteLabel));
    }

    private DeckAnswer List(DeckCall call, bool archived)
    {
        if (call.Board(_ => true) is not { } board)
        {
            return DeckAnswer.Denied;
        }

        var writer = new DeckWriter(call.State, people);
        var stacks = call
            .State.Stacks.Where(stack => stack.BoardId == board.Id && stack.DeletedAt == 0)
            .OrderBy(stack => stack.Order);
        return DeckAnswer.Ok(
            new JsonArray([
                .. stacks.Select(JsonNode (stack) => writer.Stack(stack, Cards(call.State, stack, archived))),
            ])
        );
    }

    private (DeckState?, DeckAnswer) CreateStack(DeckCall call)
    {
        if (call.Board(member => member.Manage) is not { } board)
        {
            return (null, DeckAnswer.Denied);
        }

        if (call.Wrong("title", LongestTitle) is { } wrong)
        {
            return (null, DeckAnswer.Bad(wrong));
        }

        var stack = new DeckStack(call.State.LastStack + 1, board.Id, call.Text("title")!, call.Number("order") ?? 999);
        var state = call.State with { Stacks = call.State.Stacks.Add(stack), LastStack = stack.Id };
        return (state.Touched(board.Id, call.Now), DeckAnswer.Ok(new DeckWriter(state, people).Stack(stack, [])));
    }

    private DeckAnswer GetStack(DeckCall call) =>
        Stack(call, _ => true) is { } stack
            ? DeckAnswer.Ok(
                new DeckWriter(call.State, people).Stack(stack, Cards(call.State, stack, archived: false)),
                stack.LastModified
            )
            : DeckAnswer.Denied;

    private (DeckState?, DeckAnswer) UpdateStack(DeckCall call)
    {
        if (Stack(call, member => member.Manage) is not { } stack)
        {
            return (null, DeckAnswer.Denied);
        }

        return call.Wrong("title", LongestTitle) is { } wrong
            ? (null, DeckAnswer.Bad(wrong))
            : Written(call, stack with { Title = call.Text("title")!, Order = call.Number("order") ?? stack.Order });
    }

    private (DeckState?, DeckAnswer) DeleteStack(DeckCall call) =>
        Stack(call, member => member.Manage) is { } stack
            ? Written(call, stack with { DeletedAt = call.Now })
            : (null, DeckAnswer.Denied);

    private (DeckState?, DeckAnswer) Written(DeckCall call, DeckStack stack)
    {
        var state = call.State with { Stacks = call.State.Stacks.ConvertAll(one => one.Id == stack.Id ? stack : one) };
        return (
            state.Touched(stack.BoardId, call.Now),
            DeckAnswer.Ok(new DeckWriter(state, people).Stack(stack, cards: []))
        );
    }

    private (DeckState?, DeckAnswer) CreateLabel(DeckCall call)
    {
        if (call.Board(member => member.Manage) is not { } board)
        {
            return (null, DeckAnswer.Denied);
        }

        if ((call.Wrong("title", LongestTitle) ?? Taken(call, board.Id, 0)) is { } wrong)
        {
            return (null, DeckAnswer.Bad(wrong));
        }

        var label = new DeckLabel(
            call.State.LastLabel + 1,
            board.Id,
            call.Text("title")!,
            call.Text("color") ?? "31CC7C"
        );
        var state = call.State with { Labels = call.State.Labels.Add(label), LastLabel = label.Id };
        return (state.Touched(board.Id, call.Now), DeckAnswer.Ok(DeckWriter.Label(label, isNew: true)));
    }

    private static DeckAnswer GetLabel(DeckCall call) =>
        Label(call, _ => true) is { } label ? DeckAnswer.Ok(DeckWriter.Label(label)) : DeckAnswer.Denied;

    private static (DeckState?, DeckAnswer) UpdateLabel(DeckCall call)
    {
        if (Label(call, member => member.Manage) is not { } label)
        {
            return (null, DeckAnswer.Denied);
        }

        if ((call.Wrong("title", LongestTitle) ?? Taken(call, label.BoardId, label.Id)) is { } wrong)
        {
            return (null, DeckAnswer.Bad(wrong));
        }

        var changed = label with
        {
            Title = call.Text("title")!,
            Color = call.Text("color") ?? label.Color,
            LastModified = call.Now,
        };
        var state = call.State with
        {
            Labels = call.State.Labels.ConvertAll(one => one.Id == label.Id ? changed : one),
        };
        return (state.Touched(label.BoardId, call.Now), DeckAnswer.Ok(DeckWriter.Label(changed)));
    }

    private static (DeckState?, DeckAnswer) DeleteLabel(DeckCall call) =>
        Label(call, member => member.Manage) is { } label
            ? (
                (
                    call.State with
                    {
                        Labels = call.State.Labels.Remove(label),
                        Cards = call.State.Cards.ConvertAll(card =>
                            card with
                            {
                                Labels = card.Labels.Remove(label.Id),
                            }
                        ),
                    }
                ).Touched(label.BoardId, call.Now),
                DeckAnswer.Ok(DeckWriter.Label(label))
            )
            : (null, DeckAnswer.Denied);

    private static List<DeckCard> Cards(DeckState state, DeckStack stack, bool archived) =>
        [
            .. state
                .Cards.Where(card => card.StackId == stack.Id && card.DeletedAt == 0 && card.Archived == archived)
                .OrderBy(card => card.Order),
        ];

    private static DeckStack? Stack(DeckCall call, Func<DeckMember, bool> right) =>
        call.State.Stack(call.Id("stack")) is { } stack
        && call.State.Board(stack.BoardId) is { } board
        && call.State.May(call.Me, board, right)
            ? stack
            : null;

    private static DeckLabel? Label(DeckCall call, Func<DeckMember, bool> right) =>
        call.Board(right) is { } board
            ? call.State.Labels.Find(label => label.Id == call.Id("label") && label.BoardId == board.Id)
            : null;

    private static string? Taken(DeckCall call, long board, long self) =>
        call.State.Labels.Exists(label =>
            label.BoardId == board && label.Id != self && label.Title == call.Text("title")
        )
            ? "title must be unique"
            : null;
}
