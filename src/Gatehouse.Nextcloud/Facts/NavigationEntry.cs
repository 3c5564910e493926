namespace Gatehouse.Nextcloud.Facts;

/// <summary>One entry of a person's navigation; <c>app</c> is the id of the app, and older versions have only <c>id</c>.</summary>
internal sealed record NavigationEntry(string? Id, string? App);
