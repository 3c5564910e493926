using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.People;

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

    public static JsonObject Of(Person? person, int delayMilliseconds, IEnumerable<IDemoApp> apps, string url)
    {
        var capabilities = new JsonObject
        {
            ["bruteforce"] = new JsonObject { ["delay"] = delayMilliseconds, ["allow-listed"] = false },
            ["theming"] = Theming(url),
        };
        if (person is not null)
        {
            capabilities["core"] = JsonNode.Parse(Core);
            capabilities["dav"] = new JsonObject { ["chunking"] = "1.0", ["public_shares_chunking"] = false };
        }

        foreach (var app in apps)
        {
            app.AddCapabilities(capabilities, person);
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
