namespace Gatehouse.DemoCloud.LoginFlow;

/// <summary>One Login Flow v2 from init to the poll that takes its app password.</summary>
internal sealed record Flow(string PollToken, string LoginToken, string Client, DateTimeOffset Expires)
{
    public string? LoginName { get; init; }

    public string? AppPassword { get; init; }
}
