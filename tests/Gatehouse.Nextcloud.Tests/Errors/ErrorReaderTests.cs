using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Notes;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.Errors;

/// <summary>Every status a Nextcloud was seen to answer, in each of its forms, becomes a typed error that says what to do.</summary>
public sealed class ErrorReaderTests : CloudTest
{
    private const string Notes = "/index.php/apps/notes/api/v1/notes?chunkSize=50&exclude=content";
    private static readonly FilePath file = FilePath.Parse("/locked.txt");

    private FilesClient Files => new(Transport);

    [Theory]
    [InlineData("errors", "07-401-wrong-password-ocs", NextcloudErrorKind.Unauthorized, 401)]
    [InlineData("errors", "45-2fa-account-password-ocs", NextcloudErrorKind.Unauthorized, 401)]
    [InlineData("errors", "41-401-disabled-user-ocs", NextcloudErrorKind.Unauthorized, 401)]
    [InlineData("errors", "25-412-csrf-missing-ocs-header", NextcloudErrorKind.UnexpectedAnswer, 412)]
    [InlineData("errors", "37-503-maintenance-ocs", NextcloudErrorKind.Maintenance, 503)]
    [InlineData("errors", "58-429-bruteforce-ocs-right-app-password", NextcloudErrorKind.RateLimited, 429)]
    public async Task Answers_of_ocs(string folder, string name, NextcloudErrorKind kind, int status)
    {
        Cloud.Play(folder, name);

        await AssertAsync(kind, status, () => new UserClient(Transport).GetAsync(Alice.Login, Token));
    }

    [Theory]
    [InlineData("08-401-wrong-password-app-api", NextcloudErrorKind.Unauthorized, 401)]
    [InlineData("39-503-maintenance-app", NextcloudErrorKind.Maintenance, 503)]
    [InlineData("44-404-app-disabled-notes", NextcloudErrorKind.AppNotAvailable, 404)]
    public async Task Answers_of_an_app(string name, NextcloudErrorKind kind, int status)
    {
        Cloud.Play("errors", name, Notes);

        await AssertAsync(kind, status, () => new NotesClient(Transport).ListAsync(Alice, new NotesQuery(), Token));
    }

    [Theory]
    [InlineData("06-401-wrong-password-webdav", NextcloudErrorKind.Unauthorized, 401)]
    [InlineData("46-2fa-account-password-webdav", NextcloudErrorKind.Unauthorized, 401)]
    [InlineData("38-503-maintenance-webdav", NextcloudErrorKind.Maintenance, 503)]
    [InlineData("42-401-disabled-user-webdav", NextcloudErrorKind.AccountDisabled, 503)]
    [InlineData("57-429-bruteforce-webdav-right-app-password", NextcloudErrorKind.RateLimited, 429)]
    public async Task Answers_of_WebDAV(string name, NextcloudErrorKind kind, int status)
    {
        Cloud.Play("errors", name, "/remote.php/dav/files/alice/");

        await AssertAsync(kind, status, () => Files.StatAsync(Alice, FilePath.Root, Token));
    }

    [Fact]
    public async Task A_locked_file_is_locked_whichever_way_it_is_said()
    {
        Cloud
            .Play("errors", "28-423-put-locked")
            .Play("errors", "29-423-delete-locked")
            .Play("errors", "30-423-move-locked")
            .Play("errors", "31-423-get-locked");

        await AssertAsync(
            NextcloudErrorKind.Locked,
            423,
            () => Files.WriteAsync(Alice, file, default, WriteCondition.NothingThere, Token)
        );
        await AssertAsync(NextcloudErrorKind.Locked, 423, () => Files.DeleteAsync(Alice, file, ifMatch: null, Token));
        await AssertAsync(
            NextcloudErrorKind.Locked,
            500,
            () => Files.MoveAsync(Alice, file, FilePath.Parse("/l2.txt"), false, ifMatch: null, Token)
        );
        await AssertAsync(
            NextcloudErrorKind.Locked,
            423,
            () => Files.ReadAsync(Alice, file, new FileRange(0, 1), Token)
        );
    }

