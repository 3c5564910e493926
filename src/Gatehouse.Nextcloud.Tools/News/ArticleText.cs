using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.News;

/// <summary>An article with a part of its text.</summary>
internal sealed record ArticleText(
    ArticleItem Article,
    string Content,
    [property: Description("Where the content begins, in characters.")] int Offset,
    [property: Description("The length of the whole text, in characters.")] int TotalLength,
    [property: Description("Pass it as offset to read on; absent at the end.")] int? NextOffset = null,
    [property: Description("What is attached, such as the sound of a podcast.")] string? Enclosure = null
);
