using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Gatehouse.AspNetCore.Sessions;
using Gatehouse.Testing.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.AspNetCore.Tests.Sessions;

/// <summary>What sessions may take of memory and disk.</summary>
public sealed class SessionBoundTests : IAsyncLifetime
{
    private const int Kept = 50;
    private const int MostStreams = 50;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gatehouse-sessions-");
    private Site site = null!;
    private SiteClient client = null!;
    private string token = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SessionSite.StartAsync(folder);
        client = await SiteClient.RegisterAsync(site);
        token = (await client.ConnectAsync()).AccessToken;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await site.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_initialize_with_everything_a_client_may_say_begins_a_session()
    {
        var answer = await SendAsync(session: null, SessionSite.Initialize(new string('a', 16_000)));

        Assert.Equal(200, answer.Status);
        await RestartAsync();
        Assert.Equal(200, (await SendAsync(answer.Header("Mcp-Session-Id"), SessionSite.Ping)).Status);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_longer_one_is_refused_with_words_before_anything_is_kept(bool inSession, bool chunked)
    {
        var session = inSession ? await SessionSite.BeginAsync(client, token) : null;
        site.Stores.Forget();

        var answer = await SendAsync(session, SessionSite.Initialize(new string('a', 17_000)), chunked: chunked);

        Assert.Equal(413, answer.Status);
        Assert.Equal(-32600, (int?)answer.Json["error"]!["code"]);
        Assert.Contains("16384", (string?)answer.Json["error"]!["message"], StringComparison.Ordinal);
        Assert.Null(answer.Header("Mcp-Session-Id"));
        Assert.Empty(site.Stores.Writes);
    }

    [Theory]
    [InlineData("utf-8", """{"method":"ping","params":{"a":"%"},"jsonrpc":"2.0","id":1,"method":"initialize"}""")]
    [InlineData("utf-8", """{"params":{"a":"%"},"jsonrpc":"2.0","id":1,"m\u0065thod":"initiali\u007ae"}""")]
    [InlineData("utf-16", """{"params":{"a":"%"},"jsonrpc":"2.0","id":1,"method":"initialize"}""")]
    public async Task Nor_does_one_get_through_in_disguise(string encoding, string body)
    {
        var session = await SessionSite.BeginAsync(client, token);

        var answer = await SendAsync(
            session,
            body.Replace("%", new string('a', 17_000), StringComparison.Ordinal),
            encoding
        );

        Assert.Equal(413, answer.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Other_messages_may_be_longer(bool chunked)
    {
        var session = await SessionSite.BeginAsync(client, token);
        var ping =
            $$"""{"jsonrpc":"2.0","id":2,"params":{"method":"initialize","a":"{{new string('a', 1_000_000)}}"},"method":"ping"}""";

        var answer = await SendAsync(session, ping, chunked: chunked);

        Assert.Equal(200, answer.Status);
        Assert.Contains("\"result\"", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_crowded_out_is_404_after_a_restart_and_its_client_begins_anew()
    {
        var first = await SessionSite.BeginAsync(client, token);
        site.Time.Advance(TimeSpan.FromSeconds(1));
        var used = await SessionSite.BeginAsync(client, token);
        var third = await SessionSite.BeginAsync(client, token);
        site.Time.Advance(TimeSpan.FromMinutes(11));
        await SendAsync(used, SessionSite.Ping);
        for (var one = 0; one < Kept - 2; one++)
        {
            await SessionSite.BeginAsync(client, token);
        }

        await RestartAsync();

        Assert.Equal(404, (await SendAsync(first, SessionSite.Ping)).Status);
        Assert.Equal(200, (await SendAsync(used, SessionSite.Ping)).Status);
        Assert.Equal(200, (await SendAsync(third, SessionSite.Ping)).Status);
        Assert.Equal(200, (await SendAsync(await SessionSite.BeginAsync(client, token), SessionSite.Ping)).Status);
    }

    [Fact]
    public async Task More_than_a_thousand_are_not_kept_in_memory_and_one_that_rested_goes_on_from_the_store()
    {
        var first = await SessionSite.BeginAsync(client, token);
        await SendAsync(first, SessionSite.Ping);
        site.Stores.Forget();
        await SendAsync(first, SessionSite.Ping);
        Assert.Empty(site.Stores.Calls);
        using var other = await SiteClient.RegisterAsync(site, "Other");
        var crowd = (await other.ConnectAsync()).AccessToken;
        for (var one = 0; one < 1001; one++)
        {
            await SessionSite.BeginAsync(other, crowd);
        }

        site.Stores.Forget();
        Assert.Equal(200, (await SendAsync(first, SessionSite.Ping)).Status);

        Assert.Equal(["ISessionStore.FindAsync", "ISessionStore.NoteUsedAsync"], site.Stores.Calls);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_connection_holds_so_many_streams_open_and_goes_without_beyond()
    {
        var open = new List<HttpResponseMessage>();
        for (var one = 0; one < MostStreams; one++)
        {
            open.Add(await StreamAsync(client, token));
        }

        Assert.All(open, stream => Assert.Equal(HttpStatusCode.OK, stream.StatusCode));
        using var refused = await StreamAsync(client, token);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
        Assert.Equal(["POST", "DELETE"], refused.Content.Headers.Allow);
        using var other = await SiteClient.RegisterAsync(site, "Other");
        using var theirs = await StreamAsync(other, (await other.ConnectAsync()).AccessToken);
        Assert.Equal(HttpStatusCode.OK, theirs.StatusCode);

        open.ForEach(stream => stream.Dispose());
        var session = await SessionSite.BeginAsync(client, token);
        HttpStatusCode status;
        do
        {
            using var again = await StreamAsync(client, token, session);
            status = again.StatusCode;
            // The server notices by and by that they are gone.
            await Task.Delay(50, TestContext.Current.CancellationToken);
        } while (status == HttpStatusCode.MethodNotAllowed);

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task A_session_ended_by_its_client_does_not_come_back()
    {
        var session = await SessionSite.BeginAsync(client, token);

        Assert.Equal(200, (await SessionSite.SendAsync(client, "DELETE", token, session)).Status);

        Assert.Equal(404, (await SendAsync(session, SessionSite.Ping)).Status);
        await RestartAsync();
        Assert.Equal(404, (await SendAsync(session, SessionSite.Ping)).Status);
    }

    [Fact]
    public async Task A_session_that_is_not_in_memory_is_ended_all_the_same()
    {
        var session = await SessionSite.BeginAsync(client, token);
        await RestartAsync();

        Assert.Equal(200, (await SessionSite.SendAsync(client, "DELETE", token, session)).Status);

        Assert.Equal(404, (await SendAsync(session, SessionSite.Ping)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_that_initializes_twice_goes_on_with_what_it_said_first(bool overAnotherWire)
    {
        var session = await SessionSite.BeginAsync(client, token);
        using var same = SiteClient.Of(site, client.Id);

        var again = SessionSite.Initialize("again");
        Assert.Equal(
            200,
            (await SessionSite.SendAsync(overAnotherWire ? same : client, "POST", token, session, again)).Status
        );

        await RestartAsync();
        Assert.Equal(200, (await SendAsync(session, SessionSite.Ping)).Status);
        Assert.DoesNotContain("again", (await StoredAsync(session))!.Initialize, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_initializes_twice_does_not_write_in_the_name_of_who_came_after_it_over_the_same_wire()
    {
        var session = await SessionSite.BeginAsync(client, token);
        await site
            .Services.GetRequiredService<ISessionStore>()
            .RemoveAsync(session, TestContext.Current.CancellationToken);
        site.SignIn.Who = "bob";
        using var other = SiteClient.Of(site, client.Id);
        var bob = (await other.ConnectAsync()).AccessToken;
        // Bob's stream stays open on the connection over which Alice began.
        var stream = await SessionSite.BeginAsync(other, bob);
        using var events = await StreamAsync(client, bob, stream);
        Assert.Equal(HttpStatusCode.OK, events.StatusCode);

        await SessionSite.SendAsync(other, "POST", token, session, SessionSite.Initialize("again"));

        Assert.Null(await StoredAsync(session));
    }

    private Task<StoredSession?> StoredAsync(string session) =>
        site.Services.GetRequiredService<ISessionStore>().FindAsync(session, TestContext.Current.CancellationToken);

    private Task<SiteAnswer> SendAsync(string? session, string body, string encoding = "utf-8", bool chunked = false)
    {
        var bytes = Encoding.GetEncoding(encoding).GetBytes(body);
        HttpContent content = chunked ? new StreamContent(new UnseekableStream(bytes)) : new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", encoding);
        return SessionSite.SendAsync(client, "POST", token, session, content);
    }

    private static async Task<HttpResponseMessage> StreamAsync(SiteClient by, string token, string? session = null)
    {
        using var request = SessionSite.Request("GET", token, session ?? await SessionSite.BeginAsync(by, token));
        return await by.Http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
    }

    private async Task RestartAsync()
    {
        var id = client.Id;
        client.Dispose();
        await site.DisposeAsync();
        site = await SessionSite.StartAsync(folder);
        client = SiteClient.Of(site, id);
    }

    // Its length is not known, so it goes in chunks.
    private sealed class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
