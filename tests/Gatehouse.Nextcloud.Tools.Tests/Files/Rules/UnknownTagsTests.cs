using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Nextcloud.Tools.Tests.Files.Rules;

/// <summary>Tags hide files, and the cloud does not tell which: what is no file is shown all the same.</summary>
public sealed class UnknownTagsTests : ToolTest
{
    private protected override IReadOnlyList<string> AlsoSent => ["PROPFIND /remote.php/dav/systemtags/"];

    private protected override void Configure(IMcpServerBuilder server) =>
        server.Services.AddSingleton(new FileRules { HiddenTags = ["secret"] });

    [Fact]
    public async Task A_chat_is_read_without_its_files()
    {
        Cloud.Answer("PROPFIND", "/remote.php/dav/systemtags/", 503, "text/html", "");
        ChatWithFile.Plan(Cloud, "hello.txt");
        await using var alice = await AliceAsync("talk.read");

        var answer = await CallAsync(alice, "read_chat", new { conversation = ChatWithFile.Token });

        var message = answer.GetProperty("messages")[0];
        Assert.Equal("see (a hidden file)", message.GetProperty("text").GetString());
        Assert.False(message.TryGetProperty("files", out _));
    }
}
