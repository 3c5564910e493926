using System.Net;

namespace Gatehouse.Testing.Browser;

/// <summary>A browser without JavaScript: one cookie jar, any number of tabs.</summary>
public sealed class ScriptedBrowser : IDisposable
{
    private readonly HttpClient http = new(
        new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }
    );

    /// <summary>Makes one with no cookies.</summary>
    public ScriptedBrowser() => http.DefaultRequestHeaders.Accept.ParseAdd("text/html");

    /// <summary>Opens an empty tab.</summary>
    public ScriptedTab NewTab() => new(http);

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}
