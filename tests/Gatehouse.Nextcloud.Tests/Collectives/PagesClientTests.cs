using System.Text.Json;
using Gatehouse.Nextcloud.Collectives;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.Collectives;

public sealed class PagesClientTests : CloudTest
{
    private const string File = "/remote.php/dav/files/alice/Collectives/Handbook/Onboarding.md";

    private PagesClient Pages => new(Transport);

    [Fact]
    public async Task Pages_are_listed_and_the_landing_page_is_the_root()
    {
        Cloud.Play("collectives", "05-pages");

        var page = Assert.Single(await Pages.ListAsync(Alice, 1, Token));

        Assert.Equal("Landing page", page.Title);
        Assert.Equal(0, page.ParentId);
        Assert.Equal("/Collectives/Handbook/Readme.md", page.Path?.Value);
        Assert.Equal("/index.php/apps/collectives/Handbook-1", page.WebPathIn(1));
    }

    [Fact]
    public async Task A_page_is_made_below_another_one()
    {
        Cloud.Play("collectives", "06-page-create");

        var page = await Pages.CreateAsync(Alice, 1, 220, "Onboarding", Token);

        AssertSent("06-page-create");
        Assert.Equal(220, page.ParentId);
        Assert.Equal("/index.php/apps/collectives/Handbook-1/Onboarding-222", page.WebPathIn(1));
    }

    [Fact]
    public async Task A_page_is_read_with_the_etag_of_its_file()
    {
        Cloud.Play("collectives", "07-page-get").Play("collectives", "11-page-read-via-dav");

        var text = await Pages.ReadAsync(Alice, 1, 222, Token);

        Assert.Equal("# Onboarding\n\nWelcome **all**\n", text.Content);
        Assert.NotEqual(default, text.ETag);
        Assert.Equal("Alice Example", text.Page.ModifiedBy);
    }

    [Fact]
    public async Task A_text_is_written_only_over_what_was_read_and_the_app_is_told()
    {
        Cloud.Play("collectives", "09-page-write-via-dav").Play("collectives", "10-page-touch");
        Cloud.Play("collectives", "07-page-get");
        var page = await Pages.GetAsync(Alice, 1, 222, Token);

        var written = await Pages.WriteAsync(
            Alice,
            1,
            page,
            "# Onboarding\n\nWelcome **all**\n",
            ETag.Parse("before"),
            Token
        );

        var put = Cloud.Requests[1];
        Assert.Equal("\"before\"", put.Header("If-Match"));
        Assert.Equal(Recording.Load("collectives", "09-page-write-via-dav").Request.Body, put.BodyText);
        Assert.Equal(30, written.Page.Size);
        Assert.NotEqual(ETag.Parse("before"), written.ETag);
    }

    [Fact]
    public async Task A_text_that_changed_in_the_meantime_is_not_overwritten_nor_touched()
    {
        Cloud.Play("collectives", "07-page-get");
        Cloud.Play("webdav", "09-put-if-match-wrong-412", File);
        var page = await Pages.GetAsync(Alice, 1, 222, Token);

        var error = await ErrorOf(() => Pages.WriteAsync(Alice, 1, page, "x", ETag.Parse("old"), Token));

        Assert.Equal(NextcloudErrorKind.Conflict, error.Kind);
        Assert.Equal(2, Cloud.Requests.Length);
    }

    [Fact]
    public async Task A_page_is_renamed_and_gets_an_emoji_and_a_tag()
    {
        Cloud.Play("collectives", "12-page-rename").Play("collectives", "13-page-emoji");
        Cloud.Play("collectives", "15-page-tag");

        Assert.Equal(
            "/Collectives/Handbook/Onboarding guide.md",
            (await Pages.MoveAsync(Alice, 1, 222, "Onboarding guide", null, Token)).Path?.Value
        );
        AssertSent("12-page-rename");
        Assert.Equal("👋", (await Pages.SetEmojiAsync(Alice, 1, 222, "👋", Token)).Emoji);
        AssertSent("13-page-emoji");
        Assert.Equal([1], (await Pages.TagAsync(Alice, 1, 222, 1, isTagged: true, Token)).TagIds);
    }

    [Fact]
    public async Task A_page_goes_to_the_trash_and_comes_back()
    {
        Cloud.Play("collectives", "19-page-trash").Play("collectives", "20-pages-trash");
        Cloud.Play("collectives", "21-page-restore");

        Assert.NotNull((await Pages.TrashAsync(Alice, 1, 222, Token)).Trashed);
        var trashed = Assert.Single(await Pages.ListTrashAsync(Alice, 1, Token));
        Assert.Null(trashed.Path);
        Assert.NotNull((await Pages.RestoreAsync(Alice, 1, 222, Token)).Path);
    }

    [Fact]
    public async Task A_search_is_done_by_the_cloud()
    {
        Cloud.Play("collectives", "17-search");

        Assert.Empty(await Pages.SearchAsync(Alice, 1, "welcome", Token));
    }

    [Fact]
    public async Task What_is_not_there_or_not_ours_is_not_found()
    {
        Cloud.Play("collectives", "08-page-404").Play("collectives", "23-bob-404");

        Assert.Equal(NextcloudErrorKind.NotFound, (await ErrorOf(() => Pages.GetAsync(Alice, 1, 999999, Token))).Kind);
        var error = await ErrorOf(() => Pages.ListAsync(Bob, 1, Token));

        Assert.Equal(NextcloudErrorKind.NotFound, error.Kind);
        Assert.Equal("Nextcloud says: Circle not found", error.Cause);
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
