namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>
/// An argument of a tool that becomes the content of a file as it is. Whatever reading shows can be written again, control characters included.
/// </summary>
/// <param name="argument">The name of the argument, e.g. <c>text</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ContentOfFileAttribute(string argument) : Attribute
{
    public string Argument { get; } = argument;
}
