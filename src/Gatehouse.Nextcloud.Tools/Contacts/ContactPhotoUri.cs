using Gatehouse.Nextcloud.Contacts;

namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>The address of a picture as an MCP resource: <c>nextcloud://contacts/contacts/c-1.vcf/photo</c>.</summary>
internal static class ContactPhotoUri
{
    public const string Template = "nextcloud://contacts/{book}/{card}/photo";
    private const string Prefix = "nextcloud://contacts/";
    private const string Suffix = "/photo";

    public static string Of(ContactId id) =>
        $"{Prefix}{Uri.EscapeDataString(id.Book.ToString())}/{Uri.EscapeDataString(id.Name)}{Suffix}";

    public static bool IsMatch(string uri) =>
        uri.StartsWith(Prefix, StringComparison.Ordinal) && uri.EndsWith(Suffix, StringComparison.Ordinal);

    public static bool TryParse(string uri, out ContactId id)
    {
        id = default;
        if (!IsMatch(uri) || uri.Length <= Prefix.Length + Suffix.Length)
            return false;

        // Decoded segment by segment: an encoded slash must not become another book.
        var segments = uri[Prefix.Length..^Suffix.Length].Split('/').Select(Uri.UnescapeDataString).ToArray();
        return segments.Length == 2
            && !Array.Exists(segments, s => s.Contains('/', StringComparison.Ordinal))
            && ContactId.TryParse($"{segments[0]}/{segments[1]}", out id);
    }
}
