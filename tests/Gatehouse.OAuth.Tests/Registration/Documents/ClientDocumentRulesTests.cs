using System.Text;
using Gatehouse.Clients;
using Gatehouse.OAuth.Registration;
using Gatehouse.OAuth.Registration.Documents;

namespace Gatehouse.OAuth.Tests.Registration.Documents;

public sealed class ClientDocumentRulesTests
{
    private const string Url = "https://client.example/client.json";
    private const string Redirects = "\"redirect_uris\":[\"http://127.0.0.1/callback\"]";

    [Fact]
    public void A_document_becomes_a_client_and_what_nobody_knows_is_ignored()
    {
        var client = Read(
            $$"""{"client_id":"{{Url}}","client_name":" To\u202Eol ","logo_uri":"https://client.example/x","x":{"y":[1]},"redirect_uris":["http://localhost:3000/callback","http://127.0.0.1/callback","javascript:alert(1)","http://evil.example/"]}"""
        ).Value;

        Assert.Equal((ClientOrigin.Document, "Tool", Url), (client.Origin, client.DisplayName, client.Id.Value));
        Assert.Equal(
            ["http://localhost/callback", "http://127.0.0.1/callback"],
            client.Metadata.RedirectUris.Select(redirect => redirect.Value)
        );
        Assert.NotNull(client.Find(Sample.Redirect("http://127.0.0.1:1/callback")));
        Assert.NotNull(client.Find(Sample.Redirect("http://localhost:2/callback")));
        Assert.Null(client.Find(Sample.Redirect("http://[::1]:2/callback")));
    }

    [Theory]
    [InlineData("", "not a JSON object")]
    [InlineData("null", "not a JSON object")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{\"client_id\":7}", "not a JSON object")]
    [InlineData("{\"client_name\":\"T\"," + Redirects + "}", "client_id is not")]
    [InlineData(
        "{\"client_id\":\"https://client.example/Client.json\",\"client_name\":\"T\"," + Redirects + "}",
        "client_id is not"
    )]
    [InlineData("{\"client_id\":\"" + Url + "\"," + Redirects + "}", "client_name is missing")]
    [InlineData("{\"client_id\":\"" + Url + "\",\"client_name\":\" \"," + Redirects + "}", "client_name is missing")]
    [InlineData("{\"client_id\":\"" + Url + "\",\"client_name\":\"T\"}", "redirect_uris must hold")]
    [InlineData(
        "{\"client_id\":\"" + Url + "\",\"client_name\":\"T\",\"redirect_uris\":[]}",
        "redirect_uris must hold"
    )]
    [InlineData(
        "{\"client_id\":\"" + Url + "\",\"client_name\":\"T\",\"redirect_uris\":[\"data:x\",null]}",
        "none of its redirect_uris"
    )]
    [InlineData(
        "{\"client_id\":\"" + Url + "\",\"client_name\":\"T\",\"client_secret\":\"x\"," + Redirects + "}",
        "client secret"
    )]
    [InlineData(
        "{\"client_id\":\""
            + Url
            + "\",\"client_name\":\"T\",\"token_endpoint_auth_method\":\"client_secret_jwt\","
            + Redirects
            + "}",
        "must be none or private_key_jwt"
    )]
    [InlineData(
        "{\"client_id\":\""
            + Url
            + "\",\"client_name\":\"T\",\"token_endpoint_auth_method\":\"private_key_jwt\","
            + Redirects
            + "}",
        "either jwks or jwks_uri"
    )]
    [InlineData(
        "{\"client_id\":\""
            + Url
            + "\",\"client_name\":\"T\",\"token_endpoint_auth_method\":\"private_key_jwt\",\"jwks\":{},\"jwks_uri\":\"https://client.example/k\","
            + Redirects
            + "}",
        "either jwks or jwks_uri"
    )]
    [InlineData(
        "{\"client_id\":\""
            + Url
            + "\",\"client_name\":\"T\",\"token_endpoint_auth_method\":\"private_key_jwt\",\"jwks\":\"x\","
            + Redirects
            + "}",
        "set of keys"
    )]
    [InlineData(
        "{\"client_id\":\""
            + Url
            + "\",\"client_name\":\"T\",\"token_endpoint_auth_method\":\"private_key_jwt\",\"jwks_uri\":\"http://client.example/k\","
            + Redirects
            + "}",
        "https address"
    )]
    [InlineData(
        "{\"client_id\":\""
            + Url
            + "\",\"client_name\":\"T\",\"token_endpoint_auth_method\":\"private_key_jwt\",\"token_endpoint_auth_signing_alg\":\"HS256\",\"jwks\":{},"
            + Redirects
            + "}",
        "signing_alg"
    )]
    public void A_document_that_breaks_a_rule_is_refused_with_its_reason(string json, string reason) =>
        Assert.Contains(reason, Read(json).Error!.Description, StringComparison.Ordinal);

    [Fact]
    public void A_document_is_read_up_to_5_KB()
    {
        var start = $$"""{"client_id":"{{Url}}","client_name":"T",{{Redirects}},"x":" """;
        var longest = start + new string('x', ClientDocumentRules.MaximumLength - start.Length - 2) + "\"}";

        Assert.Null(Read(longest).Error);
        Assert.Contains("larger than", Read(longest + " ").Error!.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_document_that_is_built_in_is_right()
    {
        var documents = KnownClients
            .All.SelectMany(client => client.Documents)
            .Where(document => document.Content is not null)
            .Select(document =>
                (Id: document.Url.Replace("{id}", "4-bzS8rt42zJ", StringComparison.Ordinal), Document: document)
            )
            .ToList();

        Assert.NotEmpty(documents);
        Assert.All(
            documents,
            entry =>
                Assert.Null(
                    ClientDocumentRules
                        .Read(
                            DocumentUrl.Parse(ClientId.Parse(entry.Id).Value).Value,
                            Encoding.UTF8.GetBytes(entry.Document.ContentFor(entry.Id)!)
                        )
                        .Error
                )
        );
    }

    private static Result<Client> Read(string json) =>
        ClientDocumentRules.Read(DocumentUrl.Parse(ClientId.Parse(Url).Value).Value, Encoding.UTF8.GetBytes(json));
}
