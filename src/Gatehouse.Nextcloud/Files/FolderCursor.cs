using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Gatehouse.Nextcloud.Files;

/// <summary>Where a page of a folder ended: how many entries came before, and the cloud's token when the cloud pages itself.</summary>
/// <param name="Offset">The number of responses (the folder itself is one) before the next page.</param>
/// <param name="Token">The value of <c>X-NC-Paginate-Token</c>; null when the cloud does not page.</param>
public sealed record FolderCursor(int Offset, string? Token)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FolderCursor? cursor)
    {
        var parts = (text ?? "").Split(':', 2);
        cursor =
            parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            && parts[1].All(c => c is > ' ' and <= '~')
                ? new(offset, parts[1].Length == 0 ? null : parts[1])
                : null;
        return cursor is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Offset}:{Token}");
}
