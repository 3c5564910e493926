namespace Gatehouse.Nextcloud.Collectives;

/// <summary>A tag of a collective's pages.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Color">Its colour, six hex digits.</param>
public sealed record CollectiveTag(long Id, string Name, string Color);
