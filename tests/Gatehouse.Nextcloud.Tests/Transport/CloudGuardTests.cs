using System.Collections.Concurrent;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Notes;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Nextcloud.Tests.Transport;

public sealed class CloudGuardTests : CloudTest
{
    private const string Note = "/index.php/apps/notes/api/v1/notes/1";
    private const string Probe = "/ocs/v2.php/cloud/user?format=json";
    private const string GoodNote = """{"id":1,"title":"t","etag":"e","modified":1}""";
    private static readonly TimeSpan minute = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, int> statusOf = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim probed = new(0);
    private volatile string? page;

    [Fact]
    public async Task A_credential_that_gets_a_401_is_parked_at_once()
    {
        Serve();
        statusOf["alice"] = 401;

        Assert.Equal(NextcloudErrorKind.Unauthorized, await KindAsync(Alice));
        Assert.Equal(NextcloudErrorKind.CredentialParked, await KindAsync(Alice));
        Assert.Equal(NextcloudErrorKind.CredentialParked, await KindAsync(Alice));

        Assert.Single(Cloud.Requests);
    }

    [Fact]
    public async Task Only_the_version_that_was_sent_is_parked()
    {
        Serve();
        statusOf["alice"] = 401;
        await KindAsync(Alice);
        statusOf["alice"] = 200;

        Assert.Null(await KindAsync(Accounts.Of(Cloud, "alice", version: "2")));
        Assert.Null(await KindAsync(Bob));
        Assert.Equal(NextcloudErrorKind.CredentialParked, await KindAsync(Alice));
    }

    [Fact]
    public async Task A_parked_credential_is_tried_once_after_a_minute_and_goes_on_when_accepted()
    {
        Serve();
        statusOf["alice"] = 401;
        await KindAsync(Alice);
        statusOf["alice"] = 200;

        Time.Advance(minute - TimeSpan.FromSeconds(1));
        Assert.Equal(NextcloudErrorKind.CredentialParked, await KindAsync(Alice));
        Assert.Single(Cloud.Requests);
        Time.Advance(TimeSpan.FromSeconds(1));
        await probed.WaitAsync(Token);

        Assert.Null(await EventuallyAsync(Alice, NextcloudErrorKind.CredentialParked));
    }

    [Fact]
    public async Task A_credential_that_is_refused_again_is_retired_and_told_once()
    {
        Serve();
        var retired = Retired();
        statusOf["alice"] = 401;
        await KindAsync(Alice);

        Time.Advance(minute);
        var told = await retired.Task.WaitAsync(Token);

        Assert.Equal((Alice.Cloud, "alice", Alice.Credential), (told.Cloud, told.LoginName, told.Credential));
        Assert.Equal(NextcloudErrorKind.CredentialRetired, await KindAsync(Alice));
        Time.Advance(minute * 10);
        Assert.Equal(NextcloudErrorKind.CredentialRetired, await KindAsync(Alice));
        Assert.Equal(2, Cloud.Requests.Length);
    }

