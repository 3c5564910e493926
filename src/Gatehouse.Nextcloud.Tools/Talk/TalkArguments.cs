using Gatehouse.Nextcloud.Talk;
using Gatehouse.Nextcloud.Tools.Errors;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>Reads the arguments of Talk's tools.</summary>
internal static class TalkArguments
{
    public static ConversationToken Conversation(string text) =>
        ConversationToken.TryParse(text, out var token)
            ? token
            : throw Arguments.Bad("conversation", "It must be a token as list_conversations gives it, not a name.");

    public static string Message(string text) =>
        Arguments.NotEmpty("text", text).Length <= ChatClient.MaxMessageLength
            ? text
            : throw Arguments.Bad(
                "text",
                $"It has {text.Length} characters, and Talk takes {ChatClient.MaxMessageLength}. Send it in parts, or as a file."
            );
}
