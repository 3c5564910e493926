namespace Gatehouse.OAuth;

/// <summary>What went wrong, in the protocol's words (RFC 6749 §5.2): a code machines know and a sentence people can act on.</summary>
/// <param name="Code">One of <see cref="OAuthErrorCodes"/>.</param>
/// <param name="Description">What happened and what to do; never a secret.</param>
public sealed record OAuthError(string Code, string Description)
{
    /// <summary>What happened and what to do; only the characters of RFC 6749 §5.2, whatever a client put into its request.</summary>
    public string Description
    {
        get;
        init => field = Printable(value);
    } = Printable(Description);

    // %x20-21 / %x23-5B / %x5D-7E: the description is written into a quoted header and into redirect addresses.
    private static string Printable(string text) =>
        string.Concat(text.Select(c => c is (>= ' ' and <= '~') and not ('"' or '\\') ? c : '?'));
}
