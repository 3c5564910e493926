using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.News;

/// <summary>Articles that were marked.</summary>
internal sealed record ArticlesMarked(
    bool? Read = null,
    bool? Starred = null,
    [property: Description("How many; absent where all of a place were marked.")] int? Count = null
);
