namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>Names what a person's cloud must have, beside the app a tool belongs to (<see cref="NextcloudApp.Requires"/>).</summary>
/// <param name="id">The id of an app, as in <see cref="Nextcloud.Facts.PersonFacts.Apps"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequiresAppAttribute(string id) : Attribute
{
    public string Id { get; } = id;
}
