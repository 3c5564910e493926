using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Comments;

/// <summary>Alice and Bob talk about their prices.</summary>
internal static class CommentSamples
{
    public static CommentsState Company(DemoAppContext context)
    {
        var now = context.Time.GetUtcNow();
        return
            context.People.Find("alice")?.Home.Tree.Find(FilePath.Parse("Documents/Workshop/Price list 2026.csv"))
                is { } prices
            ? CommentsState
                .Empty.With(
                    prices.Id,
                    "bob",
                    "Oak went up again, @alice. Is 640 for the bench still right?",
                    now.AddDays(-3)
                )
                .With(prices.Id, "alice", "Until the end of the year, then 690.", now.AddDays(-2))
            : CommentsState.Empty;
    }
}
