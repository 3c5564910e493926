namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>Names a scope a tool, resource or prompt needs. One without this, and without <see cref="AlwaysAllowedAttribute"/>, stops the start. It may stand several times: all are needed.</summary>
/// <param name="scope">The scope, e.g. <c>notes.read</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RequiresScopeAttribute(string scope) : Attribute
{
    /// <summary>The scope.</summary>
    public string Scope { get; } = scope;
}
