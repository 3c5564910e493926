using System.Text.RegularExpressions;

namespace Gatehouse.Tests.Repository;

/// <summary>What docs/embedding.md gives to copy is compiled here (the folder Embedding), line by line.</summary>
public sealed partial class EmbeddingPageTests
{
    // What a project of Microsoft.NET.Sdk.Web has without a line, and the tests have not.
    private static readonly string[] OfTheWebSdk =
    [
        "using Microsoft.AspNetCore.Builder;",
        "using Microsoft.Extensions.DependencyInjection;",
        "using Microsoft.Extensions.Logging;",
    ];

    private static readonly List<List<string>> Compiled =
    [
        .. Checkout.Sources("tests/Gatehouse.Tests/Embedding").Select(file => Lines(Checkout.Read(file))),
    ];

    public static TheoryData<string> Blocks =>
        [.. Block().Matches(Checkout.Read("docs/embedding.md")).Select(match => match.Groups["text"].Value)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void What_is_to_be_copied_is_compiled(string block)
    {
        var lines = Lines(block);
        var code = lines.Where(line => !IsUsing(line)).ToList();
        var source = Assert.Single(Compiled, source => Holds(source, code));

        // Every name in it can be found: a using is missing in what people copy as soon as it is here and not there.
        if (lines.Any(IsUsing))
        {
            Assert.Empty(lines.Where(IsUsing).Except(source));
            Assert.Empty(source.Where(IsUsing).Except(OfTheWebSdk).Except(lines));
        }
    }

    private static bool Holds(List<string> source, List<string> code) =>
        Enumerable
            .Range(0, Math.Max(0, source.Count - code.Count + 1))
            .Any(start => source.Skip(start).Take(code.Count).SequenceEqual(code));

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal);

    // How far a line stands in, and empty lines, are not the matter.
    private static List<string> Lines(string text) =>
        [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    [GeneratedRegex(
        "^```csharp\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Block();
}
