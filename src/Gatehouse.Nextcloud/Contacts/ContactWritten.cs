using Gatehouse.Nextcloud.Dav;

namespace Gatehouse.Nextcloud.Contacts;

/// <summary>What a write left behind.</summary>
/// <param name="Id">Where it is.</param>
/// <param name="ETag">The ETag now; null when the cloud changed what was sent and did not say (read it then).</param>
public sealed record ContactWritten(ContactId Id, ETag? ETag);
