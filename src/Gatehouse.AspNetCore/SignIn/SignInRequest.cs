using Gatehouse.AspNetCore.Authorization;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>What a sign-in is for.</summary>
/// <param name="Id">The support id; also shown at the other side, so that the person sees that both belong together.</param>
/// <param name="ClientName">What the client calls itself.</param>
/// <param name="ClientHost">Where its answer goes: a host, or the scheme of an app.</param>
public sealed record SignInRequest(TransactionId Id, string ClientName, string ClientHost)
{
    /// <summary>Where the browser comes back to, the same for every sign-in of this kind: <c>https://mcp.example.com/callback/entra</c>.</summary>
    public string CallbackUrl { get; init; } = "";

    /// <summary>Whether what lets us act as the person upstream is of any use afterwards; a look at the connections page needs none.</summary>
    public bool WantsCredential { get; init; } = true;

    /// <summary>The e-mail address the person typed; null when they chose in another way.</summary>
    public string? LoginHint { get; init; }
}
