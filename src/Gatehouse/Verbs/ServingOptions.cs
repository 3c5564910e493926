using System.CommandLine;

namespace Gatehouse.Verbs;

/// <summary>The flags of verbs that serve; each overrides its key in gatehouse.json and in the environment.</summary>
internal static class ServingOptions
{
    public static Option<string> Urls { get; } =
        new("--urls") { Description = "Where to listen, such as http://127.0.0.1:8931", HelpName = "URL" };

    public static Option<string> Data { get; } =
        new("--data") { Description = "The folder that keeps everything", HelpName = "DIR" };

    public static Option<string> PublicUrl { get; } =
        new("--public-url")
        {
            Description = "The address people and clients use, such as https://mcp.example.com",
            HelpName = "URL",
        };

    public static Option<string> Cloud { get; } =
        new("--cloud") { Description = "Your Nextcloud, such as https://cloud.example.com", HelpName = "URL" };

    public static Option<string> CloudInternalUrl { get; } =
        new("--cloud-internal-url")
        {
            Description = "The address to call in its place, such as http://nextcloud:80",
            HelpName = "URL",
        };

    public static Option<string> CloudCa { get; } =
        new("--cloud-ca")
        {
            Description = "A PEM file with an authority to trust beside the system's",
            HelpName = "FILE",
        };

    public static Option<string> Apps { get; } =
        new("--apps") { Description = "Only the tools of these apps, such as notes,calendar", HelpName = "NAMES" };

    public static Option<bool> ReadOnly { get; } =
        new("--read-only") { Description = "Only tools that change nothing" };

    public static Option<string> Issuer { get; } =
        new("--issuer")
        {
            Description = "An identity provider to sign in at, such as https://idp.example.com",
            HelpName = "URL",
        };

    public static Option<string> ClientId { get; } =
        new("--client-id") { Description = "What the identity provider calls this server", HelpName = "ID" };

    public static Option<string> ClientSecretFile { get; } =
        new("--client-secret-file") { Description = "A file with the secret that belongs to it", HelpName = "FILE" };

    public static Option<string> AccountClaim { get; } =
        new("--account-claim")
        {
            Description =
                "The claim that says what people's account of the cloud is called, such as preferred_username",
            HelpName = "NAME",
        };

    /// <summary>The keys and values of the flags that were given.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Given(ParseResult parsed) =>
        new (string Key, Option<string> Option)[]
        {
            ("Urls", Urls),
            ("Data", Data),
            ("PublicUrl", PublicUrl),
            ("Cloud", Cloud),
            ("CloudInternalUrl", CloudInternalUrl),
            ("CloudCa", CloudCa),
            ("Apps", Apps),
            ("IdentityProviders:0:Issuer", Issuer),
            ("IdentityProviders:0:ClientId", ClientId),
            ("IdentityProviders:0:ClientSecretFile", ClientSecretFile),
            ("IdentityProviders:0:AccountClaim", AccountClaim),
        }
            .Where(flag => parsed.GetResult(flag.Option) is not null)
            .Select(flag => KeyValuePair.Create(flag.Key, parsed.GetValue(flag.Option)))
            .Concat(parsed.GetValue(ReadOnly) ? [KeyValuePair.Create<string, string?>("ReadOnly", "true")] : []);
}
