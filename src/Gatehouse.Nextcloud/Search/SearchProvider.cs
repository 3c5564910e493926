namespace Gatehouse.Nextcloud.Search;

/// <summary>Something that can be searched in, as the cloud offers it to a person.</summary>
/// <param name="Id">What it is addressed by, e.g. <c>talk-message</c>; not always the app's name.</param>
/// <param name="App">The app it belongs to, e.g. <c>spreed</c>.</param>
/// <param name="Name">Its name for people, in their language.</param>
/// <param name="IsExternal">It sends what is searched for to somebody outside the cloud.</param>
public sealed record SearchProvider(string Id, string App, string Name, bool IsExternal);
