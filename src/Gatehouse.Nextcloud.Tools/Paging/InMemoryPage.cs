using Gatehouse.Nextcloud.Tools.Errors;

namespace Gatehouse.Nextcloud.Tools.Paging;

/// <summary>A page of a list that Nextcloud answers as a whole.</summary>
internal static class InMemoryPage
{
    public const int MaxLimit = 200;

    /// <summary>The items of the page and the cursor of the next one.</summary>
    /// <exception cref="ToolException">The limit or the cursor is not valid.</exception>
    public static (IReadOnlyList<T> Items, string? Next) Of<T>(
        string tool,
        IReadOnlyList<T> all,
        int limit,
        string? cursor
    )
    {
        var start = PageOffset.Decode(tool, cursor);
        Arguments.Between("limit", limit, 1, MaxLimit);
        return ([.. all.Skip(start).Take(limit)], PageOffset.Encode(tool, start + limit, all.Count));
    }
}
