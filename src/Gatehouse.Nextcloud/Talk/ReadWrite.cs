namespace Gatehouse.Nextcloud.Talk;

/// <summary>How far the person has read, as it is sent; null for everything.</summary>
internal sealed record ReadWrite(long? LastReadMessage);
