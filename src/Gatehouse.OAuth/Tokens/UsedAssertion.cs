namespace Gatehouse.OAuth.Tokens;

/// <summary>A client assertion that was verified, as it is remembered so that it is not taken again.</summary>
/// <param name="Hash">Of client and <c>jti</c>.</param>
/// <param name="Until">When it would be refused by its time anyway.</param>
internal sealed record UsedAssertion(TokenHash Hash, DateTimeOffset Until);
