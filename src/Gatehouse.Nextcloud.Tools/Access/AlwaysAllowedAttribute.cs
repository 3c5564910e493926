namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>A tool that shows nothing of anybody's data and is there whatever was granted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysAllowedAttribute : Attribute;
