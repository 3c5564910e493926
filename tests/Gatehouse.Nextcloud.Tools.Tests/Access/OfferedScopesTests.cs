using Gatehouse.Nextcloud.Tools.Hosting;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Nextcloud.Tools.Tests.Access;

/// <summary>A server with a few apps only, and people who granted more before it had so few.</summary>
public sealed class OfferedScopesTests : ToolTest
{
    private protected override void Configure(IMcpServerBuilder server) =>
        server.Services.Configure<NextcloudToolsOptions>(options =>
        {
            options.Apps.Add("search");
            options.Apps.Add("files");
            options.ReadOnly = true;
        });

    [Fact]
    public async Task An_app_that_is_not_there_is_not_searched_either()
    {
        Cloud.Play("search", "01-providers");
        await using var alice = await AliceAsync("search.read files.read notes.read");

        var answer = await CallAsync(
            alice,
            "search_everything",
            new { query = "hello", providers = new[] { "notes" } }
        );

        Assert.Equal("notes", Assert.Single(answer.GetProperty("notAllowed").EnumerateArray()).GetString());
        Assert.DoesNotContain(Cloud.Requests, r => r.Path.Contains("/notes/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_granted_writing_may_read_where_only_reading_is_left()
    {
        Cloud.Play("search", "01-providers").Play("search", "03-search-files");
        await using var alice = await AliceAsync("search.read files.write");

        var answer = await CallAsync(
            alice,
            "search_everything",
            new { query = "hello", providers = new[] { "files" } }
        );

        Assert.NotEqual(0, answer.GetProperty("hits").GetArrayLength());
    }
}
