using System.Net;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.Testing.Browser;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.Nextcloud.Hosting.Tests.SignIn;

public sealed class NextcloudSignInTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_code_stands_on_the_waiting_page_and_at_the_cloud()
    {
        await using var trip = await Trip.StartAsync();
        var walk = await trip.AllowAsync();
        var code = walk.Tab.Page.QuerySelector("strong.code")!.TextContent;

        await walk.GrantAsync(Token);
        await trip.Client.RedeemAsync(await walk.FinishAsync(Token), Token);

        Assert.Equal([$"Gatehouse: Scripted client (127.0.0.1) {code}"], trip.Cloud.AppPasswordNames("alice"));
        Assert.DoesNotContain(trip.Cloud.Requests.All, request => request.SentCookies && request.Scheme.Length > 0);
    }

    [Theory]
    [InlineData("maintenance", "cloud-maintenance")]
    [InlineData("unreachable", "cloud-unreachable")]
    [InlineData("throttled", "cloud-throttled")]
    [InlineData("html", "cloud-unexpected")]
    [InlineData("gateway", "cloud-unreachable")]
    [InlineData("forbidden", "cloud-refused")]
    [InlineData("missing", "cloud-unexpected")]
    public async Task A_cloud_that_does_not_start_a_sign_in_is_a_page_with_another_try(string trouble, string code)
    {
        await using var trip = await Trip.StartAsync();
        Trouble(trip, trouble);

        var walk = await trip.AllowAsync();

        Assert.Equal(code, Code(walk.Tab));
        Assert.Equal(["Try again", "Cancel"], walk.Tab.Buttons);
        trip.Cloud.Faults.Clear();
        await walk.Tab.PressAsync("Try again", Token);
        await walk.GrantAsync(Token);
        Assert.NotEmpty(trip.Client.ReadCode(await walk.FinishAsync(Token)));
    }

    [Theory]
    [InlineData("https://other.example.com", "overwrite.cli.url")]
    [InlineData("https", "overwriteprotocol")]
    public async Task A_cloud_that_announces_another_address_is_told_what_to_configure(string announced, string setting)
    {
        await using var trip = await Trip.StartAsync(options =>
            options.Cloud = cloud =>
            {
                cloud.Urls = $"http://127.0.0.1:{Gatehouse.Testing.Hosts.LoopbackPorts.Take(1)}";
                cloud.AnnouncedUrl =
                    announced == "https" ? cloud.Urls.Replace("http:", "https:", StringComparison.Ordinal) : announced;
            }
        );

        var walk = await trip.AllowAsync();

        Assert.Equal("cloud-address-mismatch", Code(walk.Tab));
        Assert.Contains(setting, walk.Tab.Text, StringComparison.Ordinal);
        Assert.Empty(walk.Tab.Page.QuerySelectorAll("a"));
    }

    [Fact]
    public async Task A_sign_in_refused_at_the_cloud_waits_and_expires_with_a_page_and_another_try()
    {
        await using var trip = await Trip.StartAsync();
        var walk = await trip.AllowAsync();
        await walk.DenyAtCloudAsync(Token);
        await walk.Tab.RefreshAsync(Token);
        Assert.StartsWith("Sign in at your Nextcloud", walk.Tab.Heading, StringComparison.Ordinal);
        trip.Time.Advance(TimeSpan.FromMinutes(20));

        await walk.Tab.RefreshAsync(Token);
        Assert.Equal("cloud-sign-in-expired", Code(walk.Tab));
        await walk.Tab.PressAsync("Try again", Token);
        await walk.GrantAsync(Token);

        Assert.NotEmpty(trip.Client.ReadCode(await walk.FinishAsync(Token)));
        Assert.Single(trip.Cloud.AppPasswordNames("alice"));
    }

    [Fact]
    public async Task Cancel_on_the_waiting_page_tells_the_client_and_asks_the_cloud_no_more()
    {
        await using var trip = await Trip.StartAsync();
        var walk = await trip.AllowAsync();
        var before = Polls(trip);

        var redirect = await walk.CancelAsync(Token);

        Assert.Contains("error=access_denied", redirect.Query, StringComparison.Ordinal);
        Assert.Equal(before, Polls(trip));
    }

    [Fact]
    public async Task A_closed_tab_costs_the_cloud_no_poll()
    {
        await using var trip = await Trip.StartAsync();
        await trip.AllowAsync();
        var before = trip.Cloud.Requests.All.Count;

        trip.Time.Advance(TimeSpan.FromMinutes(19));

        Assert.Equal(before, trip.Cloud.Requests.All.Count);
    }

    [Fact]
    public async Task Two_tabs_that_look_at_once_get_one_answer_and_one_app_password()
    {
        await using var trip = await Trip.StartAsync();
        var walk = await trip.AllowAsync();
        await walk.GrantAsync(Token);
        var before = Polls(trip);
        var tabs = Enumerable.Range(0, 6).Select(_ => trip.NewTab()).ToList();

        await Task.WhenAll(tabs.Select(tab => tab.OpenAsync(walk.Tab.Address.ToString(), Token)));

        Assert.Single(tabs.Select(tab => tab.Left).Distinct());
        Assert.NotNull(tabs[0].Left);
        Assert.Equal(before + 1, Polls(trip));
        Assert.Single(trip.Cloud.AppPasswordNames("alice"));
    }

    [Fact]
    public async Task Trouble_while_waiting_is_said_and_passes()
    {
        await using var trip = await Trip.StartAsync();
        var walk = await trip.AllowAsync();
        trip.Cloud.Faults.Unreachable = true;
        await walk.Tab.RefreshAsync(Token);
        Assert.Contains("This page keeps asking.", walk.Tab.Text, StringComparison.Ordinal);
        trip.Cloud.Faults.Unreachable = false;

        await walk.Tab.RefreshAsync(Token);

        Assert.DoesNotContain("This page keeps asking.", walk.Tab.Text, StringComparison.Ordinal);
        await walk.GrantAsync(Token);
        Assert.NotEmpty(trip.Client.ReadCode(await walk.FinishAsync(Token)));
    }

    [Fact]
    public async Task The_person_is_the_user_id_and_not_the_login_name()
    {
        await using var trip = await Trip.StartAsync();
        trip.Cloud.Faults.AnswerNext(
            1,
            "/ocs/v2.php/cloud/user",
            DemoCloudFault.Of(
                200,
                "application/json; charset=utf-8",
                """{"ocs":{"meta":{"status":"ok","statuscode":200,"message":"OK"},"data":{"id":"4711-ldap","displayname":"Alice Example","display-name":"Alice Example","email":"alice@example.test","enabled":true}}}"""
            )
        );

        await trip.ConnectAsync();

        var person = new Person(trip.Cloud.Address, "4711-ldap", "");
        var connection = Assert.Single(await ListAsync(trip, person));
        Assert.Equal("Alice Example", connection.Person.DisplayName);
        Assert.Empty(await ListAsync(trip, person with { Subject = "alice" }));
    }

    [Fact]
    public async Task An_account_that_cannot_be_used_is_a_page_and_its_app_password_is_deleted()
    {
        await using var trip = await Trip.StartAsync();
        var walk = await trip.AllowAsync();
        await walk.GrantAsync(Token);
        trip.Cloud.Faults.AnswerNext(5, "/ocs/v2.php/cloud/user", DemoCloudFault.ServerError);

        await walk.Tab.RefreshAsync(Token);

        Assert.Equal("cloud-account-unusable", Code(walk.Tab));
        Assert.Empty(trip.Cloud.AppPasswordNames("alice"));
    }

    [Fact]
    public async Task A_store_that_fails_at_the_last_moment_deletes_the_app_password_again()
    {
        await using var trip = await Trip.StartAsync();
        var walk = await trip.AllowAsync();
        await walk.GrantAsync(Token);
        trip.Stores.Break("ConnectAsync");

        await walk.Tab.RefreshAsync(Token);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "storage-unavailable"), (walk.Tab.Status, Code(walk.Tab)));
        Assert.Empty(trip.Cloud.AppPasswordNames("alice"));
        trip.Stores.Mend();

        await walk.Tab.ReloadAsync(Token);
        await walk.Tab.PressAsync("Try again", Token);
        await walk.GrantAsync(Token);
        Assert.NotEmpty(trip.Client.ReadCode(await walk.FinishAsync(Token)));
        Assert.Single(trip.Cloud.AppPasswordNames("alice"));
    }

    [Fact]
    public async Task A_cloud_below_a_path_works_too()
    {
        await using var trip = await Trip.StartAsync(options => options.Cloud = cloud => cloud.BasePath = "/nextcloud");

        await trip.ConnectAsync();

        Assert.Single(trip.Cloud.AppPasswordNames("alice"));
    }

    private static void Trouble(Trip trip, string trouble)
    {
        var faults = trip.Cloud.Faults;
        switch (trouble)
        {
            case "maintenance":
                faults.Maintenance = true;
                break;
            case "unreachable":
                faults.Unreachable = true;
                break;
            default:
                faults.AnswerNext(9, "/index.php/login/v2", Fault(trouble));
                break;
        }
    }

    private static DemoCloudFault Fault(string trouble) =>
        trouble switch
        {
            "throttled" => DemoCloudFault.RateLimited,
            "html" => DemoCloudFault.HtmlInstead,
            "gateway" => DemoCloudFault.BadGateway,
            "forbidden" => DemoCloudFault.Forbidden,
            _ => DemoCloudFault.NotFound,
        };

    private static int Polls(Trip trip) =>
        trip.Cloud.Requests.All.Count(request => request.Path.EndsWith("/login/v2/poll", StringComparison.Ordinal));

    private static string? Code(ScriptedTab tab) =>
        tab.Page.QuerySelectorAll(".support strong") is [.., var last] ? last.TextContent : null;

    private static Task<IReadOnlyList<Connection>> ListAsync(Trip trip, Person person) =>
        trip.Host.Services.GetRequiredService<IConnectionStore>().ListAsync(person.Key, Token);
}
