using Gatehouse.Nextcloud.Talk;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>The reactions to a message.</summary>
internal sealed record ReactionList(IReadOnlyList<ReactionItem> Reactions)
{
    public static ReactionList Of(IEnumerable<Reaction> reactions) =>
        new([.. reactions.Select(r => new ReactionItem(r.Emoji, [.. r.People.Select(NameOf)]))]);

    private static string NameOf(ChatActor actor) => actor.Name.Length > 0 ? actor.Name : actor.Id;
}
