namespace Gatehouse.DemoCloud.Tests.Replay;

/// <summary>
/// Short ids are not learned, so that Deck must give the recorded ones: what others had made before counts its boards, lists, labels and cards.
/// </summary>
internal static class DeckScene
{
    private const string Boards = "/index.php/apps/deck/api/v1.0/boards";

    /// <summary>An attachment has the id of a share, and others had been made before.</summary>
    public static async Task ShareAsync(Replayer replayer)
    {
        await replayer.AsAliceAsync("PUT", "/remote.php/dav/files/alice/before.txt", "before");
        for (var share = 1; share <= 9; share++)
            await replayer.AsAliceAsync(
                "POST",
                "/ocs/v2.php/apps/files_sharing/api/v1/shares",
                """{"path":"/before.txt","shareType":3}"""
            );
    }

    public static async Task MoveAsync(Replayer replayer)
    {
        await replayer.AsAliceAsync("GET", Boards);
        for (var board = 2; board <= 4; board++)
            await replayer.AsAliceAsync("POST", Boards, """{"title":"before","color":"ff0000"}""");
        for (var label = 18; label <= 19; label++)
            await replayer.AsAliceAsync("POST", $"{Boards}/2/labels", $$"""{"title":"{{label}}","color":"ff0000"}""");
        for (var list = 5; list <= 12; list++)
            await replayer.AsAliceAsync("POST", $"{Boards}/2/stacks", """{"title":"before","order":1}""");
        for (var card = 6; card <= 13; card++)
            await replayer.AsAliceAsync("POST", $"{Boards}/2/stacks/5/cards", """{"title":"before"}""");
    }
}
