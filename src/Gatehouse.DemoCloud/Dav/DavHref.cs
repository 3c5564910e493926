using System.Globalization;
using System.Text;

namespace Gatehouse.DemoCloud.Dav;

internal static class DavHref
{
    /// <summary>As sabre/dav encodes: lower-case hex, and everything but letters, digits and <c>_-.~():@/</c>.</summary>
    public static string Encode(string path)
    {
        var encoded = new StringBuilder();
        foreach (var octet in Encoding.UTF8.GetBytes(path))
        {
            var letter = (char)octet;
            _ =
                char.IsAsciiLetterOrDigit(letter) || "_-.~():@/".Contains(letter, StringComparison.Ordinal)
                    ? encoded.Append(letter)
                    : encoded.Append(CultureInfo.InvariantCulture, $"%{octet:x2}");
        }

        return encoded.ToString();
    }
}
