namespace Gatehouse.DemoCloud.Tests.Replay;

/// <summary>Requests name files by the ids they had in the recorded one, so that others are made before them.</summary>
internal static class FilesScene
{
    private const string Files = "/remote.php/dav/files/alice/";
    private const int Before = 104;
    private const int Projects = 111;

    public static async Task MakeAsync(Replayer replayer)
    {
        for (var id = Before; id < Projects; id++)
            await replayer.AsAliceAsync("MKCOL", $"{Files}{id}");
        await replayer.AsAliceAsync("MKCOL", Files + "Projects");
        await replayer.AsAliceAsync("MKCOL", Files + "Projects%20copy");
        await replayer.AsAliceAsync("PUT", Files + "Projects/hello.txt", "Hello again, Nextcloud\n");
    }
}
