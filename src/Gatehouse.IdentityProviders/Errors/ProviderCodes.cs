namespace Gatehouse.IdentityProviders.Errors;

/// <summary>The stable codes of what goes wrong with a provider; each has its page in <c>docs/errors/</c>.</summary>
internal static class ProviderCodes
{
    /// <summary>It cannot be reached, or is in trouble.</summary>
    public const string Unreachable = "provider-unreachable";

    /// <summary>It asks to slow down.</summary>
    public const string Throttled = "provider-throttled";

    /// <summary>It answers what no such provider answers.</summary>
    public const string Unexpected = "provider-unexpected";

    /// <summary>Its metadata or keys do not fit the configuration.</summary>
    public const string Misconfigured = "provider-misconfigured";

    /// <summary>It does not accept this server as a client, or what it asked for.</summary>
    public const string Refused = "provider-refused";

    /// <summary>The person or an administrator said no there.</summary>
    public const string Denied = "provider-denied";

    /// <summary>The sign-in there is over, or was never good: once more.</summary>
    public const string SignInAgain = "provider-sign-in-again";
}
