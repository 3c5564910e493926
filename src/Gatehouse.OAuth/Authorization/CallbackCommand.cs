using System.Buffers;
using System.Text;

namespace Gatehouse.OAuth.Authorization;

/// <summary>
/// The answer of an authorization as a person carries it to another machine: an address to paste, and the command that calls it there.
/// What a client put into <c>state</c> or its redirect address goes through a person's shell, so only characters that no shell and no
/// curl reads as anything but themselves inside single quotes stand for themselves; the rest is percent-encoded.
/// </summary>
internal sealed record CallbackCommand
{
    private const string Scheme = "http://";

    // RFC 3986 without quotes, $ ( ) ! * ; and the brackets and braces curl expands. Plus and comma keep the meaning they have in a query.
    private static readonly SearchValues<char> Safe = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@&=+,%"
    );

    private CallbackCommand(string url) => Url = url;

    /// <summary>The address; the same as the redirect to everybody who decodes it.</summary>
    public string Url { get; }

    /// <summary>For a POSIX shell, fish or PowerShell: one argument in single quotes.</summary>
    public string Curl => $"curl '{Url}'";

    /// <summary>Takes an answer for a loopback address.</summary>
    public static CallbackCommand Of(string answer)
    {
        if (!answer.StartsWith(Scheme, StringComparison.Ordinal))
        {
            throw new ArgumentException("Only what goes to a loopback address can be carried.", nameof(answer));
        }

        // The brackets of an IPv6 literal stay; curl knows them there.
        var end = answer.AsSpan(Scheme.Length).IndexOfAny('/', '?');
        var start = end < 0 ? answer.Length : Scheme.Length + end;
        var url = new StringBuilder(answer, 0, start, answer.Length + 16);
        foreach (var c in answer.AsSpan(start))
        {
            if (Safe.Contains(c))
            {
                url.Append(c);
            }
            else
            {
                url.Append(Uri.HexEscape(c));
            }
        }

        return new CallbackCommand(url.ToString());
    }

    /// <summary>Never the address, which carries the code.</summary>
    public override string ToString() => "CallbackCommand ***";
}
