using System.Collections.Concurrent;
using System.Security.Cryptography;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Authentication;

/// <summary>A PHP session behind the cookie named after the instance.</summary>
internal sealed class Session(string id, DateTimeOffset started)
{
    private readonly byte[] csrfSecret = RandomNumberGenerator.GetBytes(32);

    public string Id => id;

    public DateTimeOffset LastSeen { get; set; } = started;

    public Person? Person { get; private set; }

    public AppPassword? AppPassword { get; private set; }

    public DateTimeOffset SignedInAt { get; private set; }

    /// <summary>Login Flow: state token of a page that was shown in this browser, to the flow it is about.</summary>
    public ConcurrentDictionary<string, string> FlowStates { get; } = new(StringComparer.Ordinal);

    /// <summary>Login Flow: the flow whose link was opened last in this browser.</summary>
    public string? Flow { get; set; }

    /// <summary>What the next login page has to say, once.</summary>
    public string? Message { get; set; }

    public void SignIn(Person person, AppPassword? appPassword, DateTimeOffset now)
    {
        Person = person;
        AppPassword = appPassword;
        SignedInAt = now;
    }

    public void SignOut()
    {
        Person = null;
        AppPassword = null;
    }

    /// <summary>A token that looks different at each rendering, as Nextcloud's: secret XOR pad, then the pad.</summary>
    public string RequestToken()
    {
        var pad = RandomNumberGenerator.GetBytes(csrfSecret.Length);
        return $"{Convert.ToBase64String(Xor(csrfSecret, pad))}:{Convert.ToBase64String(pad)}";
    }

    public bool Accepts(string? requestToken)
    {
        var parts = (requestToken ?? "").Split(':');
        var masked = new byte[64];
        var pad = new byte[64];
        return parts.Length == 2
            && Convert.TryFromBase64String(parts[0], masked, out var maskedLength)
            && Convert.TryFromBase64String(parts[1], pad, out var padLength)
            && maskedLength == csrfSecret.Length
            && padLength == csrfSecret.Length
            && CryptographicOperations.FixedTimeEquals(Xor(masked, pad).AsSpan(0, maskedLength), csrfSecret);
    }

    private static byte[] Xor(byte[] left, byte[] right) => [.. left.Zip(right, (a, b) => (byte)(a ^ b))];
}
