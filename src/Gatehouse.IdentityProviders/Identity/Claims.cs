using System.Text.Json;
using Gatehouse.IdentityProviders.Discovery;

namespace Gatehouse.IdentityProviders.Identity;

/// <summary>
/// What a provider says of a person: the ID token first, then the userinfo or account API. The first that has a claim is believed,
/// so that what is signed is never overruled by what is not.
/// </summary>
internal sealed class Claims
{
    private readonly JsonElement[] sources;

    private Claims(JsonElement[] sources) => this.sources = sources;

    /// <summary>The objects the claims are in, the most trusted first.</summary>
    public IReadOnlyList<JsonElement> Sources => sources;

    /// <summary>Claims of one object.</summary>
    public static Claims Of(JsonElement source) => new([source]);

    /// <summary>The same, and what another object says beside them.</summary>
    public Claims With(JsonElement source) => new([.. sources, source]);

    /// <summary>
    /// A claim as text, numbers and truth values as they are written; null when it is not there, empty, or no such value.
    /// </summary>
    /// <param name="name">
    /// The claim. One of that very name wins (<c>https://example.com/roles</c> has dots of its own); otherwise dots lead into members (<c>ocs.data.id</c>).
    /// </param>
    public string? Text(string name) =>
        sources.Select(source => TextOf(Find(source, name))).FirstOrDefault(text => text is not null);

    /// <summary>The first of some claims that is there.</summary>
    public string? FirstText(IEnumerable<string> names) => names.Select(Text).FirstOrDefault(text => text is not null);

    /// <summary>A claim with several values: a list of texts, one text, or an object whose members are the values (Zitadel's roles).</summary>
    public IReadOnlyList<string> Values(string name) =>
        sources.Select(source => ValuesOf(Find(source, name))).FirstOrDefault(values => values.Count > 0) ?? [];

    /// <summary>Whether a claim is there, whatever it says.</summary>
    public bool Has(string name) => sources.Any(source => Find(source, name) is { ValueKind: not JsonValueKind.Null });

    /// <summary>A claim of one object; null when it is not there.</summary>
    public static JsonElement? Find(JsonElement source, string name)
    {
        if (source.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (source.TryGetProperty(name, out var exact))
        {
            return exact;
        }

        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = name.IndexOf('.', dot + 1))
        {
            if (source.TryGetProperty(name[..dot], out var member) && Find(member, name[(dot + 1)..]) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A value as text; null when it is none.</summary>
    public static string? TextOf(JsonElement? value) =>
        value?.ValueKind switch
        {
            JsonValueKind.String when DocumentMembers.TextOf(value.Value) is { Length: > 0 } text => text,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.Value.GetRawText(),
            _ => null,
        };

    private static IReadOnlyList<string> ValuesOf(JsonElement? value) =>
        value?.ValueKind switch
        {
            JsonValueKind.Array => [.. value.Value.EnumerateArray().Select(entry => TextOf(entry)).OfType<string>()],
            JsonValueKind.Object => [.. value.Value.EnumerateObject().Select(member => member.Name)],
            _ => TextOf(value) is { } text ? [text] : [],
        };
}
