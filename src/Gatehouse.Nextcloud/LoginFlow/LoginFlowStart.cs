namespace Gatehouse.Nextcloud.LoginFlow;

/// <summary>A Login Flow that waits for its person. It lives 20 minutes at the cloud.</summary>
/// <param name="PollToken">The secret to poll with.</param>
/// <param name="PollEndpoint">The public URL to poll, on the configured cloud (checked).</param>
/// <param name="LoginUrl">The link the person opens, on the configured cloud (checked).</param>
public sealed record LoginFlowStart(PollToken PollToken, string PollEndpoint, string LoginUrl);
