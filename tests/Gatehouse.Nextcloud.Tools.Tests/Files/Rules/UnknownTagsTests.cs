using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Nextcloud.Tools.Tests.Files.Rules;

/// <summary>Tags hide files, and the cloud does not tell which: what is no file is shown all the same.</summary>
public sealed class UnknownTagsTests : ToolTest
{
    private const string Chat =
        "/ocs/v2.php/apps/spreed/api/v1/chat/aibsbiza?lookIntoFuture=0&limit=50&setReadMarker=0&noStatusUpdate=1&markNotificationsAsRead=0";

    private protected override IReadOnlyList<string> AlsoSent => ["PROPFIND /remote.php/dav/systemtags/"];

    private protected override void Configure(IMcpServerBuilder server) =>
        server.Services.AddSingleton(new FileRules { HiddenTags = ["secret"] });

    [Fact]
    public async Task A_chat_is_read_without_its_files()
    {
        Cloud.Answer("PROPFIND", "/remote.php/dav/systemtags/", 503, "text/html", "");
        Cloud.Answer(
            "GET",
            Chat,
            200,
            "application/json",
            """
            {"ocs":{"meta":{"status":"ok","statuscode":200,"message":"OK"},"data":[{"id":82,"token":"aibsbiza","actorType":"users",
            "actorId":"bob","actorDisplayName":"Bob Example","timestamp":1795447206,"message":"see {file}","messageParameters":{"file":
            {"type":"file","id":"113","name":"hello.txt","size":"23","path":"hello.txt","link":"http://127.0.0.1:8080/f/113",
            "mimetype":"text/plain"}},"systemMessage":"","messageType":"comment","isReplyable":true,"referenceId":"","reactions":[],
            "markdown":true}]}}
            """
        );
        await using var alice = await AliceAsync("talk.read");

        var answer = await CallAsync(alice, "read_chat", new { conversation = "aibsbiza" });

        var message = answer.GetProperty("messages")[0];
        Assert.Equal("see (a hidden file)", message.GetProperty("text").GetString());
        Assert.False(message.TryGetProperty("files", out _));
    }
}