    [Fact]
    public async Task A_try_that_says_nothing_is_repeated_a_minute_later()
    {
        Serve();
        var retired = Retired();
        statusOf["alice"] = 401;
        await KindAsync(Alice);
        statusOf["alice"] = 429;

        Time.Advance(minute);
        await probed.WaitAsync(Token);
        await ArmedAgainAsync("alice");
        Assert.Equal(NextcloudErrorKind.CredentialParked, await KindAsync(Alice));
        statusOf["alice"] = 401;
        Time.Advance(minute);

        await retired.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task A_page_in_the_place_of_the_cloud_accepts_nobody()
    {
        Serve();
        var retired = Retired();
        statusOf["alice"] = 401;
        await KindAsync(Alice);
        page = "<p>Please sign in to the guest network</p>";
        statusOf["alice"] = 200;

        Time.Advance(minute);
        await probed.WaitAsync(Token);
        await ArmedAgainAsync("alice");

        Assert.Equal(NextcloudErrorKind.CredentialParked, await KindAsync(Alice));
        page = null;
        statusOf["alice"] = 401;
        Time.Advance(minute);
        await retired.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task A_page_in_the_place_of_the_cloud_does_not_open_it()
    {
        Serve();
        await RefuseAsync("carol", "dave", "erin");
        page = "<p>Please sign in to the guest network</p>";
        statusOf["frank"] = 200;

        await ErrorOf(() => new UserClient(Transport).GetAsync(Accounts.Of(Cloud, "frank").Login, Token));

        Assert.Equal(NextcloudErrorKind.CloudSuspended, await KindAsync(Alice));
    }

    [Fact]
    public async Task Three_people_refused_within_a_minute_suspend_the_cloud_for_everybody()
    {
        Serve();
        await RefuseAsync("carol", "dave", "erin");

        var error = await ErrorOf(() => GetAsync(Alice));

        Assert.Equal(NextcloudErrorKind.CloudSuspended, error.Kind);
        Assert.Equal(minute, error.RetryAfter);
        Assert.Equal(3, Cloud.Requests.Length);
    }

    [Fact]
    public async Task Three_versions_of_one_person_do_not()
    {
        Serve();
        statusOf["carol"] = 401;
        foreach (var version in new[] { "1", "2", "3" })
            await KindAsync(Accounts.Of(Cloud, "carol", version));

        Assert.Null(await KindAsync(Alice));
    }

    [Fact]
    public async Task Three_people_in_more_than_a_minute_do_not()
    {
        Serve();
        await RefuseAsync("carol", "dave");
        Time.Advance(minute + TimeSpan.FromSeconds(1));
        await RefuseAsync("erin");

        Assert.Null(await KindAsync(Alice));
    }

    [Fact]
    public async Task Another_cloud_is_not_suspended()
    {
        Serve();
        await RefuseAsync("carol", "dave", "erin");
        await using var other = await Testing.Recordings.RecordedCloud.StartAsync(cancellationToken: Token);
        other.Answer("GET", Note, 200, "application/json", GoodNote);

        Assert.Null(await KindAsync(Accounts.Of(other, "alice")));
    }

    [Fact]
    public async Task One_call_tries_a_suspended_cloud_and_its_success_opens_it()
    {
        Serve();
        await RefuseAsync("carol", "dave", "erin");
        foreach (var person in new[] { "carol", "dave", "erin" })
            statusOf[person] = 503;

        // Nobody else asks, so a parked credential takes the first turn and learns nothing; the next turn is alice's, two minutes later.
        Time.Advance(minute);
        await probed.WaitAsync(Token);
        Assert.Equal(NextcloudErrorKind.CloudSuspended, await KindAsync(Alice));
        Time.Advance(minute);
        Assert.Equal(NextcloudErrorKind.CloudSuspended, await KindAsync(Alice));
        Time.Advance(minute);

        Assert.Null(await KindAsync(Alice));
        Assert.Null(await KindAsync(Bob));
    }

    [Fact]
    public async Task Nobody_is_retired_while_the_cloud_is_suspended()
    {
        Serve();
        var retired = Retired();
        await RefuseAsync("carol", "dave", "erin");

        Time.Advance(minute);
        await probed.WaitAsync(Token);
        await ArmedAgainAsync("carol", "dave", "erin");
        Time.Advance(minute);
        await ArmedAgainAsync("carol", "dave", "erin");
        Time.Advance(minute);
        await probed.WaitAsync(Token);
        await ArmedAgainAsync("carol", "dave", "erin");

        foreach (var person in new[] { "carol", "dave", "erin" })
            Assert.Equal(NextcloudErrorKind.CredentialParked, await KindAsync(Accounts.Of(Cloud, person)));
        Assert.False(retired.Task.IsCompleted);
    }

    [Fact]
    public async Task A_sign_in_that_just_succeeded_goes_through_a_suspended_cloud_and_opens_it()
    {
        Serve();
        await RefuseAsync("carol", "dave", "erin");
        statusOf["frank"] = 200;

        await new UserClient(Transport).GetAsync(Accounts.Of(Cloud, "frank").Login, Token);

        Assert.Null(await KindAsync(Alice));
    }

    [Fact]
    public async Task A_parked_credential_can_still_be_given_back()
    {
        Serve();
        statusOf["alice"] = 401;
        await KindAsync(Alice);
        Cloud.Play("app-password", "04-revoke-self");

        Assert.Equal(
            AppPasswordRevocation.Deleted,
            await new AppPasswordsClient(Transport).RevokeAsync(Alice.Login, Token)
        );
    }

    private Task<Nextcloud.Notes.Note> GetAsync(NextcloudAccount account) =>
        new NotesClient(Transport).GetAsync(account, 1, Token);

    private async Task<NextcloudErrorKind?> KindAsync(NextcloudAccount account)
    {
        try
        {
            await GetAsync(account);
            return null;
        }
        catch (NextcloudException exception)
        {
            return exception.Kind;
        }
    }

    /// <summary>The answer reaches the guard a moment after the cloud sent it.</summary>
    private async Task<NextcloudErrorKind?> EventuallyAsync(NextcloudAccount account, NextcloudErrorKind passing)
    {
        NextcloudErrorKind? kind;
        while ((kind = await KindAsync(account)) == passing)
        {
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        return kind;
    }

    /// <summary>The guard took note of a try and set the next one: only then may the clock go on.</summary>
    private async Task ArmedAgainAsync(params string[] people)
    {
        foreach (var account in people.Select(p => Accounts.Of(Cloud, p)))
        {
            while ((await ErrorOf(() => GetAsync(account))).RetryAfter == TimeSpan.Zero)
            {
                Token.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }
    }

    private async Task RefuseAsync(params string[] people)
    {
        foreach (var person in people)
        {
            statusOf[person] = 401;
            Assert.Equal(NextcloudErrorKind.Unauthorized, await KindAsync(Accounts.Of(Cloud, person)));
        }
    }

    private TaskCompletionSource<CredentialRetiredEventArgs> Retired()
    {
        var source = new TaskCompletionSource<CredentialRetiredEventArgs>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        Transport.CredentialRetired += (_, retired) => source.SetResult(retired);
        return source;
    }

    private void Serve()
    {
        Cloud.Answer("GET", Note, context => AnswerAsync(context, GoodNote));
        Cloud.Answer(
            "GET",
            Probe,
            async context =>
            {
                await AnswerAsync(context, """{"ocs":{"meta":{},"data":{"id":"x","display-name":"X"}}}""");
                await context.Response.CompleteAsync();
                probed.Release();
            }
        );
    }

    private async Task AnswerAsync(HttpContext context, string body)
    {
        var basic = context.Request.Headers.Authorization.ToString()["Basic ".Length..];
        var user = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(basic)).Split(':')[0];
        context.Response.StatusCode = statusOf.GetValueOrDefault(user, 200);
        if (page is { } html)
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync(html, context.RequestAborted);
            return;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(context.Response.StatusCode == 200 ? body : "{}", context.RequestAborted);
    }
}
