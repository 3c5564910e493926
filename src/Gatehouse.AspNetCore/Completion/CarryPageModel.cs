namespace Gatehouse.AspNetCore.Completion;

/// <summary>What the last page shows when the person carries the answer to another machine.</summary>
/// <param name="ClientName">What the client calls itself.</param>
/// <param name="Command">For a shell there.</param>
/// <param name="Url">For a client that asks for the address.</param>
/// <param name="Minutes">How long it works.</param>
/// <param name="SupportId">The support id.</param>
public sealed record CarryPageModel(string ClientName, string Command, string Url, int Minutes, string SupportId)
{
    /// <summary>Never the command, which carries the code.</summary>
    public override string ToString() => $"CarryPageModel {SupportId} ***";
}
