namespace Gatehouse.IdentityProviders.Hosting;

/// <summary>
/// Parameters of an authorization request that only this server sets: what ties the answer to the sign-in, or changes the way it comes back. Neither facts nor
/// the operator may say otherwise.
/// </summary>
internal static class OwnParameters
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "client_id",
        "client_secret",
        "redirect_uri",
        "response_type",
        "response_mode",
        "scope",
        "state",
        "nonce",
        "code_challenge",
        "code_challenge_method",
        "request",
        "request_uri",
    };

    public static bool Contains(string name) => Names.Contains(name);
}
