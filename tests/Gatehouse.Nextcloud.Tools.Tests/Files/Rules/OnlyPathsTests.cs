using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Nextcloud.Tools.Tests.Files.Rules;

public sealed class OnlyPathsTests : ToolTest
{
    private protected override void Configure(IMcpServerBuilder server) =>
        server.Services.AddSingleton(new FileRules { OnlyPaths = ["/Team/AI"] });

    [Fact]
    public async Task Of_everything_else_only_the_way_there_is_shown()
    {
        Cloud.Answer(
            "PROPFIND",
            "/remote.php/dav/files/alice/",
            207,
            "application/xml",
            FileMultistatus.Of((1, "/", ""), (2, "/Team/", ""), (3, "/Other/", ""), (4, "/note.md", ""))
        );
        await using var alice = await AliceAsync();

        var root = await CallAsync(alice, "list_folder", new { path = "/" });
        string[] errors =
        [
            await ErrorAsync(alice, "list_folder", new { path = "/Other" }),
            await ErrorAsync(alice, "read_file", new { path = "/note.md" }),
            await ErrorAsync(alice, "write_file", new { path = "/Team/new.md", text = "x" }),
            await ErrorAsync(alice, "share_file", new { path = "/Team", with = "bob" }),
            await ErrorAsync(
                alice,
                "move_file",
                new
                {
                    from = "/Team/AI/a.md",
                    to = "/a.md",
                    etag = "a",
                }
            ),
        ];

        Assert.Equal(["/Team"], FileMultistatus.Paths(root));
        Assert.All(errors, error => Assert.Contains("hides", error, StringComparison.Ordinal));
        Assert.Single(Sent);
    }

    [Fact]
    public async Task A_folder_of_the_same_name_in_other_letters_is_another_folder()
    {
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(alice, "read_file", new { path = "/Team/ai/a.md" });

        Assert.Contains("hides", error, StringComparison.Ordinal);
        Assert.Empty(Sent);
    }
}
