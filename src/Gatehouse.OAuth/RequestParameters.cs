namespace Gatehouse.OAuth;

/// <summary>The parameters of a request, from its query or form. RFC 6749 §3.1: an empty value counts as omitted.</summary>
public sealed class RequestParameters
{
    private readonly Dictionary<string, string[]> values;

    /// <summary>Takes the names and values as the framework parsed them.</summary>
    public RequestParameters(IEnumerable<KeyValuePair<string, IReadOnlyList<string?>>> parameters) =>
        values = parameters.ToDictionary(
            parameter => parameter.Key,
            parameter => parameter.Value.Where(value => !string.IsNullOrEmpty(value)).Select(value => value!).ToArray(),
            StringComparer.Ordinal
        );

    /// <summary>The value of a parameter; null when it is missing or empty.</summary>
    public string? this[string name] => values.GetValueOrDefault(name) is [var first, ..] ? first : null;

    /// <summary>All of them by name, each with its first value.</summary>
    public IReadOnlyDictionary<string, string> Firsts =>
        values
            .Where(parameter => parameter.Value.Length > 0)
            .ToDictionary(parameter => parameter.Key, parameter => parameter.Value[0], StringComparer.Ordinal);

    /// <summary>Every value of a parameter; RFC 8707 §2 lets <c>resource</c> stand more than once.</summary>
    public IReadOnlyList<string> All(string name) => values.GetValueOrDefault(name) ?? [];

    /// <summary>RFC 6749 §3.1: parameters must not be included more than once. Null when none is.</summary>
    public OAuthError? Repeated =>
        values
            .Where(parameter => parameter.Value.Length > 1 && parameter.Key != "resource")
            .Select(parameter => parameter.Key)
            .FirstOrDefault()
            is { } name
            ? new OAuthError(
                OAuthErrorCodes.InvalidRequest,
                $"The parameter {Printable(name)} is there more than once."
            )
            : null;

    private static string Printable(string name) => new([.. name.Where(char.IsAsciiLetterOrDigit).Take(40)]);
}
