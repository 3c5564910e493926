using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Gatehouse.OAuth.Registration;

namespace Gatehouse.OAuth.Tests.Registration;

/// <summary>RFC 7591 Appendix A.5.2: the registration inside the identifier.</summary>
public sealed class DynamicClientIdTests
{
    [Fact]
    public void Order_ports_and_doubles_of_addresses_do_not_make_another_client()
    {
        var first = Issue("http://127.0.0.1:1/callback", "cursor://anysphere.cursor-mcp/oauth/callback");
        var second = Issue(
            "cursor://anysphere.cursor-mcp/oauth/callback",
            "http://127.0.0.1:2/callback",
            "http://127.0.0.1/callback"
        );

        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public void Another_name_address_method_or_type_makes_another_client()
    {
        var metadata = Sample.Metadata("A", "http://127.0.0.1/callback");

        string[] ids =
        [
            Id(metadata),
            Id(metadata with { Name = "B" }),
            Id(metadata with { Name = null }),
            Id(metadata with { RedirectUris = [Sample.Redirect("http://localhost/callback")] }),
            Id(metadata with { RedirectUris = [] }),
            Id(metadata with { ApplicationType = "web" }),
            Id(metadata with { AuthenticationMethod = ClientAuthenticationMethod.ClientSecretPost }),
        ];

        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Metadata_comes_back_in_canonical_form()
    {
        var client = DynamicClientId.Open(Issue("http://localhost:4711", "https://claude.ai").Id, Sample.Key)!;

        Assert.Equal(["http://localhost/", "https://claude.ai"], client.Metadata.RedirectUris.Select(uri => uri.Value));
        Assert.Equal("A client", client.Metadata.Name);
        Assert.Equal(ClientOrigin.Dynamic, client.Origin);
        Assert.Null(client.SecretHash);
    }

    [Fact]
    public void The_identifier_of_another_server_is_refused_under_the_same_key_name()
    {
        var other = new MacKey(Sample.Key.Id, RandomNumberGenerator.GetBytes(32));

        Assert.Null(DynamicClientId.Open(Issue("http://127.0.0.1/").Id, other));
    }

    [Fact]
    public void The_identifier_of_another_key_is_refused_even_with_the_same_bytes() =>
        Assert.Null(DynamicClientId.Open(Issue("http://127.0.0.1/").Id, Sample.Key with { Id = "k2" }));

    [Theory]
    [InlineData("dyn.k1.e30.")]
    [InlineData("dyn.k1..")]
    [InlineData("dyn.k1.e30.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("dyn...")]
    [InlineData("dyn.")]
    [InlineData("dyn.k1")]
    [InlineData("dyn.k1.e30.a.b")]
    [InlineData("DYN.k1.e30.a")]
    [InlineData("https://claude.ai/oauth/claude-code-client-metadata")]
    [InlineData("s6BhdRkqt3")]
    [InlineData("....")]
    public void What_was_never_issued_is_refused(string text) =>
        Assert.Null(DynamicClientId.Open(ClientId.Parse(text).Value, Sample.Key));

    [Theory]
    [InlineData("dyn.k1.e30.a", "k1")]
    [InlineData("dyn.k1.e30", null)]
    [InlineData("s6BhdRkqt3", null)]
    public void The_key_an_identifier_names_is_read_without_trusting_it(string text, string? key) =>
        Assert.Equal(key, DynamicClientId.KeyIdOf(ClientId.Parse(text).Value));

    [Fact]
    public void A_secret_belongs_to_one_identifier_and_is_not_its_MAC()
    {
        var metadata = Sample.Metadata("A", "http://127.0.0.1/") with
        {
            AuthenticationMethod = ClientAuthenticationMethod.ClientSecretBasic,
        };

        var first = DynamicClientId.Issue(metadata, Sample.Key).Value;
        var second = DynamicClientId.Issue(metadata, Sample.Key).Value;

        Assert.False(first.Secret!.Value.Matches(second.Client.SecretHash!.Value));
        Assert.DoesNotContain(first.Secret.Value.Reveal(), first.Client.Id.Value, StringComparison.Ordinal);
        Assert.True(first.Secret.Value.Matches(DynamicClientId.Open(first.Client.Id, Sample.Key)!.SecretHash!.Value));
    }

    [Fact]
    public void A_member_that_a_later_version_added_is_skipped()
    {
        var client = OpenSigned("""{"n":"A","r":["http://127.0.0.1/"],"m":"none","t":"native","z":{"new":[1]}}""");

        Assert.Equal("A", client?.Metadata.Name);
    }

    [Theory]
    [InlineData("""{"n":"A","r":["http://127.0.0.1/"],"m":"none"}""")]
    [InlineData("""{"n":"A","m":"none","t":"native"}""")]
    [InlineData("""{"r":["http://evil.example/"],"m":"none","t":"native"}""")]
    [InlineData("""{"r":[null],"m":"none","t":"native"}""")]
    [InlineData("""{"r":["javascript:alert(1)"],"m":"none","t":"native"}""")]
    [InlineData("""{"r":null,"m":"none","t":"native"}""")]
    [InlineData("""{"r":[],"m":null,"t":"native"}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("x")]
    public void What_an_older_version_signed_and_today_is_not_allowed_is_an_unknown_client_not_a_crash(
        string payload
    ) => Assert.Null(OpenSigned(payload));

    [Fact]
    public void The_key_never_appears_in_print() => Assert.Equal("MacKey k1 ***", Sample.Key.ToString());

    private static Client? OpenSigned(string payload)
    {
        var signed = "dyn.k1." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload));
        var mac = HMACSHA256.HashData(Sample.Key.Bytes.Span, Encoding.ASCII.GetBytes(signed));
        return DynamicClientId.Open(ClientId.Parse($"{signed}.{Base64Url.EncodeToString(mac)}").Value, Sample.Key);
    }

    private static Client Issue(params string[] redirects) => Sample.DynamicClient(redirects);

    private static string Id(ClientMetadata metadata) =>
        DynamicClientId.Issue(metadata, Sample.Key).Value.Client.Id.Value;
}
