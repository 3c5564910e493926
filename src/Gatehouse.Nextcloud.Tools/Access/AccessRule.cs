using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Access;

/// <summary>What a tool, resource or prompt needs, read from what it declares. Whatever declares nothing is allowed to nobody.</summary>
internal static class AccessRule
{
    public static bool IsDeclared(IMcpServerPrimitive primitive) =>
        primitive.Metadata.Any(m => m is RequiresScopeAttribute or AlwaysAllowedAttribute);

    /// <summary>The scope it needs; null when it needs none or declares nothing.</summary>
    public static string? ScopeOf(IMcpServerPrimitive primitive) =>
        primitive.Metadata.OfType<RequiresScopeAttribute>().FirstOrDefault()?.Scope;

    public static bool Allows(IMcpServerPrimitive? primitive, GrantedScopes granted) =>
        primitive is not null
        && IsDeclared(primitive)
        && (ScopeOf(primitive) is not { } scope || granted.Allows(scope));
}
