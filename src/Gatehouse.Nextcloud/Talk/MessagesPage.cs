namespace Gatehouse.Nextcloud.Talk;

/// <summary>Some messages in the order in which they were written.</summary>
/// <param name="Messages">The messages, oldest first.</param>
/// <param name="Edge">
/// From which message to go on in the same direction: the oldest of these when reading back, the newest when waiting. Null when nothing came.
/// </param>
public sealed record MessagesPage(IReadOnlyList<ChatMessage> Messages, long? Edge);
