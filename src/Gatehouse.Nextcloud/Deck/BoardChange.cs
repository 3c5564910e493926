namespace Gatehouse.Nextcloud.Deck;

/// <summary>A change of a board: what is null stays as it is.</summary>
/// <param name="Title">A new title, up to 100 characters.</param>
/// <param name="Color">A new color, six hexadecimal digits.</param>
/// <param name="IsArchived">Put it away or take it back.</param>
public sealed record BoardChange(string? Title = null, string? Color = null, bool? IsArchived = null);
