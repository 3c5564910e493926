using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Calendar;
using Gatehouse.Nextcloud.Tools.Files;
using Gatehouse.Nextcloud.Tools.Hosting;
using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Tests.Completions;

public sealed class CompletionTests : ToolTest
{
    [Fact]
    public async Task Conversations_complete_from_those_of_the_person()
    {
        Cloud.Play("talk", "01-rooms", "/ocs/v2.php/apps/spreed/api/v4/room?noStatusUpdate=1");
        await using var alice = await AliceAsync("talk.read");

        Assert.Equal(["Let's get started!"], await CompleteAsync(alice, "catch_up", "conversation", "STARTED"));
        Assert.Empty(await CompleteAsync(alice, "catch_up", "conversation", "nothing like it"));
    }

    [Fact]
    public async Task People_complete_from_those_of_the_cloud()
    {
        Cloud.Play(
            "users-groups",
            "23-autocomplete",
            "/ocs/v2.php/core/autocomplete/get?search=bo&itemType=&itemId=&shareTypes[]=0&limit=100"
        );
        await using var alice = await AliceAsync("people.read search.read");

        Assert.Equal(["Bob Example"], await CompleteAsync(alice, "prepare_meeting", "person", "bo"));
        Assert.Empty(await CompleteAsync(alice, "prepare_meeting", "person", ""));
    }

    [Fact]
    public async Task What_was_not_allowed_completes_to_nothing_and_asks_nobody()
    {
        await using var alice = await AliceAsync("search.read");

        Assert.Empty(await CompleteAsync(alice, "catch_up", "conversation", "a"));
        Assert.Empty(await CompleteAsync(alice, "prepare_meeting", "person", "a"));
        Assert.DoesNotContain(
            Cloud.Requests,
            r =>
                r.Path.Contains("spreed", StringComparison.Ordinal)
                || r.Path.Contains("autocomplete", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_cloud_that_fails_completes_to_nothing()
    {
        Cloud.Answer("GET", "/ocs/v2.php/apps/spreed/api/v4/room?noStatusUpdate=1", 500, "text/html", "");
        await using var alice = await AliceAsync("talk.read");

        Assert.Empty(await CompleteAsync(alice, "catch_up", "conversation", "a"));
    }

    [Fact]
    public async Task Days_complete_to_the_usual_ones()
    {
        await using var alice = await AliceAsync("activity.read");

        Assert.Equal(
            ["1", "14"],
            (await CompleteAsync(alice, "weekly_review", "days", "1")).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_path_of_a_file_completes_folder_by_folder()
    {
        Cloud.Play("webdav", "15-propfind-depth1-props");
        await using var alice = await AliceAsync("files.read");

        var all = await CompleteAsync(alice, FileUri.Template, "path", "Projects/");
        var some = await CompleteAsync(alice, FileUri.Template, "path", "Projects/HEL");

        Assert.Equal(3, all.Count);
        Assert.Equal(["Projects/hello.txt"], some);
    }

    [Theory]
    [InlineData("../bob/")]
    [InlineData("Projects%2Fsecret/")]
    public async Task A_path_that_is_none_completes_to_nothing(string typed)
    {
        await using var alice = await AliceAsync("files.read");

        Assert.Empty(await CompleteAsync(alice, FileUri.Template, "path", typed));
    }

    [Fact]
    public async Task Calendars_complete_by_their_titles_to_their_ids()
    {
        Cloud.Play("caldav", "02-list-calendars");
        await using var alice = await AliceAsync("calendar.read");

        Assert.Equal(["contact_birthdays"], await CompleteAsync(alice, CalendarUri.Template, "id", "birth"));
        Assert.Equal(2, (await CompleteAsync(alice, CalendarUri.Template, "id", "")).Count);
    }

    [Fact]
    public async Task What_the_operator_left_out_completes_to_nothing()
    {
        await using var host = await McpHost.StartAsync(
            Token,
            server => server.Services.Configure<NextcloudToolsOptions>(options => options.Apps.Add("notes"))
        );
        await using var alice = await host.ConnectAsync(Account("alice"), Everything, Token);

        Assert.Empty(await CompleteAsync(alice, FileUri.Template, "path", "Projects/"));
        Assert.Empty(await CompleteAsync(alice, "catch_up", "conversation", "a"));
    }

    [Fact]
    public async Task What_apps_complete_is_there_to_be_completed()
    {
        await using var alice = await AliceAsync();
        var prompts = await alice.ListPromptsAsync(cancellationToken: Token);
        var templates = await alice.ListResourceTemplatesAsync(cancellationToken: Token);

        Assert.All(
            NextcloudApps.All.SelectMany(app => app.Completions.Select(one => (app, one))),
            entry =>
            {
                var (app, completion) = entry;
                Assert.Contains(app.Scopes, scope => scope.Name == completion.Scope);
                Assert.True(
                    templates.Any(t => t.UriTemplate == completion.Of)
                        || prompts.Any(p =>
                            p.Name == completion.Of
                            && p.ProtocolPrompt.Arguments!.Any(a => a.Name == completion.Argument)
                        ),
                    $"{completion.Of} has no {completion.Argument}."
                );
            }
        );
    }

    private static async Task<IList<string>> CompleteAsync(
        McpClient client,
        string of,
        string argument,
        string typed
    ) => (
            await client.CompleteAsync(
                new CompleteRequestParams
                {
                    Ref = of.Contains("://", StringComparison.Ordinal)
                        ? new ResourceTemplateReference { Uri = of }
                        : new PromptReference { Name = of },
                    Argument = new Argument { Name = argument, Value = typed },
                },
                Token
            )
        ).Completion.Values;
}
