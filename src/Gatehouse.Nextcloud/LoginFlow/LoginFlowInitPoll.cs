namespace Gatehouse.Nextcloud.LoginFlow;

/// <summary>Where to ask whether somebody granted, and with what.</summary>
internal sealed record LoginFlowInitPoll(string? Token, string? Endpoint)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(LoginFlowInitPoll);
}
