namespace Gatehouse.Nextcloud.Notifications;

/// <summary>A notification that waits for the person.</summary>
/// <param name="Id">Its id; later ones have larger ids.</param>
/// <param name="App">The app it comes from.</param>
/// <param name="Time">When it came.</param>
/// <param name="Subject">What it is about, in the person's language.</param>
/// <param name="Message">More; may be empty.</param>
/// <param name="Link">Where it leads; null for nowhere.</param>
/// <param name="ObjectType">What kind of thing it is about, in the app's words, e.g. <c>chat</c>.</param>
/// <param name="ObjectId">Which of those.</param>
public sealed record Notification(
    long Id,
    string App,
    DateTimeOffset Time,
    string Subject,
    string Message,
    string? Link,
    string ObjectType,
    string ObjectId
);
