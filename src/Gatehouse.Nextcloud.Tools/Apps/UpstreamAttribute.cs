namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>
/// A request a tool sends to Nextcloud. The tests compare what a call really sends with what its tool declares, and the generated table of
/// tools shows it. What is known of a person for all tools (<see cref="Nextcloud.Facts.PersonFacts"/>) is not declared.
/// </summary>
/// <param name="request">Method and path without query; what differs from call to call stands in braces, <c>{path}</c> for several segments.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class UpstreamAttribute(string request) : Attribute
{
    public string Request { get; } = request;

    /// <summary>How often it is sent in one call, at most.</summary>
    public int Most { get; init; } = 1;

    /// <summary>When it is sent, if not always, e.g. <c>when the file is empty</c>.</summary>
    public string? When { get; init; }
}
