using System.Text.Json.Nodes;
using Gatehouse.Testing.Providers;
using Gatehouse.Testing.Providers.Quirks;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.Testing.Tests.Providers.Contracts;

/// <summary>
/// Plays one vector against the simulated provider. The file writes letters where real ones have codes, secrets and tokens: each is given a value that
/// is what its letter means (<c>OK</c> a code that was just granted, <c>DEAD</c> a refresh token that was revoked), and what a vector leaves out because
/// it does not matter is completed to a request that is right.
/// </summary>
internal sealed class ContractPlay : IAsyncDisposable
{
    private readonly ContractVector vector;
    private readonly ProviderEngine engine;
    private readonly RelyingParty party;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private ContractPlay(ContractVector vector, ProviderEngine engine)
    {
        this.vector = vector;
        this.engine = engine;
        party = new RelyingParty(engine);
    }

    private IEnumerable<string> GrantedScopes =>
        ((string?)(vector.Then["json"] as JsonObject)?["scope"] ?? (string?)vector.Then["urlencoded"]?["scope"] ?? "")
            .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(Value);

    public static async Task<ContractPlay> StartAsync(ContractVector vector)
    {
        // Its clock stands still: a vector says a token's whole life is left, and a machine may be slow.
        var engine = await ProviderEngine.StartAsync(
            QuirksOf(vector),
            new FakeTimeProvider(TimeProvider.System.GetUtcNow())
        );
        engine.RedirectUris.Add(RelyingParty.Callback);
        engine.Clients["EXPIRED"] = new ProviderClient("EXPIRED", "S") { IsExpired = true };
        engine.Person = vector.Provider is "google" or "github"
            ? new ProviderPerson("1", "octo", "Octo", "a@example.test")
            : ProviderPerson.Alice;
        return new ContractPlay(vector, engine);
    }

    public async Task<HttpResponseMessage> SendAsync(CancellationToken cancellationToken)
    {
        var sent = vector.Request;
        var query = await FilledAsync(sent["query"] as JsonObject, cancellationToken);
        var address = QueryHelpers.AddQueryString(engine.Host + (string)sent["path"]!, query);
        using var request = new HttpRequestMessage(new HttpMethod((string)sent["method"]!), address);
        if (sent["form"] is JsonObject form)
        {
            request.Content = new FormUrlEncodedContent(
                Completed(await FilledAsync(form, cancellationToken))
                    .Select(field => KeyValuePair.Create(field.Key, field.Value!))
            );
        }

        request.Headers.UserAgent.ParseAdd("vectors/1");
        foreach (var (name, value) in sent["headers"] as JsonObject ?? [])
        {
            var text = (string)value!;
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(
                name,
                text is "Bearer gho_x" or "Bearer AT" ? $"Bearer {engine.NewAccessToken(["repo", "gist"])}" : text
            );
        }

        return await http.SendAsync(request, cancellationToken);
    }

    public async Task CheckAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var then = vector.Then;
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (then["redirect"] is JsonObject redirect)
        {
            Assert.True(answer.Headers.Location is not null, $"no redirect but {(int)answer.StatusCode} {body}");
            var location = answer.Headers.Location.ToString();
            Assert.StartsWith(RelyingParty.Callback + "?", location, StringComparison.Ordinal);
            var parameters = QueryHelpers.ParseQuery(new Uri(location).Query);
            Assert.Equal((string?)vector.Request["query"]!["state"], parameters["state"]);
            foreach (var (name, value) in redirect)
            {
                var expected = Value((string)value!);
                Assert.True(parameters.ContainsKey(name), location);
                if (expected != "OK")
                {
                    Assert.Equal(expected, parameters[name].ToString());
                }
            }

            return;
        }

        Assert.True((int)then["status"]! == (int)answer.StatusCode, $"{(int)answer.StatusCode} {body}");
        if ((string?)then["text"] is { } text)
        {
            Assert.Equal(text, body);
        }

