namespace Gatehouse.Nextcloud.Calendar.Ics;

/// <summary>A parameter of a property, its value without quotes.</summary>
internal readonly record struct IcsParameter(string Name, string Value);
