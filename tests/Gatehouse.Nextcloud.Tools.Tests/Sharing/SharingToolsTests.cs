using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Sharing;

public sealed class SharingToolsTests : ToolTest
{
    private const string Api = "/ocs/v2.php/apps/files_sharing/api/v1/shares";

    [Fact]
    public async Task A_file_is_shared_with_somebody()
    {
        Cloud.Play("shares", "01-create-user-share");
        await using var alice = await AliceAsync();

        var share = await CallAsync(
            alice,
            "share_file",
            new
            {
                path = "/Projects/hello.txt",
                with = "bob",
                allow = new[] { "read", "update", "share" },
                note = "please review",
            }
        );

        Assert.Equal("1", share.GetProperty("id").GetString());
        Assert.Equal("Bob Example", share.GetProperty("withName").GetString());
        Assert.Equal(
            ["read", "update", "share"],
            share.GetProperty("allow").EnumerateArray().Select(a => a.GetString())
        );
        using var sent = JsonDocument.Parse(Assert.Single(Sent).BodyText);
        Assert.Equal(19, sent.RootElement.GetProperty("permissions").GetInt32());
    }

    [Fact]
    public async Task Without_permissions_somebody_may_read_only()
    {
        Cloud.Play("shares", "01-create-user-share");
        await using var alice = await AliceAsync();

        await CallAsync(alice, "share_file", new { path = "/Projects/hello.txt", with = "bob" });

        Assert.Contains("\"permissions\":1}", Sent[^1].BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_with_a_name_is_refused_because_it_would_publish_the_thing_silently()
    {
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(
            alice,
            "share_file",
            new
            {
                path = "/x",
                with = "bob",
                kind = "link",
            }
        );

        Assert.Contains("A link is for everybody", error, StringComparison.Ordinal);
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task A_public_link_is_made_when_the_person_agreed()
    {
        Cloud.Play("shares", "03-create-link-share");
        await using var alice = await AliceAsync();
        var wanted = new Dictionary<string, object>
        {
            ["path"] = "/Projects",
            ["password"] = "Public-Link-77x!",
            ["expires"] = "2026-12-24",
            ["label"] = "For customers",
        };

        var asked = await ErrorAsync(alice, "create_public_link", wanted);
        Assert.Empty(Sent);
        Assert.Contains("/Projects (read; until 2026-12-24; with password)", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Public-Link", asked, StringComparison.Ordinal);
        wanted["confirmation"] = asked.Split("confirmation '")[1].Split('\'')[0];
        var link = await CallAsync(alice, "create_public_link", wanted);
        wanted["path"] = "/Other";
        var other = await ErrorAsync(alice, "create_public_link", wanted);

        Assert.Equal(Cloud.Address + "/s/yjrfWiYF4DK2mm8", link.GetProperty("url").GetString());
        Assert.True(link.GetProperty("hasPassword").GetBoolean());
        Assert.DoesNotContain("argon2", link.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("needs the person's word", other, StringComparison.Ordinal);
        Assert.Single(Sent);
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_words_that_help()
    {
        Cloud
            .Play("shares", "06-create-share-unknown-user-404")
            .Play("shares", "12-get-share", Api + "/2")
            .Play("shares", "16-update-expiry-past")
            .Play("shares", "19-delete-share-404");
        await using var alice = await AliceAsync();

        var nobody = await ErrorAsync(alice, "share_file", new { path = "/Projects/hello.txt", with = "nobody" });
        var past = await ErrorAsync(alice, "update_share", new { id = "2", expires = "2020-01-01" });
        var gone = await ErrorAsync(alice, "delete_share", new { id = "1" });

        Assert.Contains("nobody of this name", nobody, StringComparison.Ordinal);
        Assert.Contains("Expiration date is in the past", past, StringComparison.Ordinal);
        Assert.Contains("List the shares", gone, StringComparison.Ordinal);
        foreach (var wrong in new[] { "24.12.2026", "2026-13-01", "soon" })
        {
            Assert.Contains(
                "'expires'",
                await ErrorAsync(alice, "update_share", new { id = "2", expires = wrong }),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task The_limit_of_shares_is_explained()
    {
        Cloud.Answer("POST", Api, 429, "text/html", "");
        await using var alice = await AliceAsync();

        var error = await ErrorAsync(alice, "share_file", new { path = "/a", with = "bob" });

        Assert.Contains("20 shares", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_is_changed_and_a_link_loses_its_password_only_when_the_person_agreed()
    {
        Cloud
            .Play("shares", "12-get-share")
            .Play("shares", "14-update-share-permissions")
            .Play("shares", "14-update-share-permissions", Api + "/2");
        PlayLink(hidesDownload: false);
        await using var alice = await AliceAsync();

        var share = await CallAsync(alice, "update_share", new { id = "1", allow = new[] { "read" } });
        var asked = await ErrorAsync(
            alice,
            "update_share",
            new
            {
                id = "2",
                password = "",
                expires = "",
            }
        );
        await CallAsync(
            alice,
            "update_share",
            new
            {
                id = "2",
                password = "",
                expires = "",
                confirmation = asked.Split("confirmation '")[1].Split('\'')[0],
            }
        );

        Assert.Equal("read", Assert.Single(share.GetProperty("allow").EnumerateArray()).GetString());
        Assert.Contains(
            "Change the public link of /Projects: no password, without end?",
            asked,
            StringComparison.Ordinal
        );
        Assert.Equal("""{"password":"","expireDate":""}""", Sent[^1].BodyText);
        Assert.Equal(2, Sent.Count(r => r.Method == "PUT"));
    }

    [Theory]
    [InlineData("""{"allow":["read","update"]}""", "also allow update")]
    [InlineData("""{"expires":"2026-12-25"}""", "until 2026-12-25")]
    [InlineData("""{"password":"a"}""", "another password")]
    [InlineData("""{"hideDownload":false}""", "offer the download")]
    public async Task A_link_is_opened_further_only_when_the_person_agreed(string change, string word)
    {
        PlayLink(hidesDownload: true);
        await using var alice = await AliceAsync();

        var asked = await ErrorAsync(alice, "update_share", Change(change));

        Assert.Contains(word + "?", asked, StringComparison.Ordinal);
        Assert.DoesNotContain(Sent, r => r.Method == "PUT");
    }

    [Theory]
    [InlineData("""{"allow":["read"]}""")]
    [InlineData("""{"expires":"2026-12-23"}""")]
    [InlineData("""{"hideDownload":true}""")]
    [InlineData("""{"note":"new","label":"For all"}""")]
    public async Task What_opens_nothing_of_a_link_asks_nobody(string change)
    {
        Cloud.Play("shares", "14-update-share-permissions", Api + "/2");
        PlayLink(hidesDownload: true);
        await using var alice = await AliceAsync();

        await CallAsync(alice, "update_share", Change(change));

        Assert.Equal("PUT", Sent[^1].Method);
    }

    private static JsonObject Change(string change)
    {
        var arguments = JsonNode.Parse(change)!.AsObject();
        arguments["id"] = "2";
        return arguments;
    }

    /// <summary>The link of the recording: to read, with a password, until the 24th.</summary>
    private void PlayLink(bool hidesDownload)
    {
        var made = Recording.Load("shares", "03-create-link-share").Response.BodyText;
        var answer = JsonNode.Parse(made)!;
        var link = answer["ocs"]!["data"]!.DeepClone();
        link["hide_download"] = hidesDownload ? 1 : 0;
        answer["ocs"]!["data"] = new JsonArray(link);
        Cloud.Answer("GET", Api + "/2", 200, "application/json", answer.ToJsonString());
    }

    [Theory]
    [InlineData("../shares/1")]
    [InlineData("1?x=y")]
    [InlineData("")]
    public async Task What_is_no_id_of_a_share_is_never_sent(string id)
    {
        await using var alice = await AliceAsync();

        Assert.Contains("'id'", await ErrorAsync(alice, "delete_share", new { id }), StringComparison.Ordinal);
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task Shares_are_listed_page_by_page()
    {
        Cloud.Play("shares", "09-list-shares").Play("shares", "13-shared-with-me");
        await using var alice = await AliceAsync("sharing.read");

        var one = await CallAsync(alice, "list_shares", new { limit = 2 });
        var two = await CallAsync(
            alice,
            "list_shares",
            new { limit = 2, cursor = one.GetProperty("nextCursor").GetString() }
        );
        var mine = await CallAsync(alice, "list_shares", new { withMe = true });

        Assert.Equal(2, one.GetProperty("items").GetArrayLength());
        Assert.Equal(1, two.GetProperty("items").GetArrayLength());
        Assert.Equal("alice", mine.GetProperty("items")[0].GetProperty("owner").GetString());
        Assert.Contains(
            "'withMe'",
            await ErrorAsync(alice, "list_shares", new { path = "/a", withMe = true }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whom_to_share_with_is_searched()
    {
        Cloud.Play(
            "shares",
            "20-sharees-search",
            "/ocs/v2.php/apps/files_sharing/api/v1/sharees?search=bo&itemType=file&perPage=20"
        );
        await using var alice = await AliceAsync("sharing.read");

        var found = await CallAsync(alice, "search_sharees", new { query = "bo" });

        var bob = Assert.Single(found.GetProperty("items").EnumerateArray());
        Assert.Equal(("bob", "user"), (bob.GetProperty("with").GetString(), bob.GetProperty("kind").GetString()));
    }
}