        if ((string?)then["html"] is { } part)
        {
            Assert.StartsWith("text/html", answer.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
            Assert.Contains(part, body, StringComparison.Ordinal);
        }

        if (then["urlencoded"] is JsonObject form)
        {
            var fields = QueryHelpers
                .ParseQuery(body)
                .Select(field => KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value.ToString())));
            new ContractAnswer(engine).Check(form, new JsonObject(fields), isWhole: true);
        }

        if (then["json"] is { } json)
        {
            new ContractAnswer(engine).Check(json, JsonNode.Parse(body), IsWhole(json));
        }

        foreach (var (name, value) in then["headers"] as JsonObject ?? [])
        {
            Assert.Equal((string)value!, string.Join(", ", answer.Headers.GetValues(name)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        party.Dispose();
        await engine.DisposeAsync();
    }

    // Of metadata, accounts and registrations a vector names what it is about; errors and tokens are told in full.
    private static bool IsWhole(JsonNode json) =>
        json is JsonObject members
        && new[] { "error", "errorCode", "message", "access_token", "ocs" }.Any(members.ContainsKey);

    private static ProviderQuirks QuirksOf(ContractVector vector) =>
        vector.Provider switch
        {
            "entra" => EntraProvider.Today,
            "okta" => OktaProvider.Today,
            "auth0" => Auth0Provider.Today,
            "cognito" => CognitoProvider.Today,
            "keycloak" when vector.Request["form"]?["resource"] is not null => KeycloakProvider.WithResourceIndicators,
            "keycloak" => KeycloakProvider.Today,
            "google" => GoogleProvider.Today,
            "github" => GitHubProvider.Today,
            "nextcloudCore" => NextcloudOAuth2Provider.Today,
            "nextcloudOidc" when (string?)vector.Request["headers"]?["x-sim"] == "dcr-off" =>
                NextcloudOidcProvider.Closed,
            "nextcloudOidc" => NextcloudOidcProvider.Today,
            _ => throw new InvalidOperationException($"Nobody simulates {vector.Provider}."),
        };

    private async Task<Dictionary<string, string?>> FilledAsync(
        JsonObject? parameters,
        CancellationToken cancellationToken
    )
    {
        var filled = new Dictionary<string, string?>();
        foreach (var (name, value) in parameters ?? [])
        {
            if (value is not null)
            {
                filled[name] = await MeaningAsync(name, value.GetValue<string>(), cancellationToken);
            }
        }

        return filled;
    }

    private async Task<string> MeaningAsync(string name, string value, CancellationToken cancellationToken)
    {
        switch (name, value)
        {
            case ("code", "OK"):
                var scopes = string.Join(
                    ' ',
                    GrantedScopes.Concat(engine.Quirks.HasIdToken ? ["openid", "offline_access"] : [])
                );
                var unproved = new Dictionary<string, string?>
                {
                    ["code_challenge"] = null,
                    ["code_challenge_method"] = null,
                };
                return (await party.SignInAsync(scopes, cancellationToken, unproved))["code"].ToString();
            case ("refresh_token", "RT"):
                return engine.NewRefreshToken(["openid"]);
            case ("refresh_token", "DEAD"):
                var dead = engine.NewRefreshToken(["openid"]);
                engine.EndSessions();
                return dead;
            case ("refresh_token", "SPA"):
                engine.Faults.RefreshError = EntraProvider.SinglePageApp;
                return engine.NewRefreshToken(["openid"]);
            case ("assertion", "NOCONSENT"):
                engine.Faults.ExchangeError = EntraProvider.NeedsConsent;
                return engine.NewAccessToken(["openid"]);
            case ("assertion", "MFA"):
                engine.Faults.ExchangeError = EntraProvider.NeedsSecondFactor;
                return engine.NewAccessToken(["openid"]);
            case ("assertion" or "access_token", "AT"):
                return engine.NewAccessToken(["openid"]);
            default:
                return Value(value);
        }
    }

    private string Value(string text) =>
        text switch
        {
            "C" => engine.ClientId,
            "S" => engine.ClientSecret,
            _ when engine.Settings.TryGetValue("appIdUri", out var api) => text.Replace(
                "api://G",
                api,
                StringComparison.Ordinal
            ),
            _ => text,
        };

    private Dictionary<string, string?> Completed(Dictionary<string, string?> form)
    {
        void Complete(string name, string value)
        {
            if (!form.ContainsKey(name) && !IsMissing("form", name))
            {
                form[name] = value;
            }
        }

        Complete("client_id", engine.ClientId);
        Complete("client_secret", engine.ClientSecret);
        Complete("grant_type", form.ContainsKey("refresh_token") ? "refresh_token" : "authorization_code");
        Complete("redirect_uri", RelyingParty.Callback);
        return form;
    }

    private bool IsMissing(string part, string name) =>
        new[] { vector.Request, vector.When }.Any(side =>
            side[part] is JsonObject members && members.TryGetPropertyValue(name, out var value) && value is null
        );
}
