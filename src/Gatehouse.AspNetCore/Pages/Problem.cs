namespace Gatehouse.AspNetCore.Pages;

/// <summary>What a page says when something went wrong.</summary>
/// <param name="Code">Stable, such as <c>client-unknown</c>; described in <c>docs/errors/</c>.</param>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Explanation">Why.</param>
/// <param name="Fix">What the person, or the operator, can do.</param>
/// <param name="Reset">How to do it in the client that asked; null when it is not a known one.</param>
public sealed record Problem(string Code, string Title, string Explanation, string Fix, ResetHint? Reset = null);
