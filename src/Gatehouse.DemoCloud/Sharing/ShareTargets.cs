using Gatehouse.DemoCloud.Deck;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.People;
using Gatehouse.DemoCloud.Talk;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>What files are shared with besides people: cards of Deck and conversations of Talk.</summary>
internal sealed class ShareTargets(DeckApp deck, TalkApp talk)
{
    public bool IsOpenTo(Person me, int kind, string id) =>
        kind == ShareKind.DeckCard ? deck.CardFor(me, id) is not null : talk.PeopleOf(id).Contains(me.Id);

    /// <summary>Whose home it then lies in, too.</summary>
    public IReadOnlyList<string> PeopleOf(int kind, string id) => kind == ShareKind.Room ? talk.PeopleOf(id) : [];

    public string TitleOf(int kind, string id) => kind == ShareKind.Room ? talk.NameOf(id) : deck.TitleOf(id);

    /// <summary>Path of its page.</summary>
    public static string PageOf(int kind, string id) =>
        kind == ShareKind.Room ? $"/call/{id}" : $"/apps/deck/card/{id}";

    /// <summary>A conversation shows what was shared with it.</summary>
    public Task TellAsync(Person me, Share share, FileNode file, CancellationToken cancellationToken) =>
        share.Kind == ShareKind.Room ? talk.PostAsync(me, share.With!, file, cancellationToken) : Task.CompletedTask;
}
