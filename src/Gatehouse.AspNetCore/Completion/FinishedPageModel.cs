namespace Gatehouse.AspNetCore.Completion;

/// <summary>What the last page shows when an app has to be opened.</summary>
public sealed record FinishedPageModel(string ClientName, string Answer, string SupportId, bool IsDenied)
{
    /// <summary>What happened, in a few words.</summary>
    public string Title => IsDenied ? "You cancelled" : "You are signed in";

    /// <summary>Never the answer, which carries the code.</summary>
    public override string ToString() => $"FinishedPageModel {SupportId} ***";
}
