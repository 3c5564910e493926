using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Gatehouse.Testing.Hosts;

/// <summary>Holds a log to what it must never hold: each secret a test saw, and whatever has the form of one.</summary>
public sealed partial class NoSecrets
{
    private readonly ConcurrentDictionary<string, string> seen = new(StringComparer.Ordinal);

    /// <summary>How many secrets are watched for; a test that saw none proves nothing.</summary>
    public int Count => seen.Count;

    /// <summary>Watches for a secret.</summary>
    /// <param name="kind">What it is, such as <c>refresh token</c>.</param>
    /// <param name="secret">It; null and empty are ignored.</param>
    public void Add(string kind, string? secret)
    {
        if (!string.IsNullOrEmpty(secret))
        {
            seen[secret] = kind;
        }
    }

    /// <summary>Throws when a line holds a secret; the message names the kind and the line without the secret.</summary>
    public void Check(CapturedLog log) => Check(log.Lines);

    /// <summary>The same for some lines.</summary>
    public void Check(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            foreach (var (secret, kind) in seen)
            {
                if (line.Contains(secret, StringComparison.Ordinal))
                {
                    throw new InvalidOperationException(
                        $"The log holds a secret ({kind}): {line.Replace(secret, "<here>", StringComparison.Ordinal)}"
                    );
                }
            }

            if (AccessToken().IsMatch(line) || AppPassword().IsMatch(line))
            {
                throw new InvalidOperationException(
                    $"The log holds what looks like a secret: {AppPassword().Replace(AccessToken().Replace(line, "<here>"), "<here>")}"
                );
            }
        }
    }

    // A signed JWT, and the 72 characters of a Nextcloud app password (see tests/recordings/login-flow-v2).
    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}", RegexOptions.None, 1000)]
    private static partial Regex AccessToken();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])[A-Za-z0-9]{72}(?![A-Za-z0-9_-])", RegexOptions.None, 1000)]
    private static partial Regex AppPassword();
}
