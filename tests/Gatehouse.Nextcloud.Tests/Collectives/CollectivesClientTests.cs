using System.Text.Json;
using Gatehouse.Nextcloud.Collectives;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.Collectives;

public sealed class CollectivesClientTests : CloudTest
{
    private const string Root = "/ocs/v2.php/apps/collectives/api/v1.0/collectives";

    private CollectivesClient Collectives => new(Transport);

    [Fact]
    public async Task Collectives_are_listed()
    {
        Cloud.Play("collectives", "01-list-empty").Play("collectives", "04-list");

        Assert.Empty(await Collectives.ListAsync(Alice, Token));
        var collective = Assert.Single(await Collectives.ListAsync(Alice, Token));

        Assert.Equal(new Collective(1, "Handbook", "Handbook", "📚", true, null), collective);
        Assert.Equal("/index.php/apps/collectives/Handbook-1", collective.WebPath);
    }

    [Fact]
    public async Task A_collective_is_made_as_recorded_and_only_once()
    {
        Cloud.Play("collectives", "02-create").Play("collectives", "03-create-duplicate");

        Assert.Equal(1, (await Collectives.CreateAsync(Alice, "Handbook", "📚", Token)).Id);
        AssertSent("02-create");
        var error = await ErrorOf(() => Collectives.CreateAsync(Alice, "Handbook", null, Token));

        AssertSent("03-create-duplicate");
        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
        Assert.Equal("Nextcloud says: Collective already exists.", error.Cause);
    }

    [Fact]
    public async Task A_collective_goes_to_the_trash_and_comes_back()
    {
        Cloud.Play("collectives", "24-collective-trash").Play("collectives", "25-collectives-trash");
        Cloud.Play("collectives", "26-collective-restore");

        var trashed = await Collectives.TrashAsync(Alice, 1, Token);
        var listed = Assert.Single(await Collectives.ListTrashAsync(Alice, Token));
        var restored = await Collectives.RestoreAsync(Alice, 1, Token);

        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1795447207), trashed.Trashed);
        Assert.Equal(trashed, listed);
        Assert.Null(restored.Trashed);
    }

    [Fact]
    public async Task An_emoji_is_set_and_taken_away()
    {
        Cloud.Answer(
            "PUT",
            Root + "/1",
            200,
            "application/json",
            Recording.Load("collectives", "02-create").Response.BodyText
        );

        await Collectives.SetEmojiAsync(Alice, 1, "🌳", Token);
        await Collectives.SetEmojiAsync(Alice, 1, null, Token);

        Assert.Equal("{\"emoji\":null}", Cloud.LastRequest.BodyText);
    }

    [Fact]
    public async Task Tags_are_made_and_listed()
    {
        Cloud.Play("collectives", "14-tag-create").Play("collectives", "16-tags");

        var tag = await Collectives.CreateTagAsync(Alice, 1, "hr", "ff0000", Token);

        AssertSent("14-tag-create");
        Assert.Equal([tag], await Collectives.ListTagsAsync(Alice, 1, Token));
    }

    private void AssertSent(string recording) =>
        Assert.True(
            JsonElement.DeepEquals(
                JsonElement.Parse(Recording.Load("collectives", recording).Request.Body!),
                JsonElement.Parse(Cloud.LastRequest.BodyText)
            ),
            Cloud.LastRequest.BodyText
        );
}
