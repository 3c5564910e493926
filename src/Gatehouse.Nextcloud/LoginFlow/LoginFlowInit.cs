namespace Gatehouse.Nextcloud.LoginFlow;

/// <summary>The answer to POST <c>/login/v2</c>.</summary>
internal sealed record LoginFlowInit(LoginFlowInitPoll? Poll, string? Login);
