using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Nextcloud.Tools.Tests.Files.Rules;

/// <summary>Files that other apps tell of: in a chat, on a card.</summary>
public sealed class FilesElsewhereTests : ToolTest
{
    private const string Attachments = "/index.php/apps/deck/api/v1.1/boards/0/stacks/0/cards/11/attachments";

    private protected override void Configure(IMcpServerBuilder server) =>
        server.Services.AddSingleton(new FileRules { HiddenPaths = ["/Private", "/Deck"] });

    [Theory]
    [InlineData("Private/hello.txt", "see (a hidden file)")]
    [InlineData("Open/hello.txt", "see hello.txt")]
    public async Task A_hidden_file_in_a_chat_is_not_told_of(string path, string text)
    {
        ChatWithFile.Plan(Cloud, path);
        await using var alice = await AliceAsync("talk.read");

        var answer = await CallAsync(alice, "read_chat", new { conversation = ChatWithFile.Token });

        var message = answer.GetProperty("messages")[0];
        Assert.Equal(text, message.GetProperty("text").GetString());
        Assert.Equal(path.StartsWith("Open", StringComparison.Ordinal), message.TryGetProperty("files", out _));
    }

    [Fact]
    public async Task A_hidden_file_on_a_card_is_not_told_of()
    {
        Cloud
            .Answer(
                "GET",
                "/index.php/apps/deck/api/v1.0/boards/0/stacks/0/cards/11",
                200,
                "application/json",
                """{"id":11,"title":"c","description":"","attachmentCount":1,"stackId":9,"type":"plain","owner":"alice","order":1,"archived":false,"deletedAt":0}"""
            )
            .Play("deck", "56-attachments-v1.1", Attachments);
        await using var alice = await AliceAsync("deck.write");

        var card = await CallAsync(alice, "read_card", new { card = 11 });
        var refused = await ErrorAsync(alice, "delete_card", new { card = 11, attachment = 10 });

        Assert.Equal(0, card.GetProperty("attachments").GetArrayLength());
        Assert.DoesNotContain("n.txt", refused, StringComparison.Ordinal);
        Assert.DoesNotContain(Cloud.Requests, r => r.Method == "DELETE");
    }
}
