using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Deck;

/// <summary>Labels and people of cards.</summary>
internal sealed class CardMarkEndpoints(PersonDirectory people)
{
    public void Map(IEndpointRouteBuilder routes, DeckDoor door)
    {
        _ = routes.MapPut(CardEndpoints.One + "/assignLabel", door.Write(call => Label(call, isOn: true)));
        _ = routes.MapPut(CardEndpoints.One + "/removeLabel", door.Write(call => Label(call, isOn: false)));
        _ = routes.MapPut(CardEndpoints.One + "/assignUser", door.Write(Assign));
        _ = routes.MapPut(CardEndpoints.One + "/unassignUser", door.Write(Unassign));
    }

    private static (DeckState?, DeckAnswer) Label(DeckCall call, bool isOn)
    {
        if (call.Card(member => member.Edit) is not { } card)
        {
            return (null, DeckAnswer.Denied);
        }

        long id = call.Number("labelId") ?? 0;
        var known = call.State.Labels.Exists(label => label.Id == id && label.BoardId == call.State.BoardOf(card)?.Id);
        if (!known)
        {
            return (null, DeckAnswer.Denied);
        }

        var labels = card.Labels.Remove(id);
        var changed = card with { Labels = isOn ? labels.Add(id) : labels, LastModified = call.Now };
        return (call.State.With(changed, call.Now), DeckAnswer.Ok(body: null));
    }

    private (DeckState?, DeckAnswer) Assign(DeckCall call)
    {
        if (call.Card(member => member.Edit) is not { } card)
        {
            return (null, DeckAnswer.Denied);
        }

        var user = call.Text("userId") ?? "";
        var writer = new DeckWriter(call.State, people);
        if (call.State.BoardOf(card) is not { } board || !writer.PeopleOf(board).Contains(user))
        {
            return (null, DeckAnswer.Bad("The user is not part of the board"));
        }

        if (card.Users.Any(one => one.User == user))
        {
            return (null, DeckAnswer.Bad("The user is already assigned to the card"));
        }

        var assigned = new DeckAssignment(call.State.LastAssignment + 1, user);
        var changed = card with { Users = card.Users.Add(assigned), LastModified = call.Now };
        var state = call.State with { LastAssignment = assigned.Id };
        return (state.With(changed, call.Now), DeckAnswer.Ok(writer.Assignment(changed, assigned)));
    }

    private (DeckState?, DeckAnswer) Unassign(DeckCall call)
    {
        if (call.Card(member => member.Edit) is not { } card)
        {
            return (null, DeckAnswer.Denied);
        }

        var user = call.Text("userId") ?? "";
        if (card.Users.FirstOrDefault(one => one.User == user) is not { } assigned)
        {
            return (null, DeckAnswer.Denied);
        }

        var changed = card with { Users = card.Users.Remove(assigned), LastModified = call.Now };
        return (
            call.State.With(changed, call.Now),
            DeckAnswer.Ok(new DeckWriter(call.State, people).Assignment(card, assigned))
        );
    }
}
