using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Tags;

/// <summary>The tags of Alice and Bob.</summary>
internal static class TagSamples
{
    public static TagsState Company(PersonDirectory people)
    {
        var state = TagsState.Empty.With("Confidential").With("Paid");
        var insurance = people.Find("alice")?.Home.Tree.Find(FilePath.Parse("Documents/Household/Insurance.txt"));
        return insurance is null ? state : state with { Files = [new TaggedFile(insurance.Id, state.All[0].Id)] };
    }
}
