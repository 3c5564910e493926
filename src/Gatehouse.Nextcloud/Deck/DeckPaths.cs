using System.Globalization;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Deck;

/// <summary>The routes of Deck's API.</summary>
internal static class DeckPaths
{
    public const string Boards = "/index.php/apps/deck/api/v1.0/boards";
    public const string Ocs = "/ocs/v2.php/apps/deck/api/v1.0";

    public static CloudRequest Request(HttpMethod method, string path, string doing) =>
        new(method, path, doing) { Accept = "application/json" };

    public static string Board(long board) => string.Create(CultureInfo.InvariantCulture, $"{Boards}/{board}");

    public static string Stack(long board, long stack) =>
        string.Create(CultureInfo.InvariantCulture, $"{Boards}/{board}/stacks/{stack}");

    public static string Label(long board, long label) =>
        string.Create(CultureInfo.InvariantCulture, $"{Boards}/{board}/labels/{label}");

    /// <summary>
    /// A card. Deck ignores the ids of board and list here, except that a write takes the list for the target of a move; whoever knows only
    /// the card may leave them 0 for reading.
    /// </summary>
    public static string Card(long card, long stack = 0) =>
        string.Create(CultureInfo.InvariantCulture, $"{Boards}/0/stacks/{stack}/cards/{card}");

    /// <summary>The attachments of a card in the version that knows files.</summary>
    public static string Attachments(long card) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/index.php/apps/deck/api/v1.1/boards/0/stacks/0/cards/{card}/attachments"
        );

    public static string Comments(long card) =>
        string.Create(CultureInfo.InvariantCulture, $"{Ocs}/cards/{card}/comments");
}
