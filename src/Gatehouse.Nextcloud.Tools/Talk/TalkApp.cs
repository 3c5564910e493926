using Gatehouse.Nextcloud.Talk;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Prompts;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>Talk.</summary>
internal static class TalkApp
{
    public const string Read = "talk.read";
    public const string Write = "talk.write";

    public static NextcloudApp App { get; } =
        new("talk", "Talk")
        {
            Requires = "spreed",
            Scopes =
            [
                new(
                    Read,
                    "Talk",
                    "Read conversations",
                    "List your Talk conversations and read their messages, without marking them as read."
                ),
                new(
                    Write,
                    "Talk",
                    "Write in conversations",
                    "Send messages, react, make polls and conversations and add people, in your name, which includes reading."
                ),
            ],
            Json = TalkToolsJson.Default,
            Completions = [new(JobPrompts.CatchUp, "conversation", Read, ConversationNames.CompleteAsync)],
            Add = (server, json) =>
            {
                server.Services.TryAddSingleton<ConversationsClient>();
                server.Services.TryAddSingleton<ChatClient>();
                _ = server
                    .WithAppTools<ConversationReadTools>(json)
                    .WithAppTools<ConversationWriteTools>(json)
                    .WithAppTools<ChatReadTools>(json)
                    .WithAppTools<ChatWriteTools>(json);
            },
        };
}
