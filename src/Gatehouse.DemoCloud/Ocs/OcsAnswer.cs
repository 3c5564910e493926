using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Errors;

namespace Gatehouse.DemoCloud.Ocs;

/// <summary>The envelope of the Open Collaboration Services API: JSON when asked for, else XML; v1 counts success as 100, v2 as 200.</summary>
internal static class OcsAnswer
{
    public const int NotLoggedIn = 997;
    public const int NotFound = 998;
    public const int ServerError = 996;

    private const string XmlType = "application/xml; charset=utf-8";

    public static Task OcsAsync(this HttpContext context, JsonNode? data) =>
        context.OcsAsync(StatusCodes.Status200OK, IsV1(context) ? 100 : StatusCodes.Status200OK, "OK", data);

    public static Task OcsAsync(
        this HttpContext context,
        int status,
        int ocsStatus,
        string message,
        JsonNode? data = null
    ) => WriteAsync(context, status, ocsStatus, message, data ?? new JsonArray());

    /// <summary>Some routes say null where most say an empty list.</summary>
    public static Task OcsNullAsync(this HttpContext context, int status, string message) =>
        WriteAsync(context, status, status, message, data: null);

    private static Task WriteAsync(HttpContext context, int status, int ocsStatus, string message, JsonNode? data)
    {
        var meta = new JsonObject
        {
            ["status"] = ocsStatus is 100 or (>= 200 and < 300) ? "ok" : "failure",
            ["statuscode"] = ocsStatus,
            ["message"] = message,
        };
        if (IsV1(context))
        {
            meta["totalitems"] = "";
            meta["itemsperpage"] = "";
        }

        var ocs = new JsonObject { ["meta"] = meta, ["data"] = data };
        return WantsJson(context.Request)
            ? context.Response.JsonAsync(status, new JsonObject { ["ocs"] = ocs })
            : context.Response.TextAsync(status, XmlType, OcsXml.Write(ocs));
    }

    private static bool IsV1(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/ocs/v1.php", StringComparison.Ordinal);

    /// <summary>JSON when asked for, else XML.</summary>
    public static string TypeFor(HttpRequest request) => WantsJson(request) ? Answers.JsonType : XmlType;

    private static bool WantsJson(HttpRequest request) =>
        request.Query["format"].ToString() is { Length: > 0 } format
            ? format == "json"
            : request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);
}
