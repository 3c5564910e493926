namespace Gatehouse.OAuth;

/// <summary>RFC 8252 §7.3: the three names of this machine. They are not interchangeable; each only stands for itself.</summary>
public static class LoopbackHost
{
    /// <summary>True for <c>127.0.0.1</c>, <c>[::1]</c> (with or without brackets) and <c>localhost</c>.</summary>
    public static bool Is(string host) =>
        host is "127.0.0.1" or "[::1]" or "::1" || host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
}
