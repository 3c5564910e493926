using System.Collections.Immutable;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>All shares, oldest first.</summary>
internal sealed record SharesState(ImmutableList<Share> All, long Next)
{
    public static SharesState Empty { get; } = new([], 1);

    public SharesState With(Share share) => new(All.Add(share with { Id = Next }), Next + 1);

    public SharesState Changed(Share share) =>
        this with
        {
            All = All.ConvertAll(one => one.Id == share.Id ? share : one),
        };
}
