using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Ocs;

/// <summary>What the cloud says it can do, word for word as the recorded one for the apps that exist here.</summary>
internal static class Capabilities
{
    private const string Version =
        """{"major":32,"minor":0,"micro":1,"string":"32.0.1","edition":"","extendedSupport":false}""";

    private const string Core = """
        {"pollinterval":60,"webdav-root":"remote.php/webdav","reference-api":true,
         "reference-regex":"(\\s|\\n|^)(https?:\\/\\/)([-A-Z0-9+_.]+(?::[0-9]+)?(?:\\/[-A-Z0-9+&@#%?=~_|!:,.;()]*)*)(\\s|\\n|$)",
         "mod-rewrite-working":true,"user":{"language":"","locale":"","timezone":"Europe/Berlin"}}
        """;

    private const string Files = """
        {"$comment":"\"blacklisted_files\" is deprecated as of Nextcloud 30, use \"forbidden_filenames\" instead",
         "blacklisted_files":[".htaccess"],"forbidden_filenames":[".htaccess"],"forbidden_filename_basenames":[],
         "forbidden_filename_characters":["\\","/"],"forbidden_filename_extensions":[".filepart",".part"],
         "bigfilechunking":false,"file_conversions":[],"windows_compatible_filenames":false,
         "comments":false,"undelete":false,"delete_from_trash":false,"versioning":false,"version_labeling":false,"version_deletion":false}
        """;

    private const string Notes = """{"api_version":["0.2","1.3","1.4"],"version":"5.0.2","notes_path":"Notes"}""";

    public static JsonObject Of(bool signedIn, int delayMilliseconds, bool notes, string url)
    {
        var bruteForce = new JsonObject { ["delay"] = delayMilliseconds, ["allow-listed"] = false };
        var capabilities = signedIn
            ? new JsonObject
            {
                ["core"] = JsonNode.Parse(Core),
                ["bruteforce"] = bruteForce,
                ["files"] = JsonNode.Parse(Files),
                ["dav"] = new JsonObject { ["public_shares_chunking"] = false },
                ["notes"] = JsonNode.Parse(Notes),
                ["theming"] = Theming(url),
            }
            : new JsonObject { ["bruteforce"] = bruteForce, ["theming"] = Theming(url) };
        if (!notes)
        {
            _ = capabilities.Remove("notes");
        }

        return new JsonObject { ["version"] = JsonNode.Parse(Version), ["capabilities"] = capabilities };
    }

    private static JsonObject Theming(string url) =>
        new()
        {
            ["name"] = "Nextcloud",
            ["productName"] = "Nextcloud",
            ["url"] = "https://nextcloud.com",
            ["slogan"] = "a safe home for all your data",
            ["color"] = "#00679e",
            ["color-text"] = "#ffffff",
            ["color-element"] = "#00679e",
            ["color-element-bright"] = "#00679e",
            ["color-element-dark"] = "#00679e",
            ["logo"] = url + "/core/img/logo/logo.svg?v=0",
            ["background"] = url + "/apps/theming/img/background/jo-myoung-hee-fluid.webp",
            ["background-text"] = "#ffffff",
            ["background-plain"] = false,
            ["background-default"] = true,
            ["logoheader"] = url + "/core/img/logo/logo.svg?v=0",
            ["favicon"] = url + "/core/img/logo/logo.svg?v=0",
        };
}
