using System.Collections.Immutable;

namespace Gatehouse.DemoCloud.Collectives;

/// <summary>All collectives, what is known of their pages besides the files, and their tags.</summary>
internal sealed record CollectivesState
{
    public ImmutableList<DemoCollective> Collectives { get; init; } = [];

    public ImmutableList<DemoPage> Pages { get; init; } = [];

    public ImmutableList<DemoTag> Tags { get; init; } = [];

    public long LastCollective { get; init; }

    public long LastTag { get; init; }

    public DemoCollective? Find(string person, long id) =>
        Collectives.FirstOrDefault(one => one.Person == person && one.Id == id);

    public DemoPage? FindPage(long collective, long id) =>
        Pages.FirstOrDefault(one => one.CollectiveId == collective && one.Id == id);

    public IEnumerable<DemoPage> PagesOf(long collective, bool trashed) =>
        Pages.Where(one => one.CollectiveId == collective && one.Trashed is not null == trashed);

    public CollectivesState With(DemoCollective collective) =>
        this with
        {
            Collectives = [.. Collectives.Where(one => one.Id != collective.Id), collective],
            LastCollective = Math.Max(LastCollective, collective.Id),
        };

    public CollectivesState With(DemoPage page) =>
        this with
        {
            Pages = [.. Pages.Where(one => one.Id != page.Id), page],
        };

    /// <summary>A page and all below it.</summary>
    public IEnumerable<DemoPage> Branch(DemoPage page) =>
        Pages
            .Where(one => one.CollectiveId == page.CollectiveId && one.ParentId == page.Id)
            .SelectMany(Branch)
            .Prepend(page);
}
