namespace Gatehouse.Nextcloud.Files.Tags;

/// <summary>A system tag: all people of the cloud share them.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="CanAssign">This person may put it on files and take it from them.</param>
public sealed record SystemTag(long Id, string Name, bool CanAssign);
