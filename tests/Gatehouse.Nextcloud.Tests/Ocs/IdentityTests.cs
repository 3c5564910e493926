using System.Xml.Linq;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.Ocs;

public sealed class IdentityTests : CloudTest
{
    [Fact]
    public async Task User_id_name_and_principal_are_discovered()
    {
        Cloud
            .Play("cookie-jar", "01-nojar-bob-credentials-ocs-user")
            .Play("cookie-jar", "02-nojar-bob-credentials-webdav-root-principal");

        var found = await new AccountDiscovery(Transport).DiscoverAsync(Bob.Login, Token);

        Assert.Equal(new DiscoveredAccount(Bob, "Bob Example", "bob@example.test"), found);
        var recorded = Recording.Load("webdav", "52-dav-root-principal").Request.Body!;
        Assert.Equal(Properties(recorded), Properties(Cloud.LastRequest.BodyText));
        Assert.Equal("0", Cloud.LastRequest.Header("Depth"));
    }

    [Theory]
    [InlineData("/remote.php/dav/principals/users/alice/", "alice", "/remote.php/dav/files/alice")]
    [InlineData("/nextcloud/remote.php/dav/principals/users/a%20b%40c/", "a b@c", "/remote.php/dav/files/a%20b%40c")]
    public void A_principal_is_read_with_or_without_the_path_of_the_cloud(string href, string name, string files)
    {
        var principal = DavPrincipal.Parse(href);

        Assert.Equal((name, files), (principal.Name, principal.FilesRoot));
        Assert.Equal(principal, DavPrincipal.Parse(principal.ToString()));
    }

    [Theory]
    [InlineData("/remote.php/dav/principals/users/")]
    [InlineData("/remote.php/dav/principals/users/../")]
    [InlineData("/remote.php/dav/principals/users/%2e%2e/")]
    [InlineData("/remote.php/dav/principals/users/a%2Fb/")]
    [InlineData("/remote.php/dav/principals/groups/x/")]
    [InlineData(null)]
    public void What_is_no_user_principal_is_refused(string? href) => Assert.False(DavPrincipal.TryParse(href, out _));

    [Fact]
    public async Task The_app_password_deletes_itself()
    {
        var path = Recording.Load("app-password", "04-revoke-self").Request.Path;
        Cloud
            .Play("app-password", "04-revoke-self")
            .Answer("DELETE", path, 401, "application/json", "{}")
            .Play("app-password", "07-revoke-with-account-password-403");
        var passwords = new AppPasswordsClient(Transport);

        Assert.Equal(AppPasswordRevocation.Deleted, await passwords.RevokeAsync(Alice.Login, Token));
        Assert.Equal(AppPasswordRevocation.NotAccepted, await passwords.RevokeAsync(Alice.Login, Token));
        var error = await ErrorOf(() => passwords.RevokeAsync(Alice.Login, Token));

        Assert.Equal(NextcloudErrorKind.Forbidden, error.Kind);
        Assert.Contains("no app password in use", error.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html", "<html>Signed out</html>")]
    [InlineData("application/json", """{"ocs":{"meta":""")]
    public async Task A_page_or_half_an_answer_says_of_no_app_password_that_it_is_deleted(string type, string body)
    {
        Cloud.Answer("DELETE", "/ocs/v2.php/core/apppassword?format=json", 200, type, body);

        var error = await ErrorOf(() => new AppPasswordsClient(Transport).RevokeAsync(Alice.Login, Token));

        Assert.Equal(NextcloudErrorKind.UnexpectedAnswer, error.Kind);
    }

    [Fact]
    public async Task A_page_says_of_no_login_that_it_is_accepted()
    {
        Cloud.Answer("GET", "/ocs/v2.php/cloud/user?format=json", 200, "text/html", "<html>Maintenance</html>");

        var error = await ErrorOf(() => new AppPasswordsClient(Transport).IsAcceptedAsync(Alice.Login, Token));

        Assert.Equal(NextcloudErrorKind.UnexpectedAnswer, error.Kind);
    }

    [Fact]
    public async Task Capabilities_differ_between_anybody_and_somebody()
    {
        Cloud.Play("capabilities", "01-anonymous").Play("capabilities", "02-alice");
        var client = new CapabilitiesClient(Transport);

        var anybody = await client.GetAnonymouslyAsync(CloudAddress.Parse(Cloud.Address), Token);
        var alice = await client.GetAsync(Alice, Token);

        Assert.Equal(("32.0.1", 0, false), (anybody.Version, anybody.BruteForceDelay, anybody.IsAllowListed));
        Assert.DoesNotContain("notes", anybody.Names);
        Assert.Contains("notes", alice.Names);
        Assert.Equal(["0.2", "1.3", "1.4"], alice.NotesApiVersions);
        Assert.Null(Cloud.Requests[0].Header("Authorization"));
    }

    [Fact]
    public async Task The_status_answers_in_maintenance_too()
    {
        Cloud.Play("status", "01-status").Play("errors", "36-503-maintenance-status");
        var client = new StatusClient(Transport);

        var well = await client.GetAsync(CloudAddress.Parse(Cloud.Address), Token);
        var closed = await client.GetAsync(CloudAddress.Parse(Cloud.Address), Token);

        Assert.Equal(new ServerStatus(true, false, false, "32.0.1", "Nextcloud"), well);
        Assert.True(closed.Maintenance);
    }

    private static IEnumerable<XName> Properties(string body) => XElement.Parse(body).Descendants().Select(e => e.Name);
}
