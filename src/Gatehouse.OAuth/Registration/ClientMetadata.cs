namespace Gatehouse.OAuth.Registration;

/// <summary>RFC 7591 §2: what is known of a client, in canonical form (redirects sorted, without the ports of loopback addresses).</summary>
/// <param name="Name">What the client calls itself; anybody may choose any name.</param>
/// <param name="RedirectUris">At most ten; may be empty, then the client can register and do nothing.</param>
/// <param name="AuthenticationMethod">One of <see cref="ClientAuthenticationMethod"/>.</param>
/// <param name="ApplicationType"><c>native</c> or <c>web</c>.</param>
public sealed record ClientMetadata(
    string? Name,
    IReadOnlyList<RedirectUri> RedirectUris,
    string AuthenticationMethod,
    string ApplicationType
)
{
    /// <summary>The keys of a client that signs; null for every other.</summary>
    public ClientKeys? Keys { get; init; }

    /// <summary>True when a secret or a signature is required at the token endpoint.</summary>
    public bool IsConfidential => AuthenticationMethod != ClientAuthenticationMethod.None;
}
