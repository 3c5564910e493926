namespace Gatehouse.Nextcloud.LoginFlow;

/// <summary>The answer to a poll after the grant.</summary>
internal sealed record LoginFlowCredentials(string? Server, string? LoginName, string? AppPassword)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(LoginFlowCredentials);
}
