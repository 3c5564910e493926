namespace Gatehouse.IdentityProviders.Errors;

/// <summary>RFC 6749 §5.2 and §4.1.2.1, and what providers add: an error as the provider wrote it. Nothing here is fit to be shown.</summary>
/// <param name="Code">The value of <c>error</c>.</param>
/// <param name="Description">The value of <c>error_description</c>; empty when there was none.</param>
internal sealed record ErrorAnswer(string Code, string Description)
{
    /// <summary>Entra ID: <c>error_codes</c>.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];
}
