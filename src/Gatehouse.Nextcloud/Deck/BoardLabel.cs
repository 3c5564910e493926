namespace Gatehouse.Nextcloud.Deck;

/// <summary>A label of a board.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title, unique in the board.</param>
/// <param name="Color">Six hexadecimal digits.</param>
public sealed record BoardLabel(long Id, string Title, string Color);
