namespace Gatehouse.Nextcloud.Activity;

/// <summary>Something that happened.</summary>
/// <param name="Id">Its id; later ones have larger ids.</param>
/// <param name="App">The app in which it happened.</param>
/// <param name="Type">What happened, in the app's words, e.g. <c>file_created</c>.</param>
/// <param name="User">Who did it: a user id; empty when nobody with an account did.</param>
/// <param name="Time">When.</param>
/// <param name="Subject">What happened, in the person's language.</param>
/// <param name="Message">More; may be empty.</param>
/// <param name="Link">Where it leads; null for nowhere.</param>
/// <param name="ObjectType">What kind of thing it happened to, e.g. <c>files</c>; may be empty.</param>
/// <param name="ObjectId">Which of those; for files the file id.</param>
/// <param name="ObjectName">Its name, for files the path; may be empty.</param>
public sealed record ActivityEntry(
    long Id,
    string App,
    string Type,
    string User,
    DateTimeOffset Time,
    string Subject,
    string Message,
    string? Link,
    string ObjectType,
    long ObjectId,
    string ObjectName
);
