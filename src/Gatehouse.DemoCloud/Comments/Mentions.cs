using System.Text.RegularExpressions;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Comments;

/// <summary>The people a comment names, as <c>@bob</c> or <c>@"bob smith"</c>, each once.</summary>
internal static partial class Mentions
{
    public static IEnumerable<Person> Of(string message, PersonDirectory people) =>
        Name().Matches(message).Select(match => people.Find(match.Groups["id"].Value)).OfType<Person>().Distinct();

    [GeneratedRegex(
        "(?<![^\\s])@(\"(?<id>[^\"]+)\"|(?<id>[a-z0-9_.@-]*[a-z0-9_]))",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Name();
}
