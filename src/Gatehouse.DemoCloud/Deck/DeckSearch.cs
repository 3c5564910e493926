using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Deck;

/// <summary>Finds cards; of the real one's filters it knows <c>tag:</c>, <c>assigned:</c> and <c>list:</c>.</summary>
internal static class DeckSearch
{
    public static IEnumerable<DeckCard> Cards(DeckState state, Person me, string term)
    {
        var boards = state.BoardsOf(me).Select(board => board.Id).ToHashSet();
        var words = term.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return state.Cards.Where(card =>
            card is { DeletedAt: 0, Archived: false }
            && state.Stack(card.StackId) is { } stack
            && boards.Contains(stack.BoardId)
            && Array.TrueForAll(words, word => Fits(state, card, stack, word))
        );
    }

    private static bool Fits(DeckState state, DeckCard card, DeckStack stack, string word)
    {
        var parts = word.Split(':', 2);
        var value = parts[^1].Trim('"');
        return (parts.Length, parts[0]) switch
        {
            (2, "tag") => state.Labels.Exists(label => card.Labels.Contains(label.Id) && Holds(label.Title, value)),
            (2, "assigned") => card.Users.Any(user => Holds(user.User, value)),
            (2, "list") => Holds(stack.Title, value),
            _ => Holds(card.Title, word) || Holds(card.Description, word),
        };
    }

    private static bool Holds(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
