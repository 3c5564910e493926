using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Tests.Hosting;

namespace Gatehouse.DemoCloud.Tests.Search;

/// <summary>The unified search over the sample data.</summary>
public sealed class SearchTests : DemoCloudTest
{
    private const string Providers = "/ocs/v2.php/search/providers";

    [Theory]
    [InlineData("collectives-pages", "FINISH", "Oiling and finishing")]
    [InlineData("cookbook", "GRANDMOTHER", "Grandmother's apple pie")]
    [InlineData("tables-search-tables", "workshop", "Workshop stock")]
    public async Task Pages_recipes_and_tables_are_found_where_their_app_is_searched(
        string provider,
        string term,
        string title
    )
    {
        var found = await EntriesAsync(Alice, provider, term);

        Assert.Contains(title, Assert.Single(found)!["title"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(await EntriesAsync(Alice, provider, "nothing is called so"));
    }

    [Theory]
    [InlineData("collectives-pages", "FINISH")]
    [InlineData("cookbook", "GRANDMOTHER")]
    public async Task What_is_somebody_else_s_is_not_found(string provider, string term)
    {
        Assert.Empty(await EntriesAsync(Bob, provider, term));
    }

    [Fact]
    public async Task Tables_are_found_page_by_page()
    {
        foreach (var name in new[] { "Sawblades A", "Sawblades B", "Sawblades C" })
        {
            using var made = await Alice.SendAsync(
                "POST",
                "/index.php/apps/tables/api/1/tables",
                CloudClient.Json($$"""{"title":"{{name}}"}""")
            );
            Assert.True(made.IsSuccessStatusCode);
        }

        var first = await SearchAsync(Alice, "tables-search-tables", "sawblades", "&limit=2");
        var next = await SearchAsync(Alice, "tables-search-tables", "sawblades", $"&limit=2&cursor={first["cursor"]}");

        Assert.Equal(["Sawblades A", "Sawblades B"], Titles(first));
        Assert.Equal(["Sawblades C"], Titles(next));
    }

    private static IEnumerable<string> Titles(JsonNode page) =>
        page["entries"]!.AsArray().Select(entry => entry!["title"]!.GetValue<string>());

    private static async Task<JsonArray> EntriesAsync(CloudClient client, string provider, string term) =>
        (await SearchAsync(client, provider, term))["entries"]!.AsArray();

    private static async Task<JsonNode> SearchAsync(
        CloudClient client,
        string provider,
        string term,
        string more = ""
    ) =>
        (await client.JsonAsync("GET", $"{Providers}/{provider}/search?term={Uri.EscapeDataString(term)}{more}"))[
            "ocs"
        ]!["data"]!;
}
