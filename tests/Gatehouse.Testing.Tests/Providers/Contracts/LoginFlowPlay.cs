using System.Text.Json.Nodes;
using Gatehouse.Testing.Browser;

namespace Gatehouse.Testing.Tests.Providers.Contracts;

/// <summary>Plays one vector of Login Flow v2 against the demo cloud.</summary>
internal sealed class LoginFlowPlay(ContractVector vector, string cloud) : IDisposable
{
    private const int AppPasswordLength = 72;

    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false });
    private readonly ScriptedBrowser browser = new();

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        var begun = await BeginAsync(cancellationToken);
        switch ((string?)vector.Request["form"]?["token"])
        {
            case null:
                var then = vector.Then["json"]!;
                Assert.Equal(AtHome(then["poll"]!["endpoint"]), (string?)begun["poll"]!["endpoint"]);
                Assert.NotEmpty((string)begun["poll"]!["token"]!);
                Assert.StartsWith(
                    AtHome(then["login"]).TrimEnd('x'),
                    (string)begun["login"]!,
                    StringComparison.Ordinal
                );
                return;
            case "PENDING":
                using (var pending = await PollAsync(begun, cancellationToken))
                {
                    Assert.Equal((int)vector.Then["status"]!, (int)pending.StatusCode);
                    Assert.Equal("[]", await pending.Content.ReadAsStringAsync(cancellationToken));
                }

                return;
            default:
                await GrantAsync((string)begun["login"]!, cancellationToken);
                using (var granted = await PollAsync(begun, cancellationToken))
                {
                    Assert.Equal((int)vector.Then["status"]!, (int)granted.StatusCode);
                    var given = JsonNode.Parse(await granted.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
                    Assert.Equal(vector.Then["json"]!.AsObject().Select(one => one.Key), given.Select(one => one.Key));
                    Assert.Equal(AtHome(vector.Then["json"]!["server"]), (string?)given["server"]);
                    Assert.Equal(AppPasswordLength, ((string)given["appPassword"]!).Length);
                }

                using (var again = await PollAsync(begun, cancellationToken))
                {
                    Assert.Equal(404, (int)again.StatusCode);
                }

                return;
        }
    }

    public void Dispose()
    {
        http.Dispose();
        browser.Dispose();
    }

    private async Task<JsonObject> BeginAsync(CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsync(
            new Uri(cloud + "/index.php/login/v2"),
            content: null,
            cancellationToken
        );
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
    }

    private async Task<HttpResponseMessage> PollAsync(JsonObject begun, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("token", (string)begun["poll"]!["token"]!)]);
        return await http.PostAsync(new Uri((string)begun["poll"]!["endpoint"]!), form, cancellationToken);
    }

    private async Task GrantAsync(string link, CancellationToken cancellationToken)
    {
        var tab = browser.NewTab();
        await tab.OpenAsync(link, cancellationToken);
        await tab.PressAsync("Log in", cancellationToken);
        tab.Fill("user", ScriptedPerson.Alice.Name);
        tab.Fill("password", ScriptedPerson.Alice.Password);
        await tab.PressAsync("Log in", cancellationToken);
        await tab.PressAsync("Grant access", cancellationToken);
    }

    private string AtHome(JsonNode? text) => ((string)text!).Replace("{H}", cloud, StringComparison.Ordinal);
}
