using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

/// <summary>What became of a call.</summary>
/// <param name="Failed">Whether it was answered with an error.</param>
/// <param name="Text">What the model reads.</param>
/// <param name="Sent">What the cloud received for it, in order.</param>
internal sealed partial record ExampleOutcome(bool Failed, string Text, ImmutableArray<SentRequest> Sent)
{
    /// <summary>What is wrong with the error as a text for a model: no next step, or what it must never see. Empty for a success.</summary>
    public IEnumerable<string> Faults()
    {
        if (!Failed)
            yield break;
        if (!Text.Contains("\nNext step: ", StringComparison.Ordinal))
            yield return "says no next step";
        if (Text.Contains(RecordedCloud.SecretOf("alice-app-password"), StringComparison.Ordinal))
            yield return "tells the app password";
        if (Inside().IsMatch(Text))
            yield return "shows what is inside";
        if (Text.Length > 8000)
            yield return $"has {Text.Length} characters";
    }

    /// <summary>Does a request change something at the cloud?</summary>
    public static bool Writes(string method) => method is not ("GET" or "HEAD" or "PROPFIND" or "REPORT" or "SEARCH");

    /// <summary>Markup, stack traces, names of exceptions, database queries.</summary>
    [GeneratedRegex(
        @"</?[a-zA-Z][\w:-]*[\s/>]|<[!?]|^\s+at \w|\b[\w\\]+Exception\b|SQLSTATE|\bSELECT ",
        RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Inside();
}
