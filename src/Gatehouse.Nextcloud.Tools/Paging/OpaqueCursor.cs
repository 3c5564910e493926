using System.Buffers.Text;
using System.Text;
using Gatehouse.Nextcloud.Tools.Errors;

namespace Gatehouse.Nextcloud.Tools.Paging;

/// <summary>
/// A cursor a model passes back unchanged: which tool made it and where its page ended. It carries no authority; a changed one can only
/// show another page of the same person's own things.
/// </summary>
internal static class OpaqueCursor
{
    /// <summary>More than clouds need: the longest are those of a search, which goes on with dozens of providers, each with a cursor of its own.</summary>
    private const int MaxLength = 16_000;

    public static string? Encode(string tool, string? value) =>
        value is null ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{tool} {value}"));

    /// <summary>What the tool put into its cursor; null for no cursor.</summary>
    /// <exception cref="ToolException">The cursor is not one of this tool.</exception>
    public static string? Decode(string tool, string? cursor)
    {
        if (cursor is null)
            return null;

        var text =
            cursor.Length <= MaxLength && Base64Url.IsValid(cursor)
                ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor))
                : "";
        return text.StartsWith(tool + " ", StringComparison.Ordinal) ? text[(tool.Length + 1)..] : throw Bad(tool);
    }

    /// <summary>What is said of a cursor that is none.</summary>
    public static ToolException Bad(string tool) =>
        Arguments.Bad(
            "cursor",
            $"It is not a cursor of '{tool}'. Pass nextCursor of the last answer unchanged, or leave it away to begin anew."
        );
}
