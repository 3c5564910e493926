using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Gatehouse.Testing.Providers.Endpoints;
using Gatehouse.Testing.Providers.Faults;
using Gatehouse.Testing.Providers.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Gatehouse.Testing.Providers;

/// <summary>
/// An identity provider on loopback: real HTTP, real keys, real codes and tokens, and the habits of the provider its <see cref="ProviderQuirks"/>
/// describe. It writes down every request and can be made to fail. Safe for requests at once.
/// </summary>
public sealed class ProviderEngine : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ProviderRoutes routes;
    private readonly FaultInjection injection;
    private readonly Lock gate = new();
    private readonly ConcurrentQueue<ProviderRequest> requests = new();
    private readonly HashSet<string> spentAssertions = new(StringComparer.Ordinal);

    private ProviderEngine(ProviderQuirks quirks, TimeProvider time)
    {
        Quirks = quirks;
        Time = time;
        Clients[ClientId] = new ProviderClient(ClientId, ClientSecret);
        Keys = new ProviderKeys(quirks.Algorithm, ClientSecret);
        Grants = new ProviderGrants(() => Now);
        Mint = new TokenMint(this, Keys, Grants);
        routes = new ProviderRoutes(this);
        injection = new FaultInjection(Faults);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.Listen(IPAddress.Loopback, port: 0);
                if (quirks.EndpointsElsewhere)
                {
                    kestrel.Listen(IPAddress.Loopback, port: 0);
                }
            });
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(HandleAsync);
    }

    /// <summary>How it differs from others.</summary>
    public ProviderQuirks Quirks { get; }

    /// <summary>Its clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Scheme, host and port of issuer, metadata and keys.</summary>
    public string Host { get; private set; } = "";

    /// <summary>Scheme, host and port of all other endpoints; the same for most.</summary>
    public string EndpointHost { get; private set; } = "";

    /// <summary>Its issuer, as an operator writes it down.</summary>
    public string Issuer => IssuerOf(Quirks.Tenant);

    /// <summary>The client that is registered.</summary>
    public string ClientId { get; } = "6731de76-14a6-49ae-97bc-6eba6914391e";

    /// <summary>Its secret; not two live providers have the same.</summary>
    public string ClientSecret { get; } = "secret-" + ProviderGrants.Random(length: 40);

    /// <summary>What an operator of Gatehouse writes down as settings of the preset.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        Quirks.Settings.ToDictionary(setting => setting.Key, setting => Fill(setting.Value, Quirks.Tenant));

    /// <summary>All clients it knows, by identifier.</summary>
    public ConcurrentDictionary<string, ProviderClient> Clients { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys that prove a client by <c>private_key_jwt</c>: the public halves.</summary>
    public IList<SecurityKey> ClientKeys { get; } = [];

    /// <summary>Addresses it sends people back to, compared exactly; all while there are none.</summary>
    public IList<string> RedirectUris { get; } = [];

    /// <summary>Who is signed in, where it does not ask.</summary>
    public ProviderPerson Person { get; set; } = ProviderPerson.Alice;

    /// <summary>Who can sign in, where it asks.</summary>
    public IList<ProviderPerson> People { get; } = [ProviderPerson.Alice, ProviderPerson.Bob];

    /// <summary>What happens to people there.</summary>
    public SignInMode Mode { get; set; }

    /// <summary>What goes wrong there.</summary>
    public ProviderFaults Faults { get; } = new();

    /// <summary>All requests until now, in order.</summary>
    public IReadOnlyList<ProviderRequest> Requests => [.. requests];

    /// <summary>Every code, refresh token and access token it gave, and its client's secret: nothing of it belongs into a log.</summary>
    public IReadOnlyList<string> Secrets
    {
        get
        {
            lock (gate)
            {
                return [ClientSecret, .. Grants.Secrets];
            }
        }
    }

    internal ProviderKeys Keys { get; }

    internal ProviderGrants Grants { get; }

    internal TokenMint Mint { get; }

    /// <summary>Seconds since 1970.</summary>
    internal long Now => Time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Starts one; it listens when this returns.</summary>
    /// <param name="quirks">Which provider.</param>
    /// <param name="time">Its clock; null for the real one.</param>
    public static async Task<ProviderEngine> StartAsync(ProviderQuirks quirks, TimeProvider? time = null)
    {
        var engine = new ProviderEngine(quirks, time ?? TimeProvider.System);
        await engine.app.StartAsync(CancellationToken.None);
        engine.Host = engine.app.Urls.First();
        engine.EndpointHost = engine.app.Urls.Last();
        return engine;
    }

    /// <summary>The requests that reached an endpoint.</summary>
    public IReadOnlyList<ProviderRequest> RequestsTo(ProviderEndpoint endpoint) =>
        [.. requests.Where(request => request.Endpoint == endpoint)];

    /// <summary>The issuer of a tenant.</summary>
    public string IssuerOf(string tenant) =>
        Host + Quirks.IssuerPath.Replace("{tenant}", tenant, StringComparison.Ordinal);

    /// <summary>Signs with new keys from now on.</summary>
    /// <param name="keepsOld">Whether the old ones stay published, as they should.</param>
    public void RotateKeys(bool keepsOld = true)
    {
        lock (gate)
        {
            Keys.Rotate(keepsOld);
        }
    }

    /// <summary>Ends everything that was granted, as an administrator would.</summary>
    /// <returns>How many grants.</returns>
    public int EndSessions()
    {
        lock (gate)
        {
            return Grants.EndAll();
        }
    }

    /// <summary>An access token as a client of its own would hold it, without a sign-in.</summary>
    /// <param name="scopes">Its scopes.</param>
    /// <param name="audience">What it is bound to; null for the provider's usual.</param>
    /// <param name="clientId">For which client; null for the registered one.</param>
    /// <param name="lifetime">Seconds; negative for one that is over.</param>
    public string NewAccessToken(
        IEnumerable<string> scopes,
        string? audience = null,
        string? clientId = null,
        int? lifetime = null
    )
    {
        lock (gate)
        {
            return Mint.AccessToken(NewGrant(scopes, audience, clientId), lifetime);
        }
    }

    /// <summary>A refresh token, without a sign-in.</summary>
    public string NewRefreshToken(IEnumerable<string> scopes)
    {
        lock (gate)
        {
            return Grants.NewRefreshToken(NewGrant(scopes, null, null), Quirks.TokenAnswer.RefreshPrefix);
        }
    }

    /// <summary>Fills a template with what is known of the provider.</summary>
    public string Fill(string template, string tenant) => WordTemplate.Fill(template, Words(tenant));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Keys.Dispose();
    }

    internal Dictionary<string, JsonNode?> Words(string tenant)
    {
        var words = new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["host"] = Host,
            ["endpointHost"] = EndpointHost,
            ["issuer"] = IssuerOf(tenant),
            ["clientId"] = ClientId,
            ["tenant"] = tenant,
        };
        foreach (var (name, value) in Quirks.Settings)
        {
            words[name] = WordTemplate.Fill(value, words);
        }

        return words;
    }

    /// <summary>The tenant people of a request belong to: a template for all tenants is none.</summary>
    internal string TenantOf(string tenant) => Quirks.TemplatedTenants.ContainsKey(tenant) ? Quirks.Tenant : tenant;

    internal bool KnowsResource(string resource) =>
        Quirks.KnownResources.Any(known => Fill(known, Quirks.Tenant) == resource);

    internal IReadOnlyList<string> ScopesOfResource(string resource) =>
        Quirks.Apis.FirstOrDefault(api => Fill(api.Key, Quirks.Tenant) == resource).Value?.Split(' ') ?? [];

    internal bool SpendAssertion(string assertion)
    {
        lock (gate)
        {
            return spentAssertions.Add(assertion);
        }
    }

    private ProviderGrant NewGrant(IEnumerable<string> scopes, string? audience, string? clientId) =>
        new()
        {
            Person = Person,
            ClientId = clientId ?? ClientId,
            Tenant = Quirks.Tenant,
            Scopes = [.. scopes],
            AuthenticatedAt = Now,
            Audience = audience,
            IsOffline = true,
        };

    private async Task HandleAsync(HttpContext context)
    {
        var request = await ProviderRequest.ReadAsync(context);
        var route = routes.Find(request.Method, request.Path, out var tenant);
        request = request with { Endpoint = route?.Endpoint ?? ProviderEndpoint.None };
        requests.Enqueue(request);
        if (await injection.StrikeAsync(request.Endpoint, context))
        {
            return;
        }

        if (request.Endpoint == ProviderEndpoint.Token && await injection.SpoilTokenAnswerAsync(context))
        {
            return;
        }

        var call = new ProviderCall(this, request, tenant ?? Quirks.Tenant);
        call = call with { AssertedClient = await ClientAuthentication.AssertedAsync(call) };
        await Answer(route, call).WriteAsync(context);
    }

    private ProviderAnswer Answer(ProviderRoute? route, ProviderCall call)
    {
        if (route is null)
        {
            return new ProviderAnswer(StatusCodes.Status404NotFound, "text/plain", Quirks.NotFound);
        }

        lock (gate)
        {
            return route.Answer(call);
        }
    }
}
