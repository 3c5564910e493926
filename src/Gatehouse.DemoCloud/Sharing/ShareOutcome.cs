namespace Gatehouse.DemoCloud.Sharing;

/// <summary>The share as it is then, or why it is not made or changed.</summary>
/// <param name="Share">None when it is refused.</param>
/// <param name="IsNew">It was not there before.</param>
/// <param name="Refusal">None when it is done.</param>
internal sealed record ShareOutcome(Share? Share, bool IsNew, ShareRefusal? Refusal)
{
    public static ShareOutcome Made(Share share) => new(share, IsNew: true, null);

    public static ShareOutcome Of(Share share) => new(share, IsNew: false, null);

    public static ShareOutcome Refused(ShareRefusal refusal) => new(null, IsNew: false, refusal);
}
