using System.Text.Json;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Gatehouse.Nextcloud.Transport;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Tests;

/// <summary>The tools against a cloud that keeps what it is told.</summary>
public sealed class DemoCloudTests : IAsyncLifetime
{
    private DemoCloudServer cloud = null!;
    private McpHost host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        cloud = await DemoCloudServer.StartAsync(new DemoCloudOptions { BasePath = "/nextcloud" }, Token);
        host = await McpHost.StartAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await cloud.DisposeAsync();
    }

    [Fact]
    public async Task A_note_lives_from_its_creation_to_its_end()
    {
        await using var alice = await ConnectAsync("alice");

        var created = await CallAsync(
            alice,
            "create_note",
            new
            {
                title = "Trip",
                content = "- tent",
                category = "Plans",
            }
        );
        var id = created.GetProperty("id").GetInt64();
        var updated = await CallAsync(
            alice,
            "update_note",
            new
            {
                id,
                etag = Etag(created),
                content = "- stove",
                mode = "append",
            }
        );
        var stale = await ResultAsync(
            alice,
            "update_note",
            new
            {
                id,
                etag = Etag(created),
                content = "lost",
            }
        );
        var read = await CallAsync(alice, "read_note", new { id });
        var found = await CallAsync(alice, "search_notes", new { query = "stove" });
        var listed = await CallAsync(alice, "list_notes", new { category = "Plans" });
        await CallAsync(alice, "delete_note", new { id, etag = Etag(updated) });
        var gone = await ResultAsync(alice, "read_note", new { id });

        Assert.True(stale.IsError);
        Assert.Equal("- tent\n- stove", read.GetProperty("content").GetString());
        Assert.Contains(found.GetProperty("notes").EnumerateArray(), n => n.GetProperty("id").GetInt64() == id);
        Assert.Equal(id, Assert.Single(listed.GetProperty("notes").EnumerateArray()).GetProperty("id").GetInt64());
        Assert.True(gone.IsError);
    }

    [Fact]
    public async Task A_file_lives_from_its_creation_to_its_end()
    {
        await using var alice = await ConnectAsync("alice");

        await CallAsync(alice, "create_folder", new { path = "/Trip" });
        var written = await CallAsync(alice, "write_file", new { path = "/Trip/plan ä#1.md", text = "one" });
        var again = await CallAsync(
            alice,
            "write_file",
            new
            {
                path = "/Trip/plan ä#1.md",
                text = "one\ntwo",
                etag = Etag(written),
            }
        );
        var stale = await ResultAsync(
            alice,
            "write_file",
            new
            {
                path = "/Trip/plan ä#1.md",
                text = "lost",
                etag = Etag(written),
            }
        );
        await CallAsync(alice, "copy_file", new { from = "/Trip/plan ä#1.md", to = "/Trip/copy.md" });
        var occupied = await ResultAsync(
            alice,
            "move_file",
            new
            {
                from = "/Trip/plan ä#1.md",
                to = "/Trip/copy.md",
                etag = Etag(again),
            }
        );
        await CallAsync(
            alice,
            "move_file",
            new
            {
                from = "/Trip/plan ä#1.md",
                to = "/Trip/moved.md",
                etag = Etag(again),
            }
        );
        var found = await CallAsync(alice, "search_files", new { name = "moved", folder = "/Trip" });
        var read = await CallAsync(alice, "read_file", new { path = "/Trip/moved.md" });
        var listed = await CallAsync(alice, "list_folder", new { path = "/Trip" });
        await CallAsync(alice, "delete_file", new { path = "/Trip/moved.md", etag = Etag(read) });
        var gone = await ResultAsync(alice, "read_file", new { path = "/Trip/moved.md" });

        Assert.True(stale.IsError);
        Assert.True(occupied.IsError);
        Assert.Equal(
            "/Trip/moved.md",
            Assert.Single(found.GetProperty("items").EnumerateArray()).GetProperty("path").GetString()
        );
        Assert.Equal("one\ntwo", read.GetProperty("text").GetString());
        Assert.Equal(["/Trip/copy.md", "/Trip/moved.md"], Paths(listed).Order(StringComparer.Ordinal));
        Assert.True(gone.IsError);
    }

    [Fact]
    public async Task Two_people_at_once_never_see_each_others_things()
    {
        await using var alice = await ConnectAsync("alice");
        await using var bob = await ConnectAsync("bob");
        foreach (var (client, name) in new[] { (alice, "alice"), (bob, "bob") })
            await CallAsync(client, "write_file", new { path = "/whoami.txt", text = name });

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(async i =>
                {
                    var (client, name) = i % 2 == 0 ? (alice, "alice") : (bob, "bob");
                    var read = await CallAsync(client, "read_file", new { path = "/whoami.txt" });
                    return (Expected: name, Read: read.GetProperty("text").GetString());
                })
        );

        Assert.All(answers, a => Assert.Equal(a.Expected, a.Read));
    }

    private static string? Etag(JsonElement answer) => answer.GetProperty("etag").GetString();

    private static IEnumerable<string?> Paths(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("path").GetString());

    private async Task<McpClient> ConnectAsync(string user)
    {
        var address = CloudAddress.Parse(cloud.Address);
        var secret = AppPassword.Parse(await cloud.CreateAppPasswordAsync(user, "test", Token));
        using var transport = new NextcloudTransport(
            new(),
            TimeProvider.System,
            NullLogger<NextcloudTransport>.Instance
        );
        var login = new NextcloudLogin(address, user, secret, CredentialVersion.Parse(user));
        var found = await new AccountDiscovery(transport).DiscoverAsync(login, Token);
        return await host.ConnectAsync(found.Account, "notes.write files.write", Token);
    }

    private static async Task<JsonElement> CallAsync(McpClient client, string tool, object arguments)
    {
        var result = await ResultAsync(client, tool, arguments);
        Assert.True(result.IsError is not true, result.Content.OfType<TextContentBlock>().FirstOrDefault()?.Text);
        return result.StructuredContent!.Value;
    }

    private static async Task<CallToolResult> ResultAsync(McpClient client, string tool, object arguments) =>
        await client.CallToolAsync(
            new CallToolRequestParams
            {
                Name = tool,
                Arguments = JsonSerializer
                    .SerializeToElement(arguments)
                    .EnumerateObject()
                    .ToDictionary(p => p.Name, p => p.Value),
            },
            Token
        );
}
