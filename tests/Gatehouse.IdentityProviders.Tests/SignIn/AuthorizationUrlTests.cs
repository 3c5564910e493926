using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.IdentityProviders.Discovery;
using Gatehouse.IdentityProviders.Facts;
using Gatehouse.IdentityProviders.Hosting;
using Gatehouse.IdentityProviders.SignIn;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Gatehouse.IdentityProviders.Tests.SignIn;

public sealed class AuthorizationUrlTests
{
    private static readonly IdentityProviderFacts Plain = KnownProviders.Find("oidc")!;

    [Fact]
    public void An_endpoint_keeps_a_query_of_its_own()
    {
        var link = Link(Plain, endpoint: "https://login.example.com/authorize?tenant=a%20b");

        Assert.StartsWith(
            "https://login.example.com/authorize?tenant=a%20b&response_type=code&",
            link,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Neither_facts_nor_operator_say_what_ties_the_answer_to_the_request()
    {
        var facts = Plain with
        {
            AuthorizeParameters = new Dictionary<string, string> { ["state"] = "theirs", ["nonce"] = "theirs" },
        };

        var query = Query(
            Link(
                facts,
                options =>
                {
                    options.Parameters["redirect_uri"] = "https://evil.example";
                    options.Parameters["code_challenge_method"] = "plain";
                    options.Parameters["response_mode"] = "fragment";
                    options.Parameters["request_uri"] = "urn:theirs";
                    options.Parameters["prompt"] = "login";
                }
            )
        );

        Assert.All(
            query.Where(pair => pair.Key != "prompt"),
            pair => Assert.DoesNotContain("theirs", pair.Value.ToString(), StringComparison.Ordinal)
        );
        Assert.Equal("https://mcp.example.com/callback/oidc", query["redirect_uri"]);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.False(query.ContainsKey("response_mode") || query.ContainsKey("request_uri"));
        Assert.Equal("login", query["prompt"]);
    }

    [Theory]
    [InlineData("none", null, null)]
    [InlineData("token", "offline", "consent")]
    public void What_a_refresh_token_needs_is_asked_for_only_where_one_is_wanted(
        string upstream,
        string? accessType,
        string? prompt
    )
    {
        var query = Query(Link(KnownProviders.Find("google")!, options => options.Upstream = upstream));

        Assert.Equal(accessType, Value(query, "access_type"));
        Assert.Equal(prompt, Value(query, "prompt"));
    }

    [Fact]
    public void The_operators_parameter_wins_over_what_a_refresh_token_needs()
    {
        var query = Query(
            Link(
                KnownProviders.Find("google")!,
                options =>
                {
                    options.Upstream = "token";
                    options.Parameters["prompt"] = "select_account consent";
                }
            )
        );

        Assert.Equal("select_account consent", Value(query, "prompt"));
    }

    [Fact]
    public void A_provider_that_lists_scopes_without_offline_access_is_not_asked_for_it()
    {
        var query = Query(Link(Plain, options => options.Upstream = "token", scopes: ["openid", "profile", "email"]));

        Assert.Equal("openid profile email", Value(query, "scope"));
    }

    [Theory]
    [InlineData("https://login.example.com/{tenantid}/v2.0", "https://login.example.com/contoso/v2.0", true)]
    [InlineData("https://login.example.com/{tenantid}/v2.0", "https://evil.example/contoso/v2.0", false)]
    [InlineData("https://login.example.com/{tenantid}/v2.0", "https://login.example.com/a/b/v2.0", false)]
    [InlineData("https://login.example.com", "https://login.example.com/", false)]
    [InlineData("https://login.example.com", "https://login.example.com", true)]
    public void An_answer_that_names_its_provider_names_this_one(string metadataIssuer, string named, bool isBelieved)
    {
        var metadata = Metadata() with { Issuer = metadataIssuer };
        var attempt = new SignInAttempt("the state", "verifier", "nonce", "link", DateTimeOffset.UnixEpoch);
        var answer = new SignInAnswer(
            new Dictionary<string, string>
            {
                ["state"] = "the state",
                ["iss"] = named,
                ["code"] = "the code",
            }
        );

        Assert.Equal(
            isBelieved,
            AuthorizationResponse.Read(answer, attempt, metadata) is AuthorizationResponse.Granted { Code: "the code" }
        );
    }

    private static string Link(
        IdentityProviderFacts facts,
        Action<IdentityProviderOptions>? configure = null,
        string endpoint = "https://login.example.com/authorize",
        IReadOnlyList<string>? scopes = null
    )
    {
        var options = new IdentityProviderOptions
        {
            Issuer = "https://login.example.com",
            ClientId = "c",
            ClientSecret = "s",
        };
        configure?.Invoke(options);
        return AuthorizationUrl
            .Begin(
                ConfiguredProvider.Create(options, facts),
                Metadata() with
                {
                    AuthorizationEndpoint = endpoint,
                    Scopes = scopes,
                },
                new SignInRequest(TransactionId.New(), "Client", "127.0.0.1")
                {
                    CallbackUrl = "https://mcp.example.com/callback/oidc",
                },
                DateTimeOffset.UnixEpoch
            )
            .Link;
    }

    private static ProviderMetadata Metadata() =>
        new()
        {
            Issuer = "https://login.example.com",
            AuthorizationEndpoint = "https://login.example.com/authorize",
            TokenEndpoint = "https://login.example.com/token",
        };

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Query(string link) =>
        QueryHelpers.ParseQuery(new Uri(link).Query);

    private static string? Value(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> query, string name) =>
        query.TryGetValue(name, out var value) ? value.ToString() : null;
}
