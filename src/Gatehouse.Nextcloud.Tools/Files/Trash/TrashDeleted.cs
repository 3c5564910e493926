namespace Gatehouse.Nextcloud.Tools.Files.Trash;

/// <summary>What is gone for good.</summary>
internal sealed record TrashDeleted(bool All, IReadOnlyList<string> Ids);
