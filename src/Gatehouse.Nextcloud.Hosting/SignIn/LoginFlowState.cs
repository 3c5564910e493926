using Gatehouse.Nextcloud.LoginFlow;

namespace Gatehouse.Nextcloud.Hosting.SignIn;

/// <summary>A Login Flow between two polls; sealed wherever it is kept.</summary>
internal sealed record LoginFlowState(string PollToken, string PollEndpoint, string LoginUrl, DateTimeOffset StartedAt)
{
    public static LoginFlowState Of(LoginFlowStart start, DateTimeOffset now) =>
        new(start.PollToken.Reveal(), start.PollEndpoint, start.LoginUrl, now);

    public LoginFlowStart ToStart() => new(LoginFlow.PollToken.Parse(PollToken), PollEndpoint, LoginUrl);

    /// <inheritdoc/>
    public override string ToString() => $"LoginFlowState {LoginUrl} ***";
}
