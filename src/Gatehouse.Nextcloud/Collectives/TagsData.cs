namespace Gatehouse.Nextcloud.Collectives;

/// <summary>The data of an answer about tags: a list, or one.</summary>
internal sealed record TagsData(TagData[]? Tags, TagData? Tag);
