namespace Gatehouse.Nextcloud.Files.Tags;

/// <summary>What a new tag is sent as.</summary>
internal sealed record TagWrite(string Name, bool UserVisible, bool UserAssignable, bool CanAssign);
