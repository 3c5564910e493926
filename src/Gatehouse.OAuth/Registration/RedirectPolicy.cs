namespace Gatehouse.OAuth.Registration;

/// <summary>
/// Which redirect addresses a client that registers itself may use. Everything not named is refused: an https host must be known,
/// a private scheme must be known or reverse-domain (RFC 8252 §7.1), since a scheme may start any program (<c>ms-msdt:</c>, <c>file:</c>).
/// </summary>
public sealed class RedirectPolicy
{
    /// <summary>Web clients measured in the field: Claude, ChatGPT, VS Code, Cursor.</summary>
    public static IReadOnlyList<string> KnownWebHosts { get; } =
    ["claude.ai", "claude.com", "chatgpt.com", "vscode.dev", "insiders.vscode.dev", "www.cursor.com"];

    /// <summary>Apps measured in the field that use a scheme which is not reverse-domain.</summary>
    public static IReadOnlyList<string> KnownPrivateSchemes { get; } =
    ["claude", "cursor", "vscode", "vscode-insiders", "windsurf", "zed", "goose"];

    private readonly HashSet<string> hosts;
    private readonly HashSet<string> schemes;

    /// <summary>The known ones and those the operator adds.</summary>
    public RedirectPolicy(IEnumerable<string> moreWebHosts, IEnumerable<string> morePrivateSchemes)
    {
        hosts = [.. KnownWebHosts, .. moreWebHosts.Select(host => host.ToLowerInvariant())];
        schemes = [.. KnownPrivateSchemes, .. morePrivateSchemes.Select(scheme => scheme.ToLowerInvariant())];
    }

    /// <summary>Null when the address may be used; otherwise why not and which key allows it.</summary>
    public OAuthError? Refuses(RedirectUri redirect) =>
        redirect.Kind switch
        {
            RedirectUriKind.Web when !hosts.Contains(redirect.Host) => Refusal(
                $"The host {redirect.Host} is not on the list of web clients. The operator can add it to WebHosts."
            ),
            RedirectUriKind.PrivateScheme when !IsAllowedScheme(redirect.Host) => Refusal(
                $"The scheme {redirect.Host} is not on the list of apps. The operator can add it to PrivateSchemes."
            ),
            _ => null,
        };

    // A dot makes it reverse-domain. The few such schemes that an operating system ships open an app (camera, photos), never a command.
    private bool IsAllowedScheme(string scheme) =>
        scheme.Contains('.', StringComparison.Ordinal) || schemes.Contains(scheme);

    private static OAuthError Refusal(string description) => new(OAuthErrorCodes.InvalidRedirectUri, description);
}
