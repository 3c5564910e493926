using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Tests.Hosting;

namespace Gatehouse.DemoCloud.Tests.Search;

/// <summary>The unified search over the sample data.</summary>
public sealed class SearchTests : IAsyncLifetime
{
    private const string Providers = "/ocs/v2.php/search/providers";

    private DemoCloudServer cloud = null!;
    private CloudClient alice = null!;

    public async ValueTask InitializeAsync()
    {
        cloud = await DemoCloudServer.StartAsync(new DemoCloudOptions(), TestContext.Current.CancellationToken);
        alice = new CloudClient(cloud.Address, "alice", "alice");
    }

    public async ValueTask DisposeAsync()
    {
        alice.Dispose();
        await cloud.DisposeAsync();
    }

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
        var found = await EntriesAsync(alice, provider, term);

        Assert.Contains(title, Assert.Single(found)!["title"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(await EntriesAsync(alice, provider, "nothing is called so"));
    }

    [Theory]
    [InlineData("collectives-pages", "FINISH")]
    [InlineData("cookbook", "GRANDMOTHER")]
    public async Task What_is_somebody_else_s_is_not_found(string provider, string term)
    {
        using var bob = new CloudClient(cloud.Address, "bob", "bob");

        Assert.Empty(await EntriesAsync(bob, provider, term));
    }

    [Fact]
    public async Task Tables_are_found_page_by_page()
    {
        foreach (var name in new[] { "Sawblades A", "Sawblades B", "Sawblades C" })
        {
            using var made = await alice.SendAsync(
                "POST",
                "/index.php/apps/tables/api/1/tables",
                CloudClient.Json($$"""{"title":"{{name}}"}""")
            );
            Assert.True(made.IsSuccessStatusCode);
        }

        var first = await SearchAsync(alice, "tables-search-tables", "sawblades", "&limit=2");
        var next = await SearchAsync(alice, "tables-search-tables", "sawblades", $"&limit=2&cursor={first["cursor"]}");

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
