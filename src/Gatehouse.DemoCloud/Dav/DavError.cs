using System.Globalization;
using System.Text;
using System.Xml;
using Gatehouse.DemoCloud.Errors;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>A WebDAV error as sabre/dav writes it: the PHP exception's class and its message.</summary>
internal sealed record DavError(int Status, string Exception, string Message)
{
    private const string Sabre = "Sabre\\DAV\\Exception\\";
    private const string Connector = "OCA\\DAV\\Connector\\Sabre\\Exception\\";

    /// <summary>Name of the request header that was not met.</summary>
    public string? Header { get; init; }

    /// <summary>ownCloud's own members, such as <c>hint</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Extra { get; init; } = [];

    /// <summary>One more element as it stands in the answer.</summary>
    public string? Element { get; init; }

    public string? ETag { get; init; }

    public string? Allow { get; init; }

    public string? Authenticate { get; init; }

    public static DavError Maintenance { get; } =
        new(503, "OCA\\DAV\\Exception\\ServerMaintenanceMode", "System is in maintenance mode.");

    public static DavError TooManyRequests { get; } =
        new(429, Connector + "TooManyRequests", "") { Extra = [new("hint", "too many requests")] };

    public static DavError PasswordLoginForbidden { get; } =
        new(401, Connector + "PasswordLoginForbidden", "") { Extra = [new("hint", "password login forbidden")] };

    public static DavError Disabled { get; } =
        Of(503, "ServiceUnavailable", "OC\\User\\DisabledUserException: Account disabled");

    public static DavError NotAuthenticated(string message, string authenticate) =>
        Of(401, "NotAuthenticated", message) with
        {
            Authenticate = authenticate,
        };

    public static DavError BadRequest(string message) => Of(400, "BadRequest", message);

    public static DavError Forbidden(string message) => Of(403, "Forbidden", message);

    public static DavError NotFound(string message) => Of(404, "NotFound", message);

    public static DavError Conflict(string message) => Of(409, "Conflict", message);

    public static DavError PreconditionFailed(string message, string header) =>
        Of(412, "PreconditionFailed", message) with
        {
            Header = header,
        };

    public static DavError InsufficientStorage(string place, long required, long available) =>
        Of(
            507,
            "InsufficientStorage",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Insufficient space in {place}, {required} required, {available} available"
            )
        );

    public static DavError Locked(string path) => new(423, Connector + "FileLocked", $"\"/{path}\" is locked");

    public static DavError LockedForMove(string path) =>
        new(500, "OCP\\Lock\\LockedException", $"\"/{path}\" is locked");

    public static DavError InvalidPath(string reason) =>
        new(400, Connector + "InvalidPath", reason) { Extra = [new("retry", "false"), new("reason", reason)] };

    public static DavError Of(int status, string sabreException, string message) =>
        new(status, Sabre + sabreException, message);

    public Task WriteAsync(HttpResponse response)
    {
        Set(response, "ETag", ETag);
        Set(response, "Allow", Allow);
        Set(response, "WWW-Authenticate", Authenticate);
        return response.TextAsync(Status, "application/xml; charset=utf-8", ToXml());
    }

    private static void Set(HttpResponse response, string name, string? value)
    {
        if (value is not null)
        {
            response.Headers[name] = value;
        }
    }

    private string ToXml()
    {
        var text = new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<d:error xmlns:d=\"DAV:\" xmlns:s=\"http://sabredav.org/ns\""
        );
        _ = text.Append(Extra.Count > 0 ? " xmlns:o=\"http://owncloud.org/ns\">\n" : ">\n");
        Member(text, "s:exception", Exception);
        Member(text, "s:message", Message);
        foreach (var (name, value) in Extra)
        {
            // Not the namespace it means to be: the real one writes the prefix as the URI.
            _ = text.Append(CultureInfo.InvariantCulture, $"  <o:{name} xmlns:o=\"o:\">{Escape(value)}</o:{name}>\n");
        }

        if (Header is not null)
        {
            Member(text, "s:header", Header);
        }

        if (Element is not null)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"  {Element}\n");
        }

        return text.Append("</d:error>\n").ToString();
    }

    private static void Member(StringBuilder text, string name, string value) =>
        _ =
            value.Length == 0
                ? text.Append(CultureInfo.InvariantCulture, $"  <{name}/>\n")
                : text.Append(CultureInfo.InvariantCulture, $"  <{name}>{Escape(value)}</{name}>\n");

    private static string Escape(string value)
    {
        var text = new StringBuilder();
        using (
            var writer = XmlWriter.Create(text, new XmlWriterSettings { ConformanceLevel = ConformanceLevel.Fragment })
        )
        {
            writer.WriteString(value);
        }

        return text.ToString();
    }
}
