using System.Text.Json;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Sharing;

namespace Gatehouse.Nextcloud.Tests.Sharing;

public sealed class SharesClientTests : CloudTest
{
    private const string Api = "/ocs/v2.php/apps/files_sharing/api/v1/shares";
    private static readonly FilePath hello = FilePath.Parse("/Projects/hello.txt");
    private static readonly FilePath projects = FilePath.Parse("/Projects");
    private static readonly ShareTarget bob = new(ShareKind.User, "bob");

    private SharesClient Shares => new(Transport);

    [Fact]
    public async Task A_file_is_shared_with_a_person()
    {
        Cloud.Play("shares", "01-create-user-share");

        var share = await Shares.CreateAsync(
            Alice,
            hello,
            bob,
            new ShareOptions
            {
                Permissions = SharePermissions.Read | SharePermissions.Update | SharePermissions.Share,
                Note = "please review",
            },
            Token
        );

        Assert.Equal(("1", ShareKind.User, "bob", "Bob Example"), (share.Id, share.Kind, share.With, share.WithName));
        Assert.Equal((hello, false, 113L), (share.Path, share.IsFolder, share.FileId));
        Assert.Equal(SharePermissions.Read | SharePermissions.Update | SharePermissions.Share, share.Permissions);
        Assert.Equal(("please review", "alice"), (share.Note, share.Owner));
        Assert.Null(share.Expires);
        using var sent = JsonDocument.Parse(Cloud.LastRequest.BodyText);
        Assert.Equal(
            ["path", "shareType", "shareWith", "permissions", "note"],
            sent.RootElement.EnumerateObject().Select(p => p.Name)
        );
    }

