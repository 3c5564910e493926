using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Text.Json.Serialization;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Deck;

/// <summary>All of Deck. Each kind of thing counts its ids by itself, as the tables of the real one do.</summary>
internal sealed record DeckState
{
    public ImmutableList<DeckBoard> Boards { get; init; } = [];

    public ImmutableList<DeckStack> Stacks { get; init; } = [];

    public ImmutableList<DeckLabel> Labels { get; init; } = [];

    public ImmutableList<DeckMember> Members { get; init; } = [];

    public ImmutableList<DeckCard> Cards { get; init; } = [];

    public ImmutableList<DeckComment> Comments { get; init; } = [];

    /// <summary>Whoever has been here; the real one gives each a board at the first visit.</summary>
    public ImmutableSortedSet<string> Visitors { get; init; } = [];

    /// <summary>How many files each card has; Sharing keeps them.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<long, int> Attached { get; init; } = ReadOnlyDictionary<long, int>.Empty;

    public long LastBoard { get; init; }

    public long LastStack { get; init; }

    public long LastLabel { get; init; }

    public long LastMember { get; init; }

    public long LastCard { get; init; }

    public long LastAssignment { get; init; }

    /// <summary>Comments of all apps share one table; the first belongs to a file.</summary>
    public long LastComment { get; init; } = 1;

    public DeckBoard? Board(long id) => Boards.Find(board => board.Id == id && board.DeletedAt == 0);

    public DeckStack? Stack(long id) => Stacks.Find(stack => stack.Id == id && stack.DeletedAt == 0);

    public DeckCard? Card(long id) => Cards.Find(card => card.Id == id && card.DeletedAt == 0);

    public DeckBoard? BoardOf(DeckCard card) => Stack(card.StackId) is { } stack ? Board(stack.BoardId) : null;

    public IEnumerable<DeckBoard> BoardsOf(Person me) =>
        Boards.Where(board => board.DeletedAt == 0 && May(me, board, _ => true));

    public bool May(Person me, DeckBoard board, Func<DeckMember, bool> right) =>
        board.Owner == me.Id || Members.Exists(member => member.BoardId == board.Id && Is(me, member) && right(member));

    public bool MayEdit(Person me, DeckBoard board) => May(me, board, member => member.Edit);

    public bool MayManage(Person me, DeckBoard board) => May(me, board, member => member.Manage);

    /// <summary>A change below a board is one of the board, too.</summary>
    public DeckState Touched(long board, long now) =>
        this with
        {
            Boards = Boards.ConvertAll(one => one.Id == board ? one with { LastModified = now } : one),
        };

    /// <summary>A card as it is now, with its list and board.</summary>
    public DeckState With(DeckCard card, long now) =>
        (
            this with
            {
                Cards = Cards.ConvertAll(one => one.Id == card.Id ? card : one),
                Stacks = Stacks.ConvertAll(one => one.Id == card.StackId ? one with { LastModified = now } : one),
            }
        ).Touched(Stack(card.StackId)?.BoardId ?? 0, now);

    private static bool Is(Person me, DeckMember member) =>
        member.Type == 0 ? member.Participant == me.Id : me.Account.Groups.Contains(member.Participant);
}
