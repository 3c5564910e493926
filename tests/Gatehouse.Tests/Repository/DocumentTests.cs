using System.Text.RegularExpressions;

namespace Gatehouse.Tests.Repository;

public sealed partial class DocumentTests
{
    [Fact]
    public void Every_error_code_has_its_page_and_every_page_its_code()
    {
        var codes = Checkout
            .Sources("src")
            .Where(file =>
                file.EndsWith("Problems.cs", StringComparison.Ordinal)
                || file.EndsWith("ProviderCodes.cs", StringComparison.Ordinal)
            )
            .SelectMany(file => ErrorCode().Matches(Checkout.Read(file)).Select(match => match.Groups[1].Value))
            .Distinct()
            .Order(StringComparer.Ordinal);
        var pages = Checkout
            .Files.Where(file => file.StartsWith("docs/errors/", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(page => page != "README")
            .Order(StringComparer.Ordinal);

        Assert.Equal(codes, pages);
    }

    [Fact]
    public void Every_link_between_documents_leads_somewhere()
    {
        var broken =
            from file in Checkout.Files
            where file.EndsWith(".md", StringComparison.Ordinal) && !file.StartsWith("tests/", StringComparison.Ordinal)
            from Match link in Link().Matches(Checkout.Read(file))
            let target = link.Groups[1].Value
            where !target.Contains("://", StringComparison.Ordinal) && target.Length > 0
            let path = Path.Combine(Checkout.Root, Path.GetDirectoryName(file)!, target)
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{file} -> {target}";

        Assert.Empty(broken);
    }

    [Fact]
    public void Everything_the_README_tells_to_run_is_there()
    {
        var commands = Command()
            .Matches(Checkout.Read("README.md"))
            .Select(match => match.Groups["file"].Value)
            .Distinct();

        Assert.All(commands, command => Assert.True(File.Exists(Path.Combine(Checkout.Root, command)), command));
    }

    [GeneratedRegex(
        "\"((?:account|answer|cloud|provider|client|device|connection|token|person|browser|sign-in|form|storage|request|redirect)-[a-z-]+|unexpected)\""
    )]
    private static partial Regex ErrorCode();

    [GeneratedRegex(@"\]\(([^)#\s]*)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?:^|`)\./(?<file>[a-z]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Command();
}