    [Fact]
    public async Task A_link_has_an_address_a_day_and_a_label_and_its_password_is_told_to_nobody()
    {
        Cloud.Play("shares", "03-create-link-share");

        var link = await Shares.CreateLinkAsync(
            Alice,
            projects,
            new ShareOptions
            {
                Permissions = SharePermissions.Read,
                Password = "Public-Link-77x!",
                Expires = new DateOnly(2026, 12, 24),
                Label = "For customers",
            },
            Token
        );

        Assert.Equal(Cloud.Address + "/s/yjrfWiYF4DK2mm8", link.Url);
        Assert.Equal(new DateOnly(2026, 12, 24), link.Expires);
        Assert.Equal(("For customers", true, true), (link.Label, link.HasPassword, link.IsFolder));
        Assert.Null(link.With);
        Assert.DoesNotContain("argon2", link.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("shareWith", Cloud.LastRequest.BodyText, StringComparison.Ordinal);
        Assert.Contains("\"expireDate\":\"2026-12-24\"", Cloud.LastRequest.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_cannot_have_a_name_because_Nextcloud_would_publish_the_thing_to_everybody()
    {
        Assert.Throws<ArgumentException>(() => new ShareTarget(ShareKind.Link, "bob"));
        Assert.Throws<ArgumentException>(() => new ShareTarget(ShareKind.User, " "));
    }

    [Theory]
    [InlineData("06-create-share-unknown-user-404", NextcloudErrorKind.NotFound, "nobody of this name", "Search for")]
    [InlineData(
        "07-create-share-missing-path-404",
        NextcloudErrorKind.NotFound,
        "the file or folder is not there",
        "take the path"
    )]
    [InlineData(
        "08-create-share-bad-permissions",
        NextcloudErrorKind.Refused,
        "permissions are not possible",
        "Allow less"
    )]
    public async Task What_is_wrong_with_a_share_is_said(
        string recording,
        NextcloudErrorKind kind,
        string summary,
        string next
    )
    {
        Cloud.Play("shares", recording);

        var error = await ErrorOf(() => Shares.CreateAsync(Alice, hello, bob, new ShareOptions(), Token));

        Assert.Equal(kind, error.Kind);
        Assert.Contains(summary, error.Summary, StringComparison.Ordinal);
        Assert.Contains(next, error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weak_password_says_what_a_good_one_is()
    {
        Cloud.Play("shares", "04-create-link-share-weak-password");

        var error = await ErrorOf(() =>
            Shares.CreateLinkAsync(Alice, projects, new ShareOptions { Password = "1234" }, Token)
        );

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
        Assert.Contains("the password is not good enough", error.Summary, StringComparison.Ordinal);
        Assert.Contains("at least 10 characters", error.Cause, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", error.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_over_is_no_missing_share()
    {
        Cloud.Play("shares", "16-update-expiry-past");

        var error = await ErrorOf(() =>
            Shares.ChangeAsync(Alice, "2", new ShareOptions { Expires = new DateOnly(2020, 1, 1) }, Token)
        );

        Assert.Equal(NextcloudErrorKind.Refused, error.Kind);
        Assert.Contains("the day on which it expires", error.Summary, StringComparison.Ordinal);
        Assert.Contains("in the past", error.Cause, StringComparison.Ordinal);
        Assert.Contains("after today", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_of_shares_is_explained()
    {
        Cloud.Answer("POST", Api, 429, "text/html", "");

        var error = await ErrorOf(() => Shares.CreateAsync(Alice, hello, bob, new ShareOptions(), Token));

        Assert.Equal(NextcloudErrorKind.RateLimited, error.Kind);
        Assert.Contains("20 shares", error.NextStep, StringComparison.Ordinal);
        Assert.Contains("10 minutes", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shares_are_listed_all_of_a_path_and_those_with_the_person()
    {
        Cloud
            .Play("shares", "09-list-shares")
            .Play(
                "shares",
                "10-list-shares-of-path",
                Api + "?path=%2FProjects%2Fhello.txt&reshares=true&subfiles=false"
            )
            .Play("shares", "13-shared-with-me");

        var all = await Shares.ListAsync(Alice, new ShareQuery(), Token);
        var here = await Shares.ListAsync(Alice, new ShareQuery { Path = hello }, Token);
        var mine = await Shares.ListAsync(Alice, new ShareQuery { WithMe = true }, Token);

        Assert.Equal(["1", "2", "3"], all.Select(s => s.Id).Order(StringComparer.Ordinal));
        Assert.Equal([ShareKind.User, ShareKind.Group], here.Select(s => s.Kind));
        Assert.Equal(["/hello.txt", "/hello.txt"], mine.Select(s => s.Path.Value));
        Assert.Equal([true, false], mine.Select(s => s.CanDelete));
    }

    [Fact]
    public async Task One_share_is_read_and_one_that_is_not_there_is_not_found()
    {
        Cloud.Play("shares", "12-get-share").Play("shares", "17-get-share-not-mine-404");

        Assert.Equal("please review", (await Shares.GetAsync(Alice, "1", Token)).Note);
        var error = await ErrorOf(() => Shares.GetAsync(Alice, "2", Token));

        Assert.Equal(NextcloudErrorKind.NotFound, error.Kind);
        Assert.Contains("List the shares", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_is_given_is_changed()
    {
        Cloud.Play("shares", "14-update-share-permissions").Play("shares", "15-update-share-note");

        var one = await Shares.ChangeAsync(Alice, "1", new ShareOptions { Permissions = SharePermissions.Read }, Token);
        Assert.Equal("""{"permissions":1}""", Cloud.LastRequest.BodyText);
        var two = await Shares.ChangeAsync(
            Alice,
            "1",
            new ShareOptions
            {
                Note = "new note",
                ClearExpires = true,
                HideDownload = true,
            },
            Token
        );

        Assert.Equal("""{"expireDate":"","note":"new note","hideDownload":"true"}""", Cloud.LastRequest.BodyText);
        Assert.Equal(SharePermissions.Read, one.Permissions);
        Assert.Equal("new note", two.Note);
    }

    [Fact]
    public async Task A_share_ends_once()
    {
        Cloud.Play("shares", "18-delete-share").Play("shares", "19-delete-share-404");

        await Shares.DeleteAsync(Alice, "1", Token);
        var error = await ErrorOf(() => Shares.DeleteAsync(Alice, "1", Token));

        Assert.Equal(NextcloudErrorKind.NotFound, error.Kind);
    }

    [Fact]
    public void What_is_given_for_a_share_never_shows_its_password() =>
        Assert.DoesNotContain("geheim", new ShareOptions { Password = "geheim" }.ToString(), StringComparison.Ordinal);
}
