using Gatehouse.Testing.Browser;

namespace Gatehouse.Interop.Tests.Clients;

/// <summary>The person whose browser a client opens: signs in, and brings the answer to the client's own listener.</summary>
internal sealed class PersonAtBrowser(ScriptedPerson person) : IDisposable
{
    private readonly ScriptedBrowser browser = new();
    private readonly HttpClient http = new();

    /// <summary>How often a client asked them to sign in.</summary>
    public int SignIns { get; private set; }

    public async Task OpenAsync(string authorizationUrl, CancellationToken cancellationToken)
    {
        SignIns++;
        var redirect = await new SignInWalk(browser, person).WalkAsync(authorizationUrl, cancellationToken);
        using var answer = await http.GetAsync(redirect, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        browser.Dispose();
        http.Dispose();
    }
}
