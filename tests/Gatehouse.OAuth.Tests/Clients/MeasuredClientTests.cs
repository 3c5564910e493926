using Gatehouse.OAuth.Authorization;
using Gatehouse.OAuth.Registration;

namespace Gatehouse.OAuth.Tests.Clients;

/// <summary>Every measured client registers and gets through the rules of an authorization request.</summary>
public sealed class MeasuredClientTests
{
    public static TheoryData<string> Names { get; } = [.. MeasuredClient.All.Select(client => client.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_registers_and_reads_its_own_addresses_in_the_answer(string name)
    {
        var measured = Find(name);

        var answer = Sample.Json(Sample.Register(measured.Registration).Value);

        var sent = System.Text.Json.JsonDocument.Parse(measured.Registration).RootElement;
        Assert.Equal(sent.GetProperty("redirect_uris").GetRawText(), answer.GetProperty("redirect_uris").GetRawText());
        Assert.DoesNotContain("null", answer.GetRawText(), StringComparison.Ordinal);
        Assert.False(answer.GetProperty("client_id").GetString()!.StartsWith("https://", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_the_same_client_when_it_registers_again(string name)
    {
        var measured = Find(name);

        var first = Sample.Register(measured.Registration).Value;
        var second = Sample.Register(measured.Registration).Value;

        Assert.Equal(first.ClientSecret is null, first.ClientId == second.ClientId);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_address_it_uses_is_accepted_and_answered_there(string name)
    {
        var measured = Find(name);
        var client = Register(measured);

        foreach (var redirect in measured.Redirects)
        {
            var accepted = Sample.Authorization.ReadRedirectUri(Request(measured, client, redirect), client);

            Assert.StartsWith(redirect, accepted.Value.With(("code", "x")), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_request_is_understood_and_offers_what_it_can_have(string name)
    {
        var measured = Find(name);
        var client = Register(measured);
        var parameters = Request(measured, client, measured.Redirects[0]);

        Assert.Equal(client.Id, AuthorizationRules.ReadClientId(parameters).Value);
        var redirect = Sample.Authorization.ReadRedirectUri(parameters, client).Value;
        var request = Sample.Authorization.Read(parameters, client, redirect).Value;

        Assert.Equal(measured.State, request.State);
        Assert.True(Sample.Scopes.Names.Includes(request.Offered));
        Assert.NotEmpty(request.Offered);
    }

    [Fact]
    public void Gemini_CLI_in_the_middle_of_a_session_registers_with_empty_lists_and_can_sign_in_nobody()
    {
        var answer = Sample
            .Register(
                """{"client_name":"Gemini CLI (Stored OAuth)","redirect_uris":[],"grant_types":[],"response_types":[],"token_endpoint_auth_method":"none"}"""
            )
            .Value;

        Assert.Empty(answer.RedirectUris);
        var client = DynamicClientId.Open(ClientId.Parse(answer.ClientId).Value, Sample.Key)!;
        Assert.NotNull(
            Sample
                .Authorization.ReadRedirectUri(
                    Sample.Parameters(("redirect_uri", "http://localhost:7777/oauth/callback")),
                    client
                )
                .Error
        );
    }

    private static MeasuredClient Find(string name) => MeasuredClient.All.Single(client => client.Name == name);

    private static Client Register(MeasuredClient measured) =>
        DynamicClientId.Open(ClientId.Parse(Sample.Register(measured.Registration).Value.ClientId).Value, Sample.Key)!;

    private static RequestParameters Request(MeasuredClient measured, Client client, string redirect) =>
        Sample.Parameters(
            ("client_id", client.Id.Value),
            ("response_type", "code"),
            ("redirect_uri", redirect),
            ("code_challenge", Sample.Challenge),
            ("code_challenge_method", "S256"),
            ("scope", measured.Scope),
            ("resource", measured.Resource),
            ("state", measured.State)
        );
}
