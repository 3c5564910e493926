using System.Text.Json;
using Gatehouse.Testing.Hosts;
using Microsoft.Playwright;

namespace Gatehouse.Interop.Tests.Chromium;

/// <summary>An MCP client that is a web page of another origin and has nothing but <c>fetch</c>.</summary>
public sealed class WebPageClientTests(RealBrowser browser) : IClassFixture<RealBrowser>, IAsyncLifetime
{
    // The way from the first 401 to the address the person has to open.
    private const string Begin = """
        async ([mcp, redirect, challenge]) => {
          const refused = await fetch(mcp, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
          const header = refused.headers.get('WWW-Authenticate');
          const resource = await (await fetch(/resource_metadata="([^"]+)"/.exec(header)[1])).json();
          const server = await (await fetch(resource.authorization_servers[0] + '/.well-known/oauth-authorization-server',
            { headers: { 'MCP-Protocol-Version': '2025-11-25' } })).json();
          const client = await (await fetch(server.registration_endpoint, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ client_name: 'Web page', redirect_uris: [redirect], token_endpoint_auth_method: 'none' }),
          })).json();
          const url = new URL(server.authorization_endpoint);
          url.search = new URLSearchParams({ response_type: 'code', client_id: client.client_id, redirect_uri: redirect,
            code_challenge: challenge, code_challenge_method: 'S256', resource: resource.resource });
          return { status: refused.status, client: client.client_id, token: server.token_endpoint, authorize: url.href };
        }
        """;

    // The way from the code to the answer of a tool.
    private const string Finish = """
        async ([mcp, token, client, redirect, code, verifier]) => {
          const form = new URLSearchParams({ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirect, client_id: client });
          const tokens = await (await fetch(token, { method: 'POST', headers: { 'MCP-Protocol-Version': '2025-11-25' }, body: form })).json();
          const headers = { Authorization: 'Bearer ' + tokens.access_token, 'Content-Type': 'application/json',
            Accept: 'application/json, text/event-stream' };
          const opened = await fetch(mcp, { method: 'POST', headers, body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize',
            params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'page', version: '1' } } }) });
          await opened.text();
          const session = opened.headers.get('Mcp-Session-Id');
          const listed = await fetch(mcp, { method: 'POST',
            headers: { ...headers, 'Mcp-Session-Id': session, 'MCP-Protocol-Version': '2025-11-25' },
            body: JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/list' }) });
          return { session, tools: await listed.text() };
        }
        """;

    private GatehouseHost? host;
    private ClientListener? listener;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Origin => new Uri(listener!.RedirectUri).GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync()
    {
        listener = await ClientListener.StartAsync(Stop);
        host = await GatehouseHost.StartAsync(
            new() { Gatehouse = options => options.AllowedOrigins.Add(Origin) },
            Stop
        );
    }

    [Fact]
    public async Task Signs_in_and_lists_tools_where_its_origin_is_allowed()
    {
        await using var window = await browser.OpenAsync(Look.Light);
        var page = await window.OpenAsync(listener!.RedirectUri + "?start");
        var begun = await page.EvaluateAsync<JsonElement>(
            Begin,
            new[] { host!.Mcp, listener.RedirectUri, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM" }
        );
        Assert.Equal(401, begun.GetProperty("status").GetInt32());

        await page.GotoAsync(begun.GetProperty("authorize").GetString()!);
        await PersonAtCloud.Button(page, "Allow and sign in").ClickAsync();
        await PersonAtCloud.GrantAsync(window, page, "alice");
        await Assertions
            .Expect(PersonAtCloud.Heading(page))
            .ToHaveTextAsync("Back in the client", new() { Timeout = 30_000 });
        var code = System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query)["code"]!;
        var finished = await page.EvaluateAsync<JsonElement>(
            Finish,
            new[]
            {
                host.Mcp,
                begun.GetProperty("token").GetString()!,
                begun.GetProperty("client").GetString()!,
                listener.RedirectUri,
                code,
                "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
            }
        );

        Assert.NotNull(finished.GetProperty("session").GetString());
        Assert.Contains("create_note", finished.GetProperty("tools").GetString(), StringComparison.Ordinal);
        window.NoComplaints();
    }

    [Fact]
    public async Task Reads_the_documents_but_neither_the_endpoint_nor_the_pages_where_its_origin_is_not_allowed()
    {
        await using var stranger = await ClientListener.StartAsync(Stop);
        await using var window = await browser.OpenAsync(Look.Light);
        var page = await window.OpenAsync(stranger.RedirectUri);

        Assert.Equal(200, await FetchAsync(page, "/.well-known/oauth-protected-resource/mcp"));
        Assert.Equal(0, await FetchAsync(page, "/mcp"));
        Assert.Equal(0, await FetchAsync(page, "/authorize"));
        Assert.Equal(0, await FetchAsync(page, "/signin/ZZZZZ-ZZZZZ/state"));
    }

    public async ValueTask DisposeAsync()
    {
        await host!.DisposeAsync();
        await listener!.DisposeAsync();
    }

    /// <summary>The status a page sees; 0 when the browser does not let it see the answer.</summary>
    private Task<int> FetchAsync(IPage page, string path) =>
        page.EvaluateAsync<int>("url => fetch(url).then(answer => answer.status, () => 0)", host!.Url + path);
}
