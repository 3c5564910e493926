namespace Gatehouse.Testing.Providers;

/// <summary>A provider's words for one thing that goes wrong.</summary>
/// <param name="Error">The value of <c>error</c>.</param>
/// <param name="Description">The description, a template; null for none.</param>
/// <param name="Status">HTTP status where it is no redirect.</param>
public sealed record ErrorWords(string Error, string? Description = null, int Status = 400)
{
    /// <summary>More members; JSON.</summary>
    public string More { get; init; } = "{}";
}
