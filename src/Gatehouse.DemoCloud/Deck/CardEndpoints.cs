using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Deck;

/// <summary>Cards: read, made, changed, moved, archived and deleted.</summary>
internal sealed class CardEndpoints(PersonDirectory people)
{
    public const string One = BoardEndpoints.Root + "/{board:long}/stacks/{stack:long}/cards/{card:long}";
    private const int LongestTitle = 255;

    public void Map(IEndpointRouteBuilder routes, DeckDoor door)
    {
        _ = routes.MapPost(BoardEndpoints.Root + "/{board:long}/stacks/{stack:long}/cards", door.Write(Create));
        _ = routes.MapGet(One, door.Read(Get));
        _ = routes.MapPut(One, door.Write(Update));
        _ = routes.MapDelete(One, door.Write(Delete));
        _ = routes.MapPut(One + "/reorder", door.Write(Reorder));
        _ = routes.MapPut(One + "/archive", door.Write(call => Archive(call, archived: true)));
        _ = routes.MapPut(One + "/unarchive", door.Write(call => Archive(call, archived: false)));
    }

    private DeckAnswer Get(DeckCall call) =>
        call.Card(_ => true) is { } card
            ? DeckAnswer.Ok(new DeckWriter(call.State, people).Card(card, isRead: true), card.LastModified)
            : DeckAnswer.Denied;

    private (DeckState?, DeckAnswer) Create(DeckCall call)
    {
        if (Target(call) is not { } stack)
        {
            return (null, DeckAnswer.Denied);
        }

        if (call.Wrong("title", LongestTitle) is { } wrong)
        {
            return (null, DeckAnswer.Bad(wrong));
        }

        var card = new DeckCard(call.State.LastCard + 1, stack.Id, call.Text("title")!, call.Me.Id)
        {
            Description = call.Text("description") ?? "",
            Type = call.Text("type") ?? "plain",
            Order = call.Number("order") ?? 999,
            Duedate = Time(call.Text("duedate")),
            CreatedAt = call.Now,
            LastModified = call.Now,
        };
        var state = call.State with { Cards = call.State.Cards.Add(card), LastCard = card.Id };
        return (state.With(card, call.Now), DeckAnswer.Ok(new DeckWriter(state, people).Card(card)));
    }

    /// <summary>What the body leaves out is erased, and the list of the address is where the card goes.</summary>
    private (DeckState?, DeckAnswer) Update(DeckCall call)
    {
        if (call.Card(member => member.Edit) is not { } card || Target(call) is not { } stack)
        {
            return (null, DeckAnswer.Denied);
        }

        var wrong = call.Wrong("title", LongestTitle) ?? call.Wrong("type", 32) ?? call.Wrong("owner", 64);
        if (wrong is not null)
        {
            return (null, DeckAnswer.Bad(wrong));
        }

        var changed = card with
        {
            Title = call.Text("title")!,
            StackId = stack.Id,
            Type = call.Text("type")!,
            Owner = call.Text("owner")!,
            Order = call.Number("order") ?? 0,
            Description = call.Text("description") ?? "",
            DescriptionPrev = card.DescriptionPrev ?? card.Description,
            Duedate = Time(call.Text("duedate")),
            Done = Time(call.Text("done")),
            Labels = LabelsAt(call.State, card, stack),
            LastModified = call.Now,
        };
        // The editor is noted after the answer is made.
        var state = call.State.With(changed with { LastEditor = call.Me.Id }, call.Now);
        return (state, DeckAnswer.Ok(new DeckWriter(state, people).Card(changed)));
    }

    private (DeckState?, DeckAnswer) Delete(DeckCall call)
    {
        if (call.Card(member => member.Edit) is not { } card)
        {
            return (null, DeckAnswer.Denied);
        }

        var gone = card with { DeletedAt = call.Now, LastModified = call.Now };
        return (call.State.With(gone, call.Now), DeckAnswer.Ok(new DeckWriter(call.State, people).Bare(gone)));
    }

    /// <summary>A <c>stackId</c> in the body is not looked at.</summary>
    private (DeckState?, DeckAnswer) Reorder(DeckCall call)
    {
        if (call.Card(member => member.Edit) is not { } card || Target(call) is not { } stack)
        {
            return (null, DeckAnswer.Denied);
        }

        var order = call.Number("order") ?? 0;
        var next = 0;
        var cards = call
            .State.Cards.Where(one =>
                one.StackId == stack.Id && one.Id != card.Id && one is { DeletedAt: 0, Archived: false }
            )
            .OrderBy(one => one.Order)
            .Select(one =>
            {
                next = next == order ? next + 1 : next;
                return one with { Order = next++, LastModified = call.Now };
            })
            .Append(card with { Order = order, StackId = stack.Id, LastModified = call.Now })
            .OrderBy(one => one.Order)
            .ToList();
        var state = cards.Aggregate(call.State, (before, one) => before.With(one, call.Now));
        var writer = new DeckWriter(state, people);
        return (
            state,
            DeckAnswer.Ok(new JsonArray([.. cards.Select(JsonNode (one) => writer.Bare(one, isReordered: true))]))
        );
    }

    private (DeckState?, DeckAnswer) Archive(DeckCall call, bool archived)
    {
        if (call.Card(member => member.Edit) is not { } card)
        {
            return (null, DeckAnswer.Denied);
        }

        var changed = card with { Archived = archived, LastModified = call.Now };
        return (call.State.With(changed, call.Now), DeckAnswer.Ok(new DeckWriter(call.State, people).Bare(changed)));
    }

    private static DeckStack? Target(DeckCall call) =>
        call.State.Stack(call.Id("stack")) is { } stack
        && call.State.Board(stack.BoardId) is { } board
        && call.State.MayEdit(call.Me, board)
            ? stack
            : null;

    /// <summary>On another board the labels of the same titles.</summary>
    private static System.Collections.Immutable.ImmutableArray<long> LabelsAt(
        DeckState state,
        DeckCard card,
        DeckStack stack
    )
    {
        if (state.Stack(card.StackId)?.BoardId == stack.BoardId)
        {
            return card.Labels;
        }

        var titles = state.Labels.Where(label => card.Labels.Contains(label.Id)).Select(label => label.Title);
        return
        [
            .. state
                .Labels.Where(label => label.BoardId == stack.BoardId && titles.Contains(label.Title))
                .Select(label => label.Id),
        ];
    }

    private static string? Time(string? text) =>
        DateTimeOffset.TryParse(
            text,
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time.ToUniversalTime()
                .ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
