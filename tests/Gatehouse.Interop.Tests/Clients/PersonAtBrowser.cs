using Gatehouse.Testing.Browser;

namespace Gatehouse.Interop.Tests.Clients;

/// <summary>The person whose browser a client opens: signs in, and brings the answer to the client's own listener.</summary>
internal sealed class PersonAtBrowser(ScriptedPerson person) : IDisposable
{
    private const int Patience = 100;
    private ScriptedBrowser browser = new();
    private readonly HttpClient http = CreateHttp();

    /// <summary>How often a client asked them to sign in.</summary>
    public int SignIns { get; private set; }

    /// <summary>What they switch off on the consent page.</summary>
    public IReadOnlyList<string> SwitchOff { get; set; } = [];

    /// <summary>How they sign in where it is not at the demo cloud only: browser and address in, the client's redirect out.</summary>
    public Func<ScriptedBrowser, string, CancellationToken, Task<Uri>>? Way { get; set; }

    /// <summary>Takes another browser, with no cookies.</summary>
    public void TakeNewBrowser()
    {
        browser.Dispose();
        browser = new ScriptedBrowser();
    }

    public async Task OpenAsync(string authorizationUrl, CancellationToken cancellationToken)
    {
        var redirect = await WalkAsync(authorizationUrl, cancellationToken);
        using var answer = await AnswerAsync(redirect, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    // Some clients open the browser before they listen. A person is slower than that, or loads the page that did not answer again.
    private async Task<HttpResponseMessage> AnswerAsync(Uri redirect, CancellationToken cancellationToken)
    {
        var tries = 0;
        while (true)
        {
            try
            {
                return await http.GetAsync(redirect, cancellationToken);
            }
            catch (HttpRequestException refused)
                when (refused.HttpRequestError == HttpRequestError.ConnectionError && tries++ < Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }

    /// <summary>Signs in without going back to the client.</summary>
    /// <returns>The answer for the client.</returns>
    public Task<Uri> WalkAsync(string authorizationUrl, CancellationToken cancellationToken)
    {
        SignIns++;
        return Way is { } way
            ? way(browser, authorizationUrl, cancellationToken)
            : new SignInWalk(browser, person) { SwitchOff = SwitchOff }.WalkAsync(authorizationUrl, cancellationToken);
    }

    public void Dispose()
    {
        browser.Dispose();
        http.Dispose();
    }

    // A listener that was closed still answers on the connections it has; the next sign-in would reach it on the same port.
    private static HttpClient CreateHttp()
    {
        var http = new HttpClient();
        http.DefaultRequestHeaders.ConnectionClose = true;
        return http;
    }
}
