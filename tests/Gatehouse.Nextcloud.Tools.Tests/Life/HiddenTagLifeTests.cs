using System.Text.Json;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Nextcloud.Tools.Tests.Life;

/// <summary>The operator hides what is tagged "Confidential". Only the demo cloud is sure to have the tag.</summary>
public sealed class HiddenTagLifeTests : LifeTest
{
    private const string Hidden = "/Documents/Household/Insurance.txt";

    private protected override void Configure(IMcpServerBuilder server) =>
        server.Services.AddSingleton(new FileRules { HiddenTags = ["Confidential"] });

    [Fact]
    public async Task What_has_the_tag_is_not_listed_read_found_or_shared()
    {
        _ = Demo;
        await using var alice = await AliceAsync();

        var listed = await CallAsync(alice, "list_folder", new { path = "/Documents/Household" });
        var found = await CallAsync(alice, "search_files", new { name = "Insurance" });
        var everywhere = await CallAsync(
            alice,
            "search_everything",
            new { query = "Insurance", providers = new[] { "files" } }
        );
        var tagged = await CallAsync(alice, "search_files", new { tag = "Confidential" });
        string[] errors =
        [
            await ErrorAsync(alice, "read_file", new { path = Hidden }),
            await ErrorAsync(alice, "get_file", new { path = Hidden }),
            await ErrorAsync(alice, "mark_file", new { path = Hidden, removeTags = new[] { "Confidential" } }),
            await ErrorAsync(alice, "share_file", new { path = "/Documents/Household", with = "bob" }),
            await ErrorAsync(alice, "create_public_link", new { path = "/Documents" }),
        ];

        Assert.Empty(Paths(listed));
        Assert.Empty(Paths(found));
        Assert.Empty(everywhere.GetProperty("hits").EnumerateArray());
        Assert.Empty(Paths(tagged));
        Assert.All(errors, error => Assert.Contains("hides", error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_gets_the_tag_disappears_with_what_is_in_it_for_those_it_is_shared_with_too()
    {
        _ = Demo;
        await using var alice = await AliceAsync();
        await using var bob = await BobAsync();
        var before = await CallAsync(alice, "list_folder", new { path = "/Documents" });

        await CallAsync(alice, "mark_file", new { path = "/Documents/Workshop", addTags = new[] { "Confidential" } });

        var after = await CallAsync(alice, "list_folder", new { path = "/Documents" });
        Assert.Contains("/Documents/Workshop", Paths(before));
        Assert.DoesNotContain("/Documents/Workshop", Paths(after));
        await ErrorAsync(alice, "read_file", new { path = "/Documents/Workshop/Price list 2026.csv" });
        await ErrorAsync(bob, "read_file", new { path = "/Workshop/Price list 2026.csv" });
        Assert.DoesNotContain("/Workshop", Paths(await CallAsync(bob, "list_folder", new { path = "/" })));
    }

    private static IEnumerable<string?> Paths(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("path").GetString());
}
