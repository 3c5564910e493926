namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>A contact that is gone.</summary>
internal sealed record ContactDeleted(string Id);
