using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Files.Rules;

/// <summary>A conversation in which bob says <c>see hello.txt</c>, and shares the file.</summary>
internal static class ChatWithFile
{
    public const string Token = "aibsbiza";

    /// <summary>Plans it.</summary>
    /// <param name="cloud">Answers it.</param>
    /// <param name="path">Where the file is for who reads.</param>
    public static void Plan(RecordedCloud cloud, string path) =>
        cloud.Answer(
            "GET",
            $"/ocs/v2.php/apps/spreed/api/v1/chat/{Token}?lookIntoFuture=0&limit=50&setReadMarker=0&noStatusUpdate=1&markNotificationsAsRead=0",
            200,
            "application/json",
            $$$$"""
            {"ocs":{"meta":{"status":"ok","statuscode":200,"message":"OK"},"data":[{"id":82,"token":"{{{{Token}}}}","actorType":"users",
            "actorId":"bob","actorDisplayName":"Bob Example","timestamp":1795447206,"message":"see {file}","messageParameters":{"file":
            {"type":"file","id":"113","name":"hello.txt","size":"23","path":"{{{{path}}}}","link":"http://127.0.0.1:8080/f/113",
            "mimetype":"text/plain"}},"systemMessage":"","messageType":"comment","isReplyable":true,"referenceId":"","reactions":[],
            "markdown":true}]}}
            """
        );
}
