using Gatehouse.Testing.Browser;

namespace Gatehouse.Interop.Tests.Clients;

/// <summary>The person whose browser a client opens: signs in, and brings the answer to the client's own listener.</summary>
internal sealed class PersonAtBrowser(ScriptedPerson person) : IDisposable
{
    private readonly ScriptedBrowser browser = new();
    private readonly HttpClient http = CreateHttp();

    /// <summary>How often a client asked them to sign in.</summary>
    public int SignIns { get; private set; }

    public async Task OpenAsync(string authorizationUrl, CancellationToken cancellationToken)
    {
        var redirect = await WalkAsync(authorizationUrl, cancellationToken);
        using var answer = await http.GetAsync(redirect, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Signs in without going back to the client.</summary>
    /// <returns>The answer for the client.</returns>
    public Task<Uri> WalkAsync(string authorizationUrl, CancellationToken cancellationToken)
    {
        SignIns++;
        return new SignInWalk(browser, person).WalkAsync(authorizationUrl, cancellationToken);
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
