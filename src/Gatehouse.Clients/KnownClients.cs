using Gatehouse.Clients.Known;
using Gatehouse.OAuth;
using Gatehouse.OAuth.Registration;

namespace Gatehouse.Clients;

/// <summary>The registry of known clients: recognises them, and says which redirect addresses they need.</summary>
public static class KnownClients
{
    // Apps measured in the field that have no file here yet.
    private static readonly string[] OtherSchemes = ["goose", "windsurf"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KnownClient> All { get; } =
    [
        ClaudeCode.Facts,
        ClaudeAi.Facts,
        ClaudeDesktop.Facts,
        ChatGpt.Facts,
        VsCode.Facts,
        Cursor.Facts,
        Codex.Facts,
        GeminiCli.Facts,
        QwenCode.Facts,
        CopilotCli.Facts,
        OpenCode.Facts,
        McPorter.Facts,
        Inspector.Facts,
        McpRemote.Facts,
        Mcpc.Facts,
        Zed.Facts,
        Cline.Facts,
        TypeScriptSdk.Facts,
        CSharpSdk.Facts,
        PythonSdk.Facts,
    ];

    /// <summary>The addresses these clients need, and what an operator adds (hosts with every path, schemes).</summary>
    public static RedirectPolicy Redirects(IEnumerable<string> webHosts, IEnumerable<string> privateSchemes) =>
        new(
            [.. All.SelectMany(client => client.Redirects).Where(pattern => pattern.Kind == RedirectUriKind.Web)],
            webHosts,
            [.. All.SelectMany(client => client.PrivateSchemes), .. OtherSchemes, .. privateSchemes]
        );

    /// <summary>Recognises a client by the strongest evidence it shows; null when it shows none.</summary>
    public static Recognition? Recognise(ClientTraits traits)
    {
        var byEvidence =
            from evidence in Enum.GetValues<Evidence>()
            from client in All
            where Shows(client, traits, evidence)
            select new Recognition(client, evidence);
        return byEvidence.FirstOrDefault();
    }

    /// <summary>The document that is known at an address, with its client; null when there is none.</summary>
    public static KnownDocument? Document(string id) =>
        All.SelectMany(client => client.Documents).FirstOrDefault(document => document.IsAt(id));

    /// <summary>True for a page that hands the answer on to whatever window the request's own parameters name.</summary>
    public static bool HandsOn(RedirectUri redirect) =>
        All.Any(client => client.HandsOn && client.Redirects.Any(pattern => pattern.Matches(redirect)));

    internal static bool Shows(KnownClient client, ClientTraits traits, Evidence evidence) =>
        evidence switch
        {
            Evidence.MetadataDocument => traits.Id is { } id && client.Documents.Any(document => document.IsAt(id)),
            Evidence.WebRedirect => Uses(client, traits, RedirectUriKind.Web),
            Evidence.ClientName => traits.Name is { } name && client.ClientNames.Any(known => IsNamed(name, known)),
            Evidence.PrivateScheme => Uses(client, traits, RedirectUriKind.PrivateScheme),
            Evidence.Loopback => Uses(client, traits, RedirectUriKind.Loopback),
            _ => traits.UserAgent is { } agent
                && client.UserAgents.Any(known => agent.StartsWith(known, StringComparison.OrdinalIgnoreCase)),
        };

    private static bool Uses(KnownClient client, ClientTraits traits, RedirectUriKind kind) =>
        traits.Redirect is { } redirect
        && redirect.Kind == kind
        && client.Redirects.Any(pattern => pattern.Matches(redirect));

    private static bool IsNamed(string name, string known) =>
        name == known || name.StartsWith(known + " (", StringComparison.Ordinal);
}