    [Fact]
    public async Task A_full_account_says_how_much_is_needed_and_free()
    {
        Cloud.Play("errors", "32-507-put-over-quota");
        var carol = Accounts.Of(Cloud, "carol");

        var error = await AssertAsync(
            NextcloudErrorKind.InsufficientStorage,
            507,
            () => Files.WriteAsync(carol, FilePath.Parse("/big.bin"), new byte[100], WriteCondition.NothingThere, Token)
        );

        Assert.Equal((2097152L, 1048576L), (error.NeededBytes, error.AvailableBytes));
        Assert.Contains("2097152", error.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_persons_folder_is_forbidden_or_not_there()
    {
        Cloud
            .Play("webdav", "35-move-other-user", "/remote.php/dav/files/alice/a")
            .Play("cookie-jar", "04-nojar-bob-credentials-webdav-alice-file", "/remote.php/dav/files/alice/b");

        await AssertAsync(
            NextcloudErrorKind.Forbidden,
            403,
            () => Files.MoveAsync(Alice, FilePath.Parse("/a"), FilePath.Parse("/x"), false, ifMatch: null, Token)
        );
        await AssertAsync(
            NextcloudErrorKind.NotFound,
            404,
            () => Files.ReadAsync(Alice, FilePath.Parse("/b"), new FileRange(0, 1), Token)
        );
    }

    [Theory]
    [InlineData("23-400-untrusted-domain")]
    [InlineData("24-400-untrusted-domain-ocs")]
    public async Task An_untrusted_host_names_the_setting(string name)
    {
        Cloud.Play("errors", name, "/ocs/v2.php/cloud/user?format=json");

        var error = await AssertAsync(
            NextcloudErrorKind.UntrustedDomain,
            400,
            () => new UserClient(Transport).GetAsync(Alice.Login, Token)
        );

        Assert.Contains("trusted_domains", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_where_json_is_due_is_an_unexpected_answer()
    {
        Cloud.Answer("GET", Notes, 200, "text/html", "<html>Log in to your account</html>");

        await AssertAsync(
            NextcloudErrorKind.UnexpectedAnswer,
            null,
            () => new NotesClient(Transport).ListAsync(Alice, new NotesQuery(), Token)
        );
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"id\":\"x\"}")]
    [InlineData("{\"id\":1,\"id\":2}")]
    [InlineData("{\"id\":1,\"title\":\"without etag\"}")]
    [InlineData("{")]
    [InlineData("null")]
    public async Task Json_of_another_shape_is_an_unexpected_answer(string body)
    {
        Cloud.Answer("GET", "/index.php/apps/notes/api/v1/notes/1", 200, "application/json", body);

        await AssertAsync(
            NextcloudErrorKind.UnexpectedAnswer,
            null,
            () => new NotesClient(Transport).GetAsync(Alice, 1, Token)
        );
    }

    [Theory]
    [InlineData(
        "<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d:multistatus xmlns:d=\"DAV:\">&x;</d:multistatus>"
    )]
    [InlineData("<d:multistatus xmlns:d=\"DAV:\">")]
    [InlineData("<html/>")]
    public async Task Xml_that_is_no_multistatus_or_has_a_DTD_is_an_unexpected_answer(string body)
    {
        Cloud.Answer("PROPFIND", "/remote.php/dav/files/alice/", 207, "application/xml", body);

        await AssertAsync(
            NextcloudErrorKind.UnexpectedAnswer,
            null,
            () => Files.StatAsync(Alice, FilePath.Root, Token)
        );
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_says_where_to()
    {
        Cloud.Answer(
            "GET",
            Notes,
            301,
            "text/html",
            "",
            new RecordedHeader("Location", "https://other.example/index.php/apps/notes?secret=1")
        );

        var error = await AssertAsync(
            NextcloudErrorKind.UnexpectedAnswer,
            301,
            () => new NotesClient(Transport).ListAsync(Alice, new NotesQuery(), Token)
        );

        Assert.Contains("https://other.example/", error.Cause, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.Single(Cloud.Requests);
    }

    [Theory]
    [InlineData(400, NextcloudErrorKind.Refused)]
    [InlineData(403, NextcloudErrorKind.Forbidden)]
    [InlineData(409, NextcloudErrorKind.Conflict)]
    [InlineData(413, NextcloudErrorKind.TooLarge)]
    [InlineData(418, NextcloudErrorKind.UnexpectedAnswer)]
    [InlineData(429, NextcloudErrorKind.RateLimited)]
    [InlineData(500, NextcloudErrorKind.CloudFailed)]
    [InlineData(502, NextcloudErrorKind.Unavailable)]
    [InlineData(503, NextcloudErrorKind.Unavailable)]
    [InlineData(504, NextcloudErrorKind.Unavailable)]
    public async Task A_bare_status_without_a_body_is_understood(int status, NextcloudErrorKind kind)
    {
        Cloud.Answer("GET", Notes, status, "text/html", "");

        await AssertAsync(kind, status, () => new NotesClient(Transport).ListAsync(Alice, new NotesQuery(), Token));
    }

    [Fact]
    public async Task What_no_text_can_hold_is_not_passed_on()
    {
        Cloud.Answer("GET", Notes, 400, "application/json", """{"message":"\ud83d"}""");

        await AssertAsync(
            NextcloudErrorKind.Refused,
            400,
            () => new NotesClient(Transport).ListAsync(Alice, new NotesQuery(), Token)
        );
    }

    [Fact]
    public async Task What_Nextcloud_says_is_passed_on_short_and_in_one_line()
    {
        var body = $$"""{"message":"first\n  second {{new string('x', 1000)}}"}""";
        Cloud.Answer("GET", Notes, 400, "application/json", body.Replace("\n", "\\n", StringComparison.Ordinal));

        var error = await AssertAsync(
            NextcloudErrorKind.Refused,
            400,
            () => new NotesClient(Transport).ListAsync(Alice, new NotesQuery(), Token)
        );

        Assert.StartsWith("Nextcloud says: first second xxx", error.Cause, StringComparison.Ordinal);
        Assert.InRange(error.Cause!.Length, 300, 330);
    }

    private static async Task<NextcloudError> AssertAsync(NextcloudErrorKind kind, int? status, Func<Task> call)
    {
        var error = await ErrorOf(call);
        Assert.Equal((kind, status), (error.Kind, error.Status));
        Assert.NotEmpty(error.Summary);
        Assert.NotEmpty(error.NextStep);
        Assert.DoesNotContain("app-password-value", error.ToString(), StringComparison.Ordinal);
        return error;
    }
}
