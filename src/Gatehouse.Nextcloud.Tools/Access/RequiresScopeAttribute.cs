namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>Names the scope a tool, resource or prompt needs. One without this, and without <see cref="AlwaysAllowedAttribute"/>, stops the start.</summary>
/// <param name="scope">The scope, e.g. <c>notes.read</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class RequiresScopeAttribute(string scope) : Attribute
{
    /// <summary>The scope.</summary>
    public string Scope { get; } = scope;
}
