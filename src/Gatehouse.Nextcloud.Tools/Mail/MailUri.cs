using System.Globalization;

namespace Gatehouse.Nextcloud.Tools.Mail;

/// <summary>
/// The address of an attachment as an MCP resource, <c>nextcloud://mail/70/attachments/2.1</c>, and of a whole message as it came over
/// the wire, <c>nextcloud://mail/70/source</c>.
/// </summary>
internal static class MailUri
{
    public const string Template = "nextcloud://mail/{id}/{+part}";
    private const string Prefix = "nextcloud://mail/";
    private const string Attachments = "attachments";

    public static string Of(long id, string attachment) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{id}/{Attachments}/{Uri.EscapeDataString(attachment)}");

    public static bool IsMatch(string uri) => uri.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The message and the attachment; without one it is the message's source.</summary>
    public static bool TryParse(string uri, out long id, out string? attachment)
    {
        attachment = null;
        id = 0;
        if (!IsMatch(uri))
            return false;

        var parts = uri[Prefix.Length..].Split('/');
        if (!long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out id))
            return false;
        if (parts is [_, "source"])
            return true;
        if (parts is not [_, Attachments, { Length: > 0 } name])
            return false;

        attachment = Uri.UnescapeDataString(name);
        return !attachment.Contains('/', StringComparison.Ordinal);
    }
}
