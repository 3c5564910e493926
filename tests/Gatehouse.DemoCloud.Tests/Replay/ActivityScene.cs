namespace Gatehouse.DemoCloud.Tests.Replay;

/// <summary>What alice had said about a file and shared before her activities were listed.</summary>
internal static class ActivityScene
{
    private const string Shares = "/ocs/v2.php/apps/files_sharing/api/v1/shares";

    public static async Task MakeAsync(Replayer replayer)
    {
        await FilesScene.MakeAsync(replayer);
        await replayer.AsAliceAsync(
            "POST",
            "/remote.php/dav/comments/files/113",
            """{"actorType":"users","verb":"comment","message":"Looks good @bob"}"""
        );
        await replayer.AsAliceAsync(
            "POST",
            Shares,
            """{"path":"/Projects/hello.txt","shareType":0,"shareWith":"bob"}"""
        );
        await replayer.AsAliceAsync("POST", Shares, """{"path":"/Projects","shareType":3}""");
        await replayer.AsAliceAsync(
            "POST",
            Shares,
            """{"path":"/Projects/hello.txt","shareType":1,"shareWith":"team"}"""
        );
        await replayer.AsAliceAsync("DELETE", Shares + "/1");
    }
}
