using Gatehouse.OAuth.Registration;

namespace Gatehouse.Clients;

/// <summary>What is known of one MCP client. Facts only; none of them is about a version.</summary>
/// <param name="Slug">Its name in addresses, such as <c>claude-code</c>.</param>
/// <param name="Name">Its name for people.</param>
public sealed record KnownClient(string Slug, string Name)
{
    /// <summary>Where the facts come from.</summary>
    public required string Source { get; init; }

    /// <summary>How to let it forget this server.</summary>
    public required ClientReset Reset { get; init; }

    /// <summary>The metadata documents it uses as its identifier.</summary>
    public IReadOnlyList<KnownDocument> Documents { get; init; } = [];

    /// <summary>Addresses that are its own and nobody else's. Web ones may be used by everybody who registers: what arrives there, this client gets.</summary>
    public IReadOnlyList<RedirectPattern> Redirects { get; init; } = [];

    /// <summary>
    /// Its web addresses hand the answer on to whatever window the request's own parameters name. They are needed, and prove nothing: somebody
    /// else's window can be named there.
    /// </summary>
    public bool HandsOn { get; init; }

    /// <summary>Private URI schemes it opens.</summary>
    public IReadOnlyList<string> PrivateSchemes { get; init; } = [];

    /// <summary>Names it gives itself in a registration; more in brackets may follow. Anybody may choose them.</summary>
    public IReadOnlyList<string> ClientNames { get; init; } = [];

    /// <summary>How its User-Agent begins. Anybody may choose it.</summary>
    public IReadOnlyList<string> UserAgents { get; init; } = [];

    /// <summary>It answers 403 <c>insufficient_scope</c> with a sign-in for what was missing, and then repeats its request. Most refresh, loop or give up.</summary>
    public bool FinishesStepUp { get; init; }

    /// <summary>What a server and a person must know of it.</summary>
    public IReadOnlyList<string> Quirks { get; init; } = [];

    /// <summary>Its page in the repository.</summary>
    public string Page => $"docs/clients/{Slug}.md";
}
