using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>Messages, oldest first.</summary>
internal sealed record ChatPage(
    IReadOnlyList<ChatItem> Messages,
    [property: Description("The conversation's page, for the person.")] string Link,
    [property: Description("Pass it as cursor for older messages; absent at the beginning, and with after.")]
        string? NextCursor = null
);
