using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Tables;

/// <summary>A row.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TableId">Its table.</param>
/// <param name="Values">Its values by column id, as the app keeps them (options as ids); columns without a value are absent.</param>
/// <param name="LastEditBy">The user id of who changed it last, or null.</param>
/// <param name="LastEditAt">When, in UTC, to the second, as <c>2026-11-23 15:20:01</c>; null where the app does not say.</param>
public sealed record TableRow(
    long Id,
    long TableId,
    IReadOnlyDictionary<long, JsonElement> Values,
    string? LastEditBy,
    string? LastEditAt
)
{
    private const int Length = 16;

    /// <summary>What a change must carry: the API has no ETag, so it is a digest of the values.</summary>
    public ETag ETag
    {
        get
        {
            var text = new StringBuilder();
            foreach (var (column, value) in Values.OrderBy(v => v.Key))
            {
                var raw = value.GetRawText();
                text.Append(CultureInfo.InvariantCulture, $"{column}:{raw.Length}:{raw};");
            }

            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
            return ETag.Parse(Convert.ToHexStringLower(hash)[..Length]);
        }
    }
}
