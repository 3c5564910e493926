using System.Text.RegularExpressions;

namespace Gatehouse.IdentityProviders.Facts;

/// <summary>Text with names in braces, such as <c>https://{org}.okta.com</c>.</summary>
internal static partial class Template
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static IEnumerable<string> Names(string template) =>
        Name().Matches(template).Select(match => match.Groups["name"].Value);

    /// <summary>The text with the value of each name; null when one has none.</summary>
    public static string? Fill(string template, Func<string, string?> value)
    {
        var filled = FillKnown(template, value);
        return Names(template).All(name => value(name) is not null) ? filled : null;
    }

    /// <summary>The text with the values there are; names without one stay.</summary>
    public static string FillKnown(string template, Func<string, string?> value) =>
        Name().Replace(template, match => value(match.Groups["name"].Value) ?? match.Value);

    /// <summary>What stands for each name; null when the text is another. A last slash is no difference, nor is the case of letters.</summary>
    public static IReadOnlyDictionary<string, string>? Match(string template, string text)
    {
        // Braces may stand for a name as well: Entra's metadata has the issuer ".../{tenantid}/v2.0", to the letter.
        var pattern = string.Concat(
            Name()
                .Split(template.TrimEnd('/'))
                .Select((part, index) => index % 2 == 0 ? Regex.Escape(part) : $@"(?<{part}>[^/?#@\s]+)")
        );
        var match = Regex.Match(
            text,
            $"^{pattern}/?$",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            Patience
        );
        return match.Success
            ? match.Groups.Values.Skip(1).ToDictionary(group => group.Name, group => group.Value)
            : null;
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z0-9_]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
