using System.Text.Json;

namespace Gatehouse.IdentityProviders.Identity.IdTokens;

/// <summary>OpenID Connect Core 1.0 §3.1.3.7, 9 and 10: alive, and not from the future. Clocks may differ by two minutes.</summary>
internal static class LifetimeRule
{
    /// <summary>How far the provider's clock may be from ours.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private const string Clocks = "If this happens at every sign-in, set the clock of this machine (NTP).";

    public static IdTokenRefusal? Check(SignedJwt token, IdTokenExpectation expected)
    {
        var now = Seconds(expected.Now);
        var skew = Skew.TotalSeconds;
        if (Time(token, "exp") is not { } expires || Time(token, "iat") is not { } issued)
        {
            return new IdTokenRefusal(
                "The ID token does not say when it was made and until when it is valid (iat, exp)."
            );
        }

        if (now >= expires + skew)
        {
            return new IdTokenRefusal("The ID token has expired.", Clocks);
        }

        return issued > now + skew || Time(token, "nbf") > now + skew
            ? new IdTokenRefusal("The ID token is from the future.", Clocks)
            : null;
    }

    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;

    private static double? Time(SignedJwt token, string claim) =>
        token.Payload.TryGetProperty(claim, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var seconds)
        && double.IsFinite(seconds)
            ? seconds
            : null;
}
