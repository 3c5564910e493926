using Gatehouse.Nextcloud.Errors;

namespace Gatehouse.Nextcloud.Calendar.Events;

/// <summary>What an import could not write.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Error">Why.</param>
public sealed record ImportRefusal(string Title, NextcloudError Error);
