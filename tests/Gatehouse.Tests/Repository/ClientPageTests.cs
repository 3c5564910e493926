using System.Text.Json;
using System.Text.RegularExpressions;
using Gatehouse.Clients;

namespace Gatehouse.Tests.Repository;

/// <summary>The pages of docs/clients: one form for all, and what is to be copied from them can be used.</summary>
public sealed partial class ClientPageTests
{
    private const string Folder = "docs/clients/";
    private const string Index = Folder + "README.md";
    private const string Address = "https://mcp.example.com/mcp";

    public static TheoryData<string> Pages { get; } =
    [.. Checkout.Files.Where(file => file.StartsWith(Folder, StringComparison.Ordinal) && file != Index)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_the_headings_of_all_pages_and_something_below_each(string page)
    {
        var parts = Heading().Split(Checkout.Read(page));

        Assert.Equal(
            ["Connect", "What a person sees", "Known limits", "Reset"],
            Heading().Matches(Checkout.Read(page)).Select(match => match.Groups["title"].Value)
        );
        Assert.All(parts, part => Assert.NotEmpty(part.Trim()));
        Assert.StartsWith("# ", parts[0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_says_what_was_measured_and_what_was_only_read(string page) =>
        Assert.Matches(Basis(), Checkout.Read(page));

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_a_page_gives_as_JSON_can_be_read(string page)
    {
        foreach (var block in Blocks(page).Where(block => block.Language == "json"))
        {
            using var document = JsonDocument.Parse(
                block.Text,
                new JsonDocumentOptions { AllowDuplicateProperties = false }
            );
            Assert.Contains(Address, block.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_says_its_language_and_no_other_server_is_named(string page)
    {
        var blocks = Blocks(page);

        Assert.All(blocks, block => Assert.NotEmpty(block.Language));
        Assert.All(
            blocks.SelectMany(block => ServerAddress().Matches(block.Text)),
            address => Assert.Equal(Address, address.Value)
        );
        Assert.Contains(Address, Checkout.Read(page), StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_names_every_page_once()
    {
        var named = Row().Matches(Checkout.Read(Index)).Select(match => match.Groups["page"].Value);

        Assert.Equal(
            Pages.Select(row => row.Data[Folder.Length..]).Order(StringComparer.Ordinal),
            named.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_known_client_has_its_page_and_every_page_its_client() =>
        Assert.Equal(
            KnownClients.All.Select(client => client.Page).Order(StringComparer.Ordinal),
            Pages.Select(row => row.Data).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_tells_the_same_reset_as_the_error_pages(string page)
    {
        var client = KnownClients.All.Single(client => client.Page == page);
        var command = (client.Reset.Command ?? "")
            .Replace("NAME", "nextcloud", StringComparison.Ordinal)
            .Replace("URL", Address, StringComparison.Ordinal);

        Assert.Contains(command, Checkout.Read(page).Split("\n## Reset\n")[1], StringComparison.Ordinal);
    }

    private static List<(string Language, string Text)> Blocks(string page) =>
        [
            .. Block()
                .Matches(Checkout.Read(page))
                .Select(match => (match.Groups["language"].Value, match.Groups["text"].Value)),
        ];

    [GeneratedRegex("^## (?<title>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^# .+\n\n(Measured|Read)", RegexOptions.ExplicitCapture)]
    private static partial Regex Basis();

    [GeneratedRegex(
        "^```(?<language>[a-z]*)\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Block();

    [GeneratedRegex(@"https?://mcp\.[a-z./]+")]
    private static partial Regex ServerAddress();

    [GeneratedRegex(
        @"^\| .+ \| \[[a-z-]+\]\((?<page>[a-z-]+\.md)\) \|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Row();
}
