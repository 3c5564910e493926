using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Collectives;

/// <summary>A page with its text.</summary>
/// <param name="Page">The page.</param>
/// <param name="Content">Its text (Markdown).</param>
/// <param name="ETag">What a change of the text must carry.</param>
public sealed record PageText(CollectivePage Page, string Content, ETag ETag);
